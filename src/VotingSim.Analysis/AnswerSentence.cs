using System.Globalization;
using VotingSim.Analysis.Worlds;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis;

/// <summary>What a comparison says, in words for a reader who is no statistician: over worlds, and not over the arithmetic of a mean.</summary>
public static class AnswerSentence
{
    private const double Worthwhile = 0.05; // a share of the worlds, or of the variance, that is worth a sentence

    /// <summary>The whole answer of a contrast: who is earlier in how many worlds, by how much, what becomes of agreement, how decisions
    /// come about, what it hangs on and where it turns around.</summary>
    /// <param name="contrast">The contrast.</param>
    /// <param name="titleOf">What a rule is called, by its name.</param>
    public static string Of(ContrastSummary contrast, Func<string, string> titleOf)
    {
        ArgumentNullException.ThrowIfNull(contrast);
        ArgumentNullException.ThrowIfNull(titleOf);
        var (worlds, rule, baseline) = Named(contrast, titleOf);
        return $"{Lead(contrast, titleOf)}{Undecided(worlds, rule, baseline)}"
            + $"{Agreement(worlds.Measure("agreement_index"))}{Consent(contrast.ConsentShare)}{Hangs(contrast.Drivers)}";
    }

    /// <summary>The first sentence of the answer: who is earlier in how many worlds, and by how much.</summary>
    /// <param name="contrast">The contrast.</param>
    /// <param name="titleOf">What a rule is called, by its name.</param>
    public static string Lead(ContrastSummary contrast, Func<string, string> titleOf)
    {
        ArgumentNullException.ThrowIfNull(contrast);
        ArgumentNullException.ThrowIfNull(titleOf);
        var (worlds, rule, baseline) = Named(contrast, titleOf);
        return $"{Scope(contrast.Contrast)}{Lead(worlds, rule, baseline)}";
    }

    /// <summary>The answer of a comparison of two arms: who is earlier in how many worlds, by how much, and what becomes of agreement.</summary>
    /// <param name="worlds">The differences over worlds.</param>
    /// <param name="rule">What the rule is called.</param>
    /// <param name="baseline">What the baseline is called.</param>
    public static string Of(WorldComparison worlds, string rule, string baseline)
    {
        ArgumentNullException.ThrowIfNull(worlds);
        return $"{Lead(worlds, rule, baseline)}{Undecided(worlds, rule, baseline)}{Agreement(worlds.Measure("agreement_index"))}";
    }

    /// <summary>A range of differences in days, from its earliest end to its latest: "60 to 180 days earlier", "20 days earlier to 10
    /// later".</summary>
    public static string Range(double low, double high) => (SignificantDigits.Days(low), SignificantDigits.Days(high)) switch
    {
        _ when double.IsNaN(low) || double.IsNaN(high) => "not defined",
        (0, 0) => "the same day",
        ( < 0, > 0) => $"{Count(-low)} earlier to {Whole(high)} later",
        (0, > 0) => $"the same day to {Count(high)} later",
        ( < 0, 0) => $"{Count(-low)} earlier to the same day",
        (_, > 0) => Whole(low) == Whole(high) ? $"{Count(low)} later" : $"{Whole(low)} to {Count(high)} later",
        _ => Whole(low) == Whole(high) ? $"{Count(-low)} earlier" : $"{Whole(-high)} to {Count(-low)} earlier",
    };

    private static string Lead(WorldComparison worlds, string rule, string baseline) =>
        $"{rule} decides {Order(worlds, baseline)}: {Days(worlds.Days)}.";

    private static (WorldComparison Worlds, string Rule, string Baseline) Named(ContrastSummary contrast, Func<string, string> titleOf) =>
        (contrast.Worlds, RuleTitles.Quoted(titleOf(contrast.Contrast.Rule)), RuleTitles.Quoted(titleOf(contrast.Contrast.Baseline)));

    private static string Scope(Contrast contrast)
    {
        var crises = contrast.Pairs.Select(pair => pair.Arm.Crisis).Distinct(StringComparer.Ordinal).Count();
        var points = contrast.Pairs.Length / crises;
        return (crises > 1, points > 1) switch
        {
            (true, true) => $"Over all {crises} crises and {points} design points, ",
            (true, false) => $"Over all {crises} crises, ",
            (false, true) => $"Over all {points} design points, ",
            _ => "",
        };
    }

