using System.Globalization;
using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>What a comparison says, in a sentence for a reader who is no statistician.</summary>
public static class AnswerSentence
{
    private const string Agreement = "agreement_index";

    /// <summary>The comparison that says most: the one whose restricted means are furthest apart; the first of those that are equally far. Null where there is none.</summary>
    public static ArmComparison? MostTelling(IEnumerable<ArmComparison> comparisons) => comparisons.MaxBy(comparison => Math.Abs(comparison.RestrictedMeanDifference.Value));

    /// <summary>The sentence: how much earlier or later, in which share of the same worlds, and what becomes of agreement. Intervals are 95 %; where one includes 0, the sentence says that nothing is shown.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="arm">What the arm is called.</param>
    /// <param name="baseline">What the baseline is called.</param>
    public static string Of(ArmComparison comparison, string arm, string baseline)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return $"{arm} {Time(comparison, baseline)}, {Cohesion(comparison.Difference(Agreement).Mean)}.";
    }

    private static string Time(ArmComparison comparison, string baseline)
    {
        var days = comparison.RestrictedMeanDifference;
        return days switch
        {
            { High: < 0 } => $"decides {Days(-days.Value)} earlier than {baseline} on average {Limits(days.Negated, DaysFormat(days))}{Share(comparison.Earlier)}",
            { Low: > 0 } => $"decides {Days(days.Value)} later than {baseline} on average {Limits(days, DaysFormat(days))}{Share(comparison.Later)}",
            { Value: 0, Low: 0, High: 0 } => $"takes as long as {baseline} in every replication",
            _ => $"is not shown to decide earlier or later than {baseline} (difference in days {Text(days.Value, "F1")} {Limits(days, "F1")})",
        };

        string Share(Estimate share) => double.IsNaN(share.Value) ? "" : $", in {Text(share.Value * 100, "F0")} % of {(comparison.IsPaired ? "the same worlds" : "pairs of worlds")}";
    }

    private static string Cohesion(Estimate agreement) => agreement switch
    {
        { High: < 0 } => $"and lowers agreement by {Text(-agreement.Value, Format(agreement))} {Limits(agreement.Negated, Format(agreement))}",
        { Low: > 0 } => $"and raises agreement by {Text(agreement.Value, Format(agreement))} {Limits(agreement, Format(agreement))}",
        { Value: 0, Low: 0, High: 0 } => "and leaves agreement as it is",
        _ => $"and is not shown to change agreement (by {Text(agreement.Value, "F3")} {Limits(agreement, "F3")})",
    };

    private static string Days(double days) => days.ToString(days < 10 ? "F1" : "F0", CultureInfo.InvariantCulture) is var text && text == "1" ? "1 day" : $"{text} days";

    private static string DaysFormat(Estimate days) => Math.Abs(days.Value) < 10 ? "F1" : "F0";

    // As many digits as tell the limits apart from 0.
    private static string Format(Estimate difference) => Math.Min(Math.Abs(difference.Low), Math.Abs(difference.High)) < 0.01 ? "F3" : "F2";

    private static string Limits(Estimate estimate, string format) => $"[{Text(estimate.Low, format)}, {Text(estimate.High, format)}]";

    private static string Text(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";
}
