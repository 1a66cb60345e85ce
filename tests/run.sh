#!/usr/bin/env bash
# Builds everything and runs all tests. Needs the .NET 10 SDK, and Chromium, Redis, PostgreSQL, pdftotext and two fonts, which it installs on Debian; everything else comes by NuGet.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
fi

# The classroom is tested in a real browser, and clusters on real servers, which the tests start and stop themselves.
missing=()
command -v chromium >/dev/null || missing+=(chromium) # prints reports, as a user's does
command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell) # the same without windows: twice as quick
command -v redis-server >/dev/null || missing+=(redis-server)
# Printed pages are read back by it.
command -v pdftotext >/dev/null || missing+=(poppler-utils)
# Figures borrow letters of other scripts from the fonts of the machine.
[ -e /usr/share/fonts/truetype/padauk/Padauk-Regular.ttf ] || missing+=(fonts-sil-padauk)
ls /usr/share/fonts/*/tlwg/Loma.* >/dev/null 2>&1 || missing+=(fonts-tlwg-loma-ttf)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "These are needed for the tests and missing (as root, on Debian: apt-get install ${missing[*]})." >&2
    exit 1
  fi

  # While all is built. No server is to start by itself.
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; } &
  installing=$!
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
# One compiler for all projects, also where the environment says otherwise: started anew for each it takes 10 s more, every time. It ends with the build.
dotnet build VotingSim.sln -c Release -p:UseSharedCompilation=true
dotnet build-server shutdown --vbcscompiler >/dev/null || true
[ -z "${installing-}" ] || wait "$installing"
# Two projects side by side; clusters, whose silos must answer in seconds, and browsers want the machine to themselves.
run() { dotnet test --test-modules "$1" "${@:2}" 2>&1 | tee -a "$log" || status=$?; }
modules() { local IFS=';'; printf '%s' "$*"; }
alone='Cluster|Classroom.BrowserTests'
side_by_side=()
for module in artifacts/bin/VotingSim.*Tests/release/VotingSim.*Tests.dll; do
  [ "$(basename "$module" .dll)" = "$(basename "$(dirname "$(dirname "$module")")")" ] || continue
  [[ "$module" =~ ($alone) ]] || side_by_side+=("$module")
done
run "$(modules "${side_by_side[@]}")" --max-parallel-test-modules 2 "$@"
run 'artifacts/bin/VotingSim.Cluster.Tests/release/VotingSim.Cluster.Tests.dll' "$@"
run 'artifacts/bin/VotingSim.Classroom.BrowserTests/release/VotingSim.Classroom.BrowserTests.dll' "$@"

# The runner's own totals of both, as one plain line.
total() { sed -n "s/^ *$1: \([0-9]*\).*/\1/p" "$log" | awk '{ sum += $1 } END { print sum }'; }
passed=$(total succeeded)
failed=$(total failed)
if [ -z "$passed" ] || [ "$passed" -eq 0 ]; then
  echo "No test ran." >&2
  [ "$status" -ne 0 ] || status=1
fi
echo "${passed:-0} passed, ${failed:-0} failed"
exit "$status"