    private static string Order(WorldComparison worlds, string baseline)
    {
        var (earlier, same, later) = (Share(worlds.Earlier), Share(worlds.Same), Share(worlds.Later));
        return worlds.Conclusion switch
        {
            Conclusion.Earlier => $"earlier than {baseline} in {earlier} of worlds, at the same time in {same}, later in {later}",
            Conclusion.Later => $"later than {baseline} in {later} of worlds, at the same time in {same}, earlier in {earlier}",
            _ => $"at the same time as {baseline} in {same} of worlds, earlier in {earlier}, later in {later}",
        };
    }

    private static string Days(WorldDistribution days) =>
        $"{Range(days.P50, days.P50)} in the middle world, {Range(days.P25, days.P75)} in the middle half, "
            + $"{Range(days.P05, days.P95)} in nine in ten";

    private static string Undecided(WorldComparison worlds, string rule, string baseline)
    {
        List<string> parts = [];
        Say(worlds.NeitherDecides, "neither decides before the end of observation, which counts as the same time");
        Say(worlds.OnlyRuleDecides, $"only {rule} decides");
        Say(worlds.OnlyBaselineDecides, $"only {baseline} decides");
        return parts.Count == 0 ? "" : $" In {string.Join("; in ", parts)}.";

        void Say(Estimate share, string what)
        {
            if (share.Value >= Worthwhile)
            {
                parts.Add($"{Share(share)} of worlds {what}");
            }
        }
    }

    private static string Agreement(WorldDistribution? agreement)
    {
        if (agreement is null || agreement.Worlds == 0)
        {
            return "";
        }

        var what = Format(agreement.P50) == Format(0) ? "Agreement is the same in the middle world"
            : $"Agreement is {(agreement.P50 < 0 ? "lower" : "higher")} by {Format(Math.Abs(agreement.P50))} in the middle world";
        return $" {what} (middle half: {Format(agreement.P25)} to {Format(agreement.P75)}).";
    }

    private static string Consent(Estimate share) => double.IsNaN(share.Value) ? "" : $" {Share(share)} of its decisions are by consent.";

    private static string Hangs(WorldDrivers? drivers)
    {
        if (drivers is null)
        {
            return " Only luck differs between these worlds: no parameter is uncertain.";
        }

        var first = drivers.Drivers[0];
        var hangs = first.FirstOrder.Value >= Worthwhile
            ? $" It hangs most on {first.Parameter}, which alone explains {Share(first.FirstOrder)} of what differs between worlds"
            : " No parameter alone explains much of what differs between worlds";
        return $"{hangs}{Turns(drivers.Discovery)}.";
    }

    private static string Turns(Discovery discovery)
    {
        if (discovery.Limits.IsEmpty)
        {
            return discovery.CaseShare == 0 ? "; it turns around in none of them" : "; no range of the parameters was found in which it turns around";
        }

        var box = string.Join(" and ", discovery.Limits.Select(Limit));
        var held = Share(1 - discovery.Density);
        return discovery.TurnsAround
            ? $"; it turns around where {box} (there it holds in {held} of worlds)"
            : $"; it holds least often, in {held} of worlds, where {box}";
    }

    internal static string Limit(DiscoveredLimit limit) => (double.IsFinite(limit.Low), double.IsFinite(limit.High)) switch
    {
        (true, true) => $"{limit.Parameter} is {Number(limit.Low)} to {Number(limit.High)}",
        (true, false) => $"{limit.Parameter} is at least {Number(limit.Low)}",
        _ => $"{limit.Parameter} is at most {Number(limit.High)}",
    } + (limit.Scales ? " times as configured" : "");

    private static string Share(Estimate share) => Share(share.Value);

    private static string Share(double share) => share switch
    {
        double.NaN => "-",
        > 0 and < 0.005 => "under 1 %",
        > 0.995 and < 1 => "over 99 %",
        _ => $"{SignificantDigits.Text(share * 100, "0")} %", // as tables and figures round it
    };

    private static string Count(double days) => Whole(days) is var text && text == "1" ? "1 day" : $"{text} days";

    private static string Whole(double days) => SignificantDigits.Text(Math.Abs(SignificantDigits.Days(days)), "N0");

    private static string Format(double value) => (Math.Round(value, 2) + 0.0).ToString("0.00", CultureInfo.InvariantCulture);

    // Three digits that count.
    private static string Number(double value) =>
        Math.Abs(value) < 100 ? SignificantDigits.Text(value, digits: 3) : SignificantDigits.Text(value, "0");
}
