using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>The estimate by whose precision a run stops, in every arm that has it, from the stored rows so far.</summary>
internal sealed class PrecisionTally : IStoppingRule
{
    private readonly Precision _until;
    private readonly StoredRows _rows;
    private readonly string? _measure;
    private readonly (Arm Arm, DurationTally Durations, Moments Measure)[] _arms;

    public PrecisionTally(ExperimentPlan plan, Precision until, ResultsFolder folder)
    {
        (_until, _rows) = (until, new(plan, folder));
        _measure = new RunSchema(plan).Measures.Select(column => column.Name).FirstOrDefault(name => EstimateName.Kebab(name) == until.Of);

        // What a crisis says of an issue that it does not have is not waited for.
        _arms =
        [
            .. plan.Arms.Where(arm => EstimateName.Of(arm.Terms.Crisis.Issues.Select(issue => issue.Name)).Contains(until.Of, StringComparer.Ordinal))
                .Select(arm => (arm, new DurationTally(arm.Terms.Settings.HorizonDays), new Moments())),
        ];
    }

    /// <summary>What stops the run of a plan; null where all replications are run.</summary>
    public static PrecisionTally? For(ExperimentPlan plan, ResultsFolder folder) =>
        plan.Until is { } until ? new(plan, until, folder) : null;

    /// <summary>The largest half-width among the arms; infinite where one of them is undefined.</summary>
    public double HalfWidth => _arms.Max(arm =>
        EstimateOf(arm.Durations, arm.Measure).HalfWidth is var width && double.IsNaN(width) ? double.PositiveInfinity : width);

    /// <summary>Whether no arm's half-width exceeds what is asked for. An undefined one does.</summary>
    public bool IsReached => HalfWidth <= _until.HalfWidth;

    /// <summary>Adds the stored rows of a batch.</summary>
    public Task AddAsync(ExperimentPlan plan, RunBatch batch) => Parallel.ForEachAsync(_arms, async (arm, _) =>
    {
        foreach (var slice in _rows.Layout.SlicesOf(arm.Arm).SkipWhile(slice => slice.First < batch.First).TakeWhile(slice => slice.First < batch.End))
        {
            await using var rows = await _rows.OpenAsync(arm.Arm, slice.Index);
            if (_measure is not null)
            {
                arm.Measure.Add(await rows.NumbersAsync(_measure));
            }
            else
            {
                arm.Durations.Add(await rows.NumbersAsync("days"), await rows.NumbersAsync("decided"), await rows.NumbersAsync("rounds"));
            }
        }
    });

    private Estimate EstimateOf(DurationTally durations, Moments measure) => _until.Of switch
    {
        EstimateName.DecidedShare => durations.DecidedShare(),
        EstimateName.MedianDays => durations.MedianDays(),
        EstimateName.RestrictedMeanDays => durations.RestrictedMeanDays(),
        EstimateName.Rounds => durations.Rounds(),
        _ => measure.Interval(),
    };
}
