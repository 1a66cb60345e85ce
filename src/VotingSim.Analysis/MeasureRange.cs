using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>What a measure can be at least and at most, so that no interval says that it is outside.</summary>
/// <param name="Low">The least. Unit: that of the measure.</param>
/// <param name="High">The most; infinite where there is none.</param>
internal readonly record struct MeasureRange(double Low, double High)
{
    /// <summary>Of shares, indices and utility: 0 to 1.</summary>
    public static MeasureRange Share => new(0, 1);

    /// <summary>Of what lies on an issue: 0 to 100.</summary>
    public static MeasureRange Scale => new(0, 100);

    /// <summary>Of what is counted or adds up: 0 upwards.</summary>
    public static MeasureRange Counts => new(0, double.PositiveInfinity);

    /// <summary>The range of a measure, by the name of its column; without bounds where it is not known.</summary>
    /// <param name="column">The column.</param>
    /// <param name="arm">An arm that has it.</param>
    public static MeasureRange Of(string column, Arm arm) => column switch
    {
        "agreement_index" or "rice_index" or "opening_cohesion" or "positional_cohesion" or "coverage" or "content" or "mean_utility"
            or "min_utility" or "inequality" => Share,
        "outvoted" or "opted_out" => new(0, arm.Terms.Roster.Size),
        "polarization" => Counts,
        "mean_shift" => Scale,
        _ when column.StartsWith("outcome_", StringComparison.Ordinal) || column.StartsWith("shift_", StringComparison.Ordinal) => Scale,
        _ => new(double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>The mean with an interval within the range: that of the logit between two bounds, of the logarithm above one.</summary>
    public Estimate Mean(Moments moments) => double.IsInfinity(Low) ? moments.Interval() : BoundedMean.Of(moments, Low, High);

    /// <summary>The mean of paired differences, with Student's t interval cut where no two values of the range can differ as much.</summary>
    public Estimate Difference(Moments differences) => differences.Interval().Within(Low - High, High - Low);

    /// <summary>An estimate with its limits cut at the range.</summary>
    public Estimate Cut(Estimate estimate) => estimate.Within(Low, High);
}
