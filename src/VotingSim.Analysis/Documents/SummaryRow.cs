using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Documents;

/// <summary>A row of the flat summary: one estimate of an arm, of a member in it, or of its comparison with the baseline.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Replications">How many it is of.</param>
/// <param name="Name">Name of the estimate.</param>
/// <param name="Interval">Its value and interval.</param>
/// <param name="Baseline">What the arm is compared with; empty where it is not.</param>
internal readonly record struct SummaryRow(Arm Arm, long Replications, string Name, IInterval Interval, string Baseline)
{
    /// <summary>The rows of a summary: the estimates of arms, their members and comparisons, every field of theirs that has an interval.</summary>
    public static IEnumerable<SummaryRow> Of(Summary summary) =>
        summary.Arms.SelectMany(arm =>
        {
            var document = SummaryMapping.Of(arm);
            return Intervals(document).Concat(document.Members.SelectMany(member => Intervals(member, $"{member.Code}.")))
                .Select(interval => new SummaryRow(arm.Arm, document.Replications, interval.Name, interval.Interval, ""));
        }).Concat(summary.Comparisons.SelectMany(comparison =>
        {
            var document = SummaryMapping.Of(comparison);
            return Quantiles(document.Worlds).Concat(Intervals(document))
                .Select(interval => new SummaryRow(comparison.Arm, document.Replications, interval.Name, interval.Interval, document.Baseline));
        }));

    private static IEnumerable<(string Name, IInterval Interval)> Intervals(object record, string prefix = "") =>
        from field in DocumentField.Of(record) where field.Value is IInterval select (prefix + field.Name, (IInterval)field.Value!);

    // What differs from world to world has no simulation error of its own.
    private static IEnumerable<(string Name, IInterval Interval)> Quantiles(WorldsDocument worlds) => Of("days", worlds.Days)
        .Concat(worlds.Measures.SelectMany(measure =>
            Of(measure.Key, new(measure.Value.P05, measure.Value.P25, measure.Value.P50, measure.Value.P75, measure.Value.P95))));

    private static IEnumerable<(string Name, IInterval Interval)> Of(string measure, SpreadDocument spread) =>
        new (string Name, double Value)[] { ("p05", spread.P05), ("p25", spread.P25), ("p50", spread.P50), ("p75", spread.P75), ("p95", spread.P95) }
            .Select(quantile => ($"worlds.{measure}.{quantile.Name}", (IInterval)new EstimateDocument(quantile.Value, new(double.NaN, double.NaN))));
}
