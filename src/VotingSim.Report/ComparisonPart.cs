using VotingSim.Analysis;

namespace VotingSim.Report;

/// <summary>Tables of every rule against the baseline: over worlds first, then the means and tests with their simulation error.</summary>
internal static class ComparisonPart
{
    /// <summary>What differs from world to world.</summary>
    public static void OverWorlds(PageWriter page, ReportSection section)
    {
        var baseline = section.NameOf(section.Baseline.Arm);
        page.Html.Table(
            $"The same worlds under the rule and under {baseline}",
            ["Rule", "Earlier, %", "The same, %", "Later, %", "Days, middle world", "Days, middle half", "Days, nine in ten"],
            section.Comparisons.Select(comparison => (IReadOnlyList<string>)
            [
                section.NameOf(comparison.Arm), WorldWords.Percent(comparison.Earlier.Value), WorldWords.Percent(comparison.Same.Value),
                WorldWords.Percent(comparison.Later.Value), ReportNumbers.Text(comparison.Worlds.Days.P50, "N0"),
                WorldWords.Range(comparison.Worlds.Days.P25, comparison.Worlds.Days.P75, "N0"),
                WorldWords.Range(comparison.Worlds.Days.P05, comparison.Worlds.Days.P95, "N0"),
            ]));
        page.Html.Table(
            $"What else differs from {baseline}: the middle world and the middle half of the worlds",
            ["Rule", "Agreement", "Outvoted", "Least satisfied member", "Distance from the status quo"],
            section.Comparisons.Select(comparison => (IReadOnlyList<string>)
            [
                section.NameOf(comparison.Arm), Spread(comparison, "agreement_index", "0.000"), Spread(comparison, "outvoted", "0.#"),
                Spread(comparison, "min_utility", "0.000"), Spread(comparison, "mean_shift", "0.0"),
            ]));
        page.Note("Differences are the rule's value less the baseline's in the same world; days below 0 are earlier.");
    }

    /// <summary>Hazards, tests and means.</summary>
    public static void Speed(PageWriter page, ReportSection section)
    {
        var baseline = section.NameOf(section.Baseline.Arm);
        page.Html.Table(
            $"Means and tests against {baseline}, with simulation error",
            ["Rule", "Difference of mean days", "Mean difference of agreement", "p of the ratio, Holm-corrected", "Log-rank p",
                "p of a constant ratio", "Ratio in time"],
            section.Comparisons.Select(comparison => (IReadOnlyList<string>)
            [
                section.NameOf(comparison.Arm), PageWriter.Cell(comparison.RestrictedMeanDifference, "N1"),
                    PageWriter.Cell(comparison.Difference("agreement_index").Mean, "0.000"),
                ReportNumbers.Probability(comparison.HolmP), ReportNumbers.Probability(comparison.LogRank.P),
                    ReportNumbers.Probability(comparison.ProportionalHazards.P),
                comparison.SingleRatioMisleads
                    ? $"{ReportNumbers.Ratio(comparison.EarlyHazardRatio)}, then {ReportNumbers.Ratio(comparison.LateHazardRatio)}\na single one "
                        + "misleads" : "one says it",
            ]));
        page.Note("Where a single ratio misleads, it is given until the day by which half of both rules' decisions are made, and after it. "
            + "p values and intervals are of simulation error: with replications enough, the smallest difference is significant, and that does not "
                + "make it matter.");
    }

    /// <summary>Where a single hazard ratio misleads, in a sentence; empty where it does nowhere.</summary>
    public static string Misleading(ReportSection section)
    {
        var rules = section.Comparisons.Where(comparison => comparison.SingleRatioMisleads).Select(comparison =>
            $"{section.Quoted(comparison.Arm)} ({ReportNumbers.Ratio(comparison.EarlyHazardRatio)} in the first half of the decisions, "
                + $"{ReportNumbers.Ratio(comparison.LateHazardRatio)} after it)").ToArray();
        return rules.Length == 0 ? "" : $" A single ratio misleads for {ReportNumbers.List(rules)}: read the curves instead.";
    }

    private static string Spread(ArmComparison comparison, string measure, string format) => comparison.Worlds.Measure(measure) is { } values
        ? $"{ReportNumbers.Text(values.P50, format)}\n{WorldWords.Range(values.P25, values.P75, format)}" : ReportNumbers.Undefined;
}
