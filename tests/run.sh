#!/usr/bin/env bash
# Builds everything and runs all tests. Needs the .NET 10 SDK and Chromium, and for the tests of clusters Redis and PostgreSQL; everything else comes by NuGet.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  exit 1
fi

# Clusters are tested on real servers, which the tests start and stop themselves. Without them those tests are skipped.
missing=""
command -v redis-server >/dev/null || missing="redis-server"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing="$missing postgresql"
if [ -n "$missing" ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    # No server is to start by itself.
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends $missing >/dev/null
  else
    echo "The tests of clusters are skipped; they need: apt-get install $missing" >&2
  fi
fi

# The classroom is tested in a real browser.
if ! command -v chromium >/dev/null; then
  if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    apt-get update -qq && apt-get install -y -qq chromium >/dev/null
  else
    echo "Chromium is needed at /usr/bin/chromium for the tests of the classroom (Debian: apt-get install chromium)." >&2
    exit 1
  fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test --solution VotingSim.sln -c Release "$@" 2>&1 | tee "$log" || status=$?

# The runner's own totals, as one plain line.
total() { sed -n "s/^ *$1: \([0-9]*\).*/\1/p" "$log" | tail -n 1; }
passed=$(total succeeded)
failed=$(total failed)
if [ -z "$passed" ] || [ "$passed" -eq 0 ]; then
  echo "No test ran." >&2
  [ "$status" -ne 0 ] || status=1
fi
echo "${passed:-0} passed, ${failed:-0} failed"
exit "$status"
