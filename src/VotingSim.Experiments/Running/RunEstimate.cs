using System.Diagnostics;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Experiments.Running;

/// <summary>How much a run is: counted from its plan, and measured on a sample of it.</summary>
public sealed record RunEstimate
{
    private const int MostArms = 12;
    private static readonly TimeSpan ShortestMeasured = TimeSpan.FromSeconds(1);

    /// <summary>Number of arms.</summary>
    public required int Arms { get; init; }

    /// <summary>Messages to the tables.</summary>
    public required long Cohorts { get; init; }

    /// <summary>Files of rows.</summary>
    public required long Parts { get; init; }

    /// <summary>Rows in all.</summary>
    public required long Rows { get; init; }

    /// <summary>Bytes of all rows, from those of the sample.</summary>
    public required long Bytes { get; init; }

    /// <summary>Time to deliberate and to write all rows, from that of the sample; the comparison at the end comes on top.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Rows of the sample.</summary>
    public required long SampledRows { get; init; }

    /// <summary>Time that the sample took.</summary>
    public required TimeSpan SampledTime { get; init; }

    /// <summary>Runs a sample of the plan, as it would be run, into a folder that is removed again.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="options">How the run would use the machine.</param>
    /// <param name="runner">Runs it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<RunEstimate> MeasureAsync(
        ExperimentPlan plan, RunOptions options, ExperimentRunner runner, CancellationToken cancellation)
    {
        var step = (plan.Arms.Length + MostArms - 1) / MostArms;
        var sample = plan with
        {
            Arms = [.. plan.Arms.Where((_, index) => index % step == 0).Select((arm, index) => arm with { Index = index })],
            Until = null,
        };

        // Until it lasts long enough to be told from the start of the program; the first of them warms the tables.
        var replications = Math.Min(plan.Replications, options.CohortSize);
        await SampleAsync(sample with { Replications = replications });
        while (true)
        {
            var (time, bytes) = await SampleAsync(sample with { Replications = replications });
            if (time >= ShortestMeasured || replications == plan.Replications)
            {
                var each = plan.Arms[0].Campaign?.ExpectedMatters ?? 1;
                var (sampled, rows) = (replications * sample.Arms.Length * each, plan.Replications * plan.Arms.Length * each);
                var layout = RunLayout.Of(plan);
                return new()
                {
                    Arms = plan.Arms.Length,
                    Cohorts = layout.SlicesOf(plan.Arms[0])
                        .Sum(slice => (slice.Count + options.CohortSize - 1L) / options.CohortSize) * plan.Arms.Length,
                    Parts = layout.Parts.Length,
                    Rows = (long)rows,
                    Bytes = (long)(bytes / sampled * rows),
                    Time = time / sampled * rows,
                    SampledRows = (long)sampled,
                    SampledTime = time,
                };
            }

            replications = Math.Min(plan.Replications, replications * 4);
        }

        async Task<(TimeSpan Time, long Bytes)> SampleAsync(ExperimentPlan of)
        {
            var path = Directory.CreateTempSubdirectory("votingsim-plan-").FullName;
            try
            {
                var folder = new ResultsFolder(path);
                using var held = folder.Lock();
                var began = Stopwatch.GetTimestamp();
                await runner.RunAsync(of, folder, options with { Traced = 0 }, stopping: null, progress: null, cancellation);
                var time = Stopwatch.GetElapsedTime(began);
                return (time, new[] { folder.Runs, folder.Years }.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)
                    .Sum(file => new FileInfo(file).Length));
            }
            finally
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }
}
