using VotingSim.Analysis;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>Answers in plain words.</summary>
public static class ReportAnswer
{
    /// <summary>The simulation error in a sentence: how far another seed would move what is said, which more replications narrow.</summary>
    /// <param name="summary">The estimates.</param>
    public static string SimulationError(Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (summary.Headline is not { } headline)
        {
            return $"With another seed the shares above would differ by up to {Points(summary.Arms.Select(arm => arm.DecidedShare))} percentage "
                + "points (95 %).";
        }

        var shares = Points([headline.Worlds.Earlier, headline.Worlds.Same, headline.Worlds.Later]);
        var mean = headline.Contrast.Pairs.Length == 1 && summary.ComparisonOf(headline.Contrast.Pairs[0].Arm) is { } comparison
            ? $" and the mean difference is {ReportNumbers.Full(comparison.RestrictedMeanDifference, "N1")} days" : "";
        return $"With another seed these shares of worlds would differ by up to {shares} percentage points{mean} (95 %). "
            + "More replications narrow that; they do not narrow what differs between worlds.";
    }

    /// <summary>The answer on a single rule: a sentence that leads, and what else there is to say.</summary>
    internal static (string Lead, IReadOnlyList<(string Rule, string Text)> Points) Alone(ReportSection section)
    {
        var (arm, days) = (section.Baseline, section.Baseline.Spread("days"));
        var (name, horizon) = (section.Quoted(arm.Arm), ReportNumbers.Text(section.Horizon, "N0"));
        var lead = arm.DecidedShare.Value == 0 ? $"Nothing was decided within {horizon} days under {name}."
            : double.IsFinite(arm.MedianDays.Value)
                ? $"Under {name} half of the worlds have decided by day {ReportNumbers.Value(arm.MedianDays, "N0")}; the middle half ends between "
                    + "day "
                    + $"{ReportNumbers.Text(days.P25, "N0")} and day {ReportNumbers.Text(days.P75, "N0")}."
                : $"Under {name} fewer than half of the worlds decide within {horizon} days.";
        return (lead,
        [
            ("By consent or by vote.", $"{Endings(name, arm.Endings)}."), ("What is not known of time.", Censoring(section)),
            ("Price.", Price(section, arm)), ("Simulation error.", SimulationError(section.Content.Summary)),
        ]);
    }

    /// <summary>How deliberations under a rule ended.</summary>
    internal static string Endings(string name, EndingCounts endings)
    {
        var parts = new[]
        {
            (endings.ConsentShare, "by consent"), (endings.VoteShare, "by vote"), (endings.FailedShare, "failed"), (endings.OpenShare, "undecided"),
        };
        var shown = parts.Where(part => part.Item1.Value > 0).Select(part => $"{WorldWords.Share(part.Item1)} {part.Item2}");
        return $"{name}: {string.Join(", ", shown)}";
    }

    /// <summary>What censoring does to the headline.</summary>
    internal static string Censored(ContrastView view)
    {
        var (days, horizons) = (view.Worlds.Days,
            view.Summary.Contrast.Pairs.Select(pair => pair.Arm.Terms.Settings.HorizonDays).Distinct().ToArray());
        var until = horizons.Length == 1 ? $"day {ReportNumbers.Text(horizons[0], "N0")}"
            : $"between day {ReportNumbers.Text(horizons.Min(), "N0")} and {ReportNumbers.Text(horizons.Max(), "N0")}";
        var neither = view.Worlds.NeitherDecides.Value;
        return days.Censored == 0 && neither == 0
            ? $"Every deliberation was decided before observation ends, on {until}: no time is censored."
            : $"Observation ends on {until} after the event. What is undecided then is censored: it takes at least that long. "
                + $"In {Percent(days.Censored, days.Worlds)} of the worlds only one of the two decides, and the difference in days is at least the "
                    + "one counted; "
                + $"in {WorldWords.Share(view.Worlds.NeitherDecides)} neither does, which counts as the same.";
    }

    /// <summary>What censoring means, for the section's horizon.</summary>
    internal static string Censoring(ReportSection section)
    {
        var undecided = section.Arms.Max(arm => 1 - arm.DecidedShare.Value);
        return $"Observation ends on day {ReportNumbers.Text(section.Horizon, "N0")}. A deliberation still undecided then is censored: "
            + "we know that it takes at least that long, not how long, and the curves and means use just that."
            + (undecided > 0 ? $" That is up to {ReportNumbers.Text(undecided * 100, undecided < 0.001 ? "0.00" : "0.0")} % of the deliberations of "
                + "a rule."
                : " Here every deliberation was decided before it.");
    }

    /// <summary>Which rules another one beats in speed and agreement, in a sentence.</summary>
    internal static string Dominance(ReportSection section, Frontier frontier)
    {
        var dominated = frontier.Points.Where(point => !point.IsOnFrontier).ToArray();
        var best = ReportNumbers.List([.. frontier.Points.Where(point => point.IsOnFrontier).Select(point => section.Quoted(point.Arm))]);
        var beaten = dominated.Select(point =>
            $"{section.Quoted(point.Arm)} (by {ReportNumbers.List([.. point.DominatedBy.Select(section.Quoted)])})");
        return dominated.Length == 0
            ? $"No rule is on average both slower and less agreed than another: {best} each buy speed with agreement, or the reverse."
            : $"On average not beaten in both speed and agreement: {best}. Beaten in both: {string.Join("; ", beaten)}.";
    }

    private static string Price(ReportSection section, ArmSummary arm)
    {
        var outvoted = arm.Measure("outvoted");
        var members = outvoted.Value == 0 ? "Nobody is outvoted"
            : $"Of {arm.Arm.Terms.Roster.Size} members {ReportNumbers.Value(outvoted, "0.00")} are outvoted on average{Most(section, arm)}";
        return $"{members}; agreement of the last ballots is {WorldWords.Of(arm.Spread("agreement_index"), "0.00")} in the middle world, on a scale "
            + "from 0 to 1.";
    }

    private static string Most(ReportSection section, ArmSummary arm)
    {
        if (arm.Members.MaxBy(member => member.Outvoted.Value) is not { } most)
        {
            return "";
        }

        var name = section.Baseline.Arm.Terms.Roster.Members.First(member => member.Code == most.Code).Name;
        return $", most often {name} ({WorldWords.Share(most.Outvoted)})";
    }

    private static string Percent(long part, long whole) => whole == 0 ? ReportNumbers.Undefined : $"{WorldWords.Percent((double)part / whole)} %";

    private static string Points(IEnumerable<Estimate> shares)
    {
        var most = shares.SelectMany(share =>
            new[] { share.High - share.Value, share.Value - share.Low }).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        return ReportNumbers.Text(most * 100, "0.0");
    }
}
