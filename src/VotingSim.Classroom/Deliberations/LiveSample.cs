using VotingSim.Cohorts;
using VotingSim.Experiments.Plan;
using VotingSim.Grains;

namespace VotingSim.Classroom.Deliberations;

/// <summary>
/// The distribution over many replications of every rule, deliberated by the grains in small cohorts, so that it fills up before one's eyes.
/// </summary>
public sealed class LiveSample(IGrainFactory grains, string table, ExperimentPlan plan)
{
    /// <summary>Replications of a cohort.</summary>
    public const int CohortSize = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20); // for a silo that may be gone

    // A cohort takes a millisecond: without a pause there would be nothing to watch.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>What came of each arm so far.</summary>
    public IReadOnlyList<ArmSample> Arms { get; } = [.. plan.Arms.Select(arm => new ArmSample(arm))];

    /// <summary>Replications deliberated so far, of each arm.</summary>
    public int Done { get; private set; }

    /// <summary>Replications in all, of each arm.</summary>
    public int Total { get; } = TableChoice.Replications;

    /// <summary>Deliberates all replications at once, with nothing to watch.</summary>
    public async Task RunAsync()
    {
        await Task.WhenAll(Arms.Select(sample => AddAsync(sample, new(0, Total))));
        Done = Total;
    }

    /// <summary>Deliberates all replications.</summary>
    /// <param name="afterCohort">Told after every cohort of all arms.</param>
    /// <param name="cancellation">Stops between two cohorts.</param>
    public async Task RunAsync(Func<Task> afterCohort, CancellationToken cancellation)
    {
        for (; Done < Total; await afterCohort())
        {
            cancellation.ThrowIfCancellationRequested();
            await AddAsync(CohortSize);
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Deliberates the next replications, as far as there are any.</summary>
    /// <param name="replications">How many.</param>
    public async Task AddAsync(int replications)
    {
        var cohort = new Cohort((uint)Done, Math.Min(replications, Total - Done));
        await Task.WhenAll(Arms.Select(sample => AddAsync(sample, cohort)));
        Done += cohort.Count;
    }

    private async Task AddAsync(ArmSample sample, Cohort cohort)
    {
        var chair = grains.GetGrain<IChairGrain>($"{table}-{sample.Arm.Index}");
        var part = new CohortOrder(sample.Arm.Id, sample.Arm.Terms, cohort, 0);
        sample.Add((await RoomRecall.TryAsync(() => chair.DeliberateAsync(part).WaitAsync(Patience))).Result);
    }
}
