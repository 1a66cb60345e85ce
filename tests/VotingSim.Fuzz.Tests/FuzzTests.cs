using System.Diagnostics;
using System.Globalization;

namespace VotingSim.Fuzz.Tests;

/// <summary>Thousands of damaged files, tables and results: whatever comes in, the command ends soon, with a code that is documented, and without
/// a trace of where it was in its own text.</summary>
/// <remarks><c>VOTINGSIM_FUZZ</c> sets the number of cases (default 1000, some twenty seconds), <c>VOTINGSIM_FUZZ_SEED</c> the seed (default 1) and
/// <c>VOTINGSIM_FUZZ_FROM</c> the first of them (default 0).</remarks>
public class FuzzTests
{
    private const int MostShown = 10;
    private const long MostAllocated = 4L << 30;
    private const long MostHeld = 1L << 30;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1); // of a case, on a machine that is busy

    [Fact]
    public async Task Whatever_comes_in_the_command_ends_in_a_sentence()
    {
        using var folder = new TemporaryFolder("fuzz");
        var (one, other) = (folder.In("one"), folder.In("other"));
        CommandHere.Run("run", "myanmar-consensus-or-qmv", "--replications", "20", "--no-report", "--no-progress", "--out", one).ExitCode.ShouldBe(0);
        CommandHere.Run("run", "myanmar-consensus-or-qmv", "--replications", "30", "--no-report", "--no-progress", "--certain", "--out", other).ExitCode.ShouldBe(0);
        var (seed, first, count) = (Setting("VOTINGSIM_FUZZ_SEED", 1), Setting("VOTINGSIM_FUZZ_FROM", 0), Setting("VOTINGSIM_FUZZ", 1000));
        var failures = new List<string>();
        for (var number = first; number < first + count && failures.Count < MostShown; number++)
        {
            var own = Directory.CreateDirectory(folder.Next()).FullName;
            var made = FuzzCase.Of(seed, number, own, (one, other));
            if (await FaultOfAsync(made) is { } fault)
            {
                failures.Add($"case {number}: {made.Kept(number)}: {fault}");
            }

            Directory.Delete(own, recursive: true);
        }

        failures.ShouldBeEmpty($"seed {seed}");
        GC.GetTotalMemory(forceFullCollection: true).ShouldBeLessThan(MostHeld);
    }

    private static async Task<string?> FaultOfAsync(FuzzCase made)
    {
        var (outcome, fault) = await RunAsync(made.Arguments);
        return fault
            ?? (outcome!.ExitCode == 1 && made.Named.Length > 0 && !made.Named.Any(name => outcome.Error.Contains(name, StringComparison.Ordinal))
                ? $"no file is named: {outcome.Error}"
            : outcome.ExitCode == 0 && made.IsRefused ? $"the damage was not found: {outcome.Output}"
            : outcome.ExitCode == 0 && made.Written is { } written ? await FaultInAsync(written)
            : null);
    }

    // What was written of a damaged file is sound, or it should not have been.
    private static async Task<string?> FaultInAsync(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.yaml"))
        {
            if (await RunAsync(["validate", file]) is var (outcome, fault) && (fault is not null || outcome!.ExitCode != 0))
            {
                return $"{fault ?? outcome!.Error}\n{await File.ReadAllTextAsync(file)}";
            }
        }

        return null;
    }

    private static async Task<(Outcome? Outcome, string? Fault)> RunAsync(string[] arguments)
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        Outcome outcome;
        try
        {
            outcome = await Task.Run(() => CommandHere.Run(arguments)).WaitAsync(Longest);
        }
        catch (Exception e)
        {
            return (null, $"{e.GetType().Name}: {e}");
        }

        var allocated = GC.GetTotalAllocatedBytes() - before;
        var fault = outcome.ExitCode is not (0 or 1 or 2 or 130) ? $"exit code {outcome.ExitCode}"
            : HasTrace(outcome.Output) || HasTrace(outcome.Error) ? $"a trace: {outcome.Output}{outcome.Error}"
            : outcome.Error.Contains("a fault of votingsim", StringComparison.Ordinal) ? outcome.Error
            : outcome.ExitCode != 0 && string.IsNullOrWhiteSpace(outcome.Error) ? $"exit code {outcome.ExitCode} and not a word"
            : outcome.Error.Any(letter => char.IsControl(letter) && letter is not '\n') ? $"control characters: {outcome.Error}"
            : allocated > MostAllocated ? $"{allocated >> 20} MB in {clock.Elapsed}"
            : null;
        return (outcome, fault);
    }

    private static bool HasTrace(string text) => text.Contains("\n   at ", StringComparison.Ordinal);

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
