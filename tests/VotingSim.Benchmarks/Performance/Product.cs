using System.Globalization;
using VotingSim.Experiments.Plan;

namespace VotingSim.Benchmarks.Performance;

/// <summary>The built command, as a user starts it: with rows on a disk and a summary.</summary>
internal sealed class Product(TemporaryFolder folder)
{
    /// <summary>The experiment that speed is measured on.</summary>
    public static string Experiment { get; } = RepositoryRoot.In("tests", "VotingSim.Benchmarks", "worlds", "experiment.yaml");

    /// <summary>Runs the command.</summary>
    /// <returns>Seconds of processor time, and of the clock.</returns>
    public async Task<(double Processor, double Clock)> RunAsync(params string[] arguments)
    {
        var (processor, clock, _) = await ProcessorTime.OfProgramAsync(folder.Path, ["dotnet", VotingSimProcess.Program, .. arguments]);
        return (processor, clock);
    }

    /// <summary>Runs the experiment without a report, and leaves nothing behind.</summary>
    public async Task<(double Processor, double Clock, long Bytes)> DeliberateAsync(long replications, params string[] rest)
    {
        var results = folder.In("results");
        string[] words = ["run", Experiment, "--out", results, "--replications", replications.ToString(CultureInfo.InvariantCulture), "--no-progress", .. rest];
        var (processor, clock) = await RunAsync(words);
        var bytes = Directory.EnumerateFiles(Path.Combine(results, "runs")).Sum(file => new FileInfo(file).Length);
        Directory.Delete(results, recursive: true);
        return (processor, clock, bytes);
    }

    /// <summary>The arms of the experiment.</summary>
    public static IReadOnlyList<Arm> Arms() => ExperimentReader.Read(Experiment, []).Arms;
}
