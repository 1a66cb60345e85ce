using System.Globalization;

namespace VotingSim.Benchmarks.Performance;

/// <summary>What takes many minutes: thousands of arms against one, and memory at ten times as many replications.</summary>
internal static class Sizes
{
    private const int Arms = 5000;
    private const int ReplicationsOfArm = 100;

    public static async Task WriteAsync(PageText page, TemporaryFolder folder, Product product)
    {
        page.Title("Many arms");
        var sweep = folder.In("sweep.yaml");
        var worlds = RepositoryRoot.In("tests", "VotingSim.Benchmarks", "worlds");
        await File.WriteAllTextAsync(sweep, $$"""
            experiment: arms
            seed: 20210201
            replications: {{ReplicationsOfArm}}
            members: {{Path.Combine(worlds, "members.yaml")}}
            crises: [{{Path.Combine(worlds, "crisis.yaml")}}]
            rules: [asean-qmv]
            deliberation: { horizon-days: 730, first-round-day: 14, round-days: 14, patience-days: 180, agenda: { median-days: 0 } }
            sweep:
              grid:
                deliberation.ballot-noise: [{{string.Join(", ", Enumerable.Range(0, Arms).Select(arm => (0.04 + (arm * 1e-9)).ToString("F10", CultureInfo.InvariantCulture)))}}]
            """);
        var many = await RunAsync(sweep);
        await File.WriteAllTextAsync(sweep, (await File.ReadAllTextAsync(sweep)).Split("sweep:")[0]);
        var one = await RunAsync(sweep, "--replications", $"{Arms * ReplicationsOfArm}");
        page.Table(
            ["what", "processor time, s", "clock, s", "summary, MB"],
            [
                Row($"{Arms} arms of {ReplicationsOfArm} replications", many),
                Row($"one arm of {Arms * ReplicationsOfArm} replications", one),
                ["ratio", (many.Processor / one.Processor).ToString("F1", CultureInfo.InvariantCulture), (many.Clock / one.Clock).ToString("F1", CultureInfo.InvariantCulture), ""],
            ]);

        page.Title("Memory");
        var memory = new List<string[]>();
        foreach (var replications in new[] { 1_000_000L, 10_000_000 })
        {
            memory.Add([replications.ToString("N0", CultureInfo.InvariantCulture), (await MostMemoryAsync(folder, replications) / 1e6).ToString("F0", CultureInfo.InvariantCulture)]);
        }

        page.Table(["replications of each of two arms", "most memory held, MB"], memory);

        async Task<(double Processor, double Clock, double Megabytes)> RunAsync(string experiment, params string[] rest)
        {
            var results = folder.In("arms");
            var (processor, clock) = await product.RunAsync(["run", experiment, "--out", results, "--no-report", "--no-progress", .. rest]);
            var bytes = Directory.EnumerateFiles(results, "summary.*").Sum(file => new FileInfo(file).Length);
            Directory.Delete(results, recursive: true);
            return (processor, clock, bytes / 1e6);
        }

        static string[] Row(string name, (double Processor, double Clock, double Megabytes) found) =>
            [name, .. new[] { found.Processor, found.Clock, found.Megabytes }.Select(value => value.ToString("F1", CultureInfo.InvariantCulture))];
    }

    private static async Task<long> MostMemoryAsync(TemporaryFolder folder, long replications)
    {
        var results = folder.In("memory");
        using var run = VotingSimProcess.Start(
            folder.Path, "run", Product.Experiment, "--out", results, "--no-report", "--no-progress", "--replications", replications.ToString(CultureInfo.InvariantCulture));
        var most = 0L;
        while (!run.HasExited)
        {
            most = Math.Max(most, run.Memory);
            await Task.Delay(100);
        }

        await run.EndAsync();
        Directory.Delete(results, recursive: true);
        return most;
    }
}
