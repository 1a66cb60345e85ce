using VotingSim.Analysis;

namespace VotingSim.Report;

/// <summary>The answer in plain words, every number with its interval.</summary>
internal static class ReportAnswer
{
    /// <summary>The answer on one crisis: a sentence that leads, and one for every rule and for what dominates what.</summary>
    public static (string Lead, IReadOnlyList<(string Rule, string Text)> Points) Of(ReportSection section)
    {
        var baseline = section.Baseline;
        var name = section.Quoted(baseline.Arm);
        var horizon = ReportNumbers.Text(section.Horizon, "N0");
        if (section.Arms.All(arm => arm.DecidedShare.Value == 0))
        {
            return ($"Nothing was decided within {horizon} days, under {(section.Arms.Length == 1 ? name : "any of the rules")}.", [("", "How long it would have taken cannot be told from deliberations that all ended undecided.")]);
        }

        if (section.Arms.Length == 1)
        {
            return ($"Under {name} {Typical(baseline, horizon)}.", [("", Decided(section, baseline)), ("", Price(section, baseline))]);
        }

        var lead = section.Content.Summary.ContrastOf(section.Crisis.Name, section.Comparisons[0].Arm.Rule) is { } contrast
            ? AnswerSentence.Of(contrast) : $"Under {name} {Typical(baseline, horizon)}.";
        List<(string, string)> points = [($"{section.NameOf(baseline.Arm)}, the baseline.", $"{Capital(Typical(baseline, horizon))}; {Decided(section, baseline)} {Price(section, baseline)}")];
        points.AddRange(section.Comparisons.Select(comparison => ($"{section.NameOf(comparison.Arm)}.", Compared(section, comparison, name, horizon))));
        if (section.Frontier(FrontierFigure.Shown[0]) is { Points.Length: > 1 } frontier)
        {
            points.Add(("Both at once.", Dominance(section, frontier)));
        }

        return (lead, points);
    }

    /// <summary>What censoring means, for the section's horizon.</summary>
    public static string Censoring(ReportSection section)
    {
        var undecided = section.Arms.Max(arm => 1 - arm.DecidedShare.Value);
        return $"Observation ends on day {ReportNumbers.Text(section.Horizon, "N0")}. A deliberation still undecided then is censored: we know that it takes at least that long, not how long, and the curves and means use just that."
            + (undecided > 0 ? $" That is up to {ReportNumbers.Text(undecided * 100, undecided < 0.001 ? "0.00" : "0.0")} % of the deliberations of a rule." : " Here every deliberation was decided before it.");
    }

    /// <summary>Which rules another one beats in speed and agreement, in a sentence.</summary>
    public static string Dominance(ReportSection section, Frontier frontier)
    {
        var dominated = frontier.Points.Where(point => !point.IsOnFrontier).ToArray();
        var best = ReportNumbers.List([.. frontier.Points.Where(point => point.IsOnFrontier).Select(point => section.Quoted(point.Arm))]);
        return dominated.Length == 0
            ? $"No rule is both slower and less agreed than another: {best} each buy speed with agreement, or the reverse."
            : $"Not beaten in both speed and agreement: {best}. Beaten in both: {string.Join("; ", dominated.Select(point => $"{section.Quoted(point.Arm)} (by {ReportNumbers.List([.. point.DominatedBy.Select(section.Quoted)])})"))}.";
    }

    private static string Compared(ReportSection section, ArmComparison comparison, string baseline, string horizon)
    {
        var arm = section.Content.Summary.Of(comparison.Arm);
        var sooner = comparison.RestrictedMeanDifference;
        var speed = sooner.High < 0 ? $"{Days(-sooner.Value)} days {Flipped(comparison)} earlier than {baseline} on average"
            : sooner.Low > 0 ? $"{Days(sooner.Value)} days {ReportNumbers.Interval(sooner, "N1")} later than {baseline} on average"
            : $"on average not measurably sooner or later than {baseline} (difference {ReportNumbers.Full(sooner, "N1")} days)";
        var ratio = double.IsFinite(comparison.HazardRatio.Value) ? $"; hazard ratio {ReportNumbers.Ratio(comparison.HazardRatio)}, where above 1 decides faster" : "";
        return $"{Capital(speed)}{ratio}. {Capital(Typical(arm, horizon))}; in the same worlds it is earlier in {ReportNumbers.Percent(comparison.Earlier)} and later in {ReportNumbers.Percent(comparison.Later)}. {Price(section, arm, comparison, baseline)}";
    }

    private static string Typical(ArmSummary arm, string horizon) => double.IsFinite(arm.MedianDays.Value)
        ? $"half have decided by day {ReportNumbers.Value(arm.MedianDays, "N0")} [{ReportNumbers.Text(arm.MedianDays.Low, "N0")}, {(double.IsFinite(arm.MedianDays.High) ? ReportNumbers.Text(arm.MedianDays.High, "N0") : $"after {horizon}")}]"
        : $"fewer than half decide within {horizon} days";

    private static string Decided(ReportSection section, ArmSummary arm) => $"{ReportNumbers.Percent(arm.DecidedShare)} decide within {ReportNumbers.Text(section.Horizon, "N0")} days, on average after {ReportNumbers.Full(arm.RestrictedMeanDays, "N1")} days.";

    private static string Price(ReportSection section, ArmSummary arm) =>
        $"{Outvoted(section, arm)}; agreement of the last ballots is {ReportNumbers.Full(arm.Measure("agreement_index"), "0.000")} on a scale from 0 to 1.";

    private static string Price(ReportSection section, ArmSummary arm, ArmComparison comparison, string baseline)
    {
        var change = comparison.Difference("agreement_index").Mean;
        var agreement = change.High < 0 ? $"agreement of the last ballots is lower by {ReportNumbers.Text(-change.Value, "0.000")} [{ReportNumbers.Text(-change.High, "0.000")}, {ReportNumbers.Text(-change.Low, "0.000")}]"
            : change.Low > 0 ? $"agreement of the last ballots is higher by {ReportNumbers.Full(change, "0.000")}"
            : $"agreement of the last ballots is not measurably different (difference {ReportNumbers.Full(change, "0.000")})";
        return $"{Outvoted(section, arm)}; {agreement} than under {baseline}.".Replace($") than under {baseline}", $") from that under {baseline}", StringComparison.Ordinal);
    }

    private static string Outvoted(ReportSection section, ArmSummary arm)
    {
        var outvoted = arm.Measure("outvoted");
        var members = arm.Arm.Terms.Roster.Size;
        return outvoted.Value == 0 ? "Nobody is outvoted" : $"Of {members} members {ReportNumbers.Full(outvoted, "0.00")} are outvoted on average{Most(arm)}";

        string Most(ArmSummary of) => of.Members.Length == 0 ? "" : of.Members.MaxBy(member => member.Outvoted.Value) is { } most
            ? $", most often {section.Baseline.Arm.Terms.Roster.Members.First(member => member.Code == most.Code).Name} ({ReportNumbers.Percent(most.Outvoted)})" : "";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Days(double days) => ReportNumbers.Text(days, "N1");

    private static string Flipped(ArmComparison comparison) => $"[{Days(-comparison.RestrictedMeanDifference.High)}, {Days(-comparison.RestrictedMeanDifference.Low)}]";
}
