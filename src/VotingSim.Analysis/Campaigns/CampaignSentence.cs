using System.Globalization;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Analysis.Campaigns;

/// <summary>What a comparison of campaigns says, in a sentence for a reader who is no statistician.</summary>
public static class CampaignSentence
{
    /// <summary>The answer: how many more matters the rule decides, how many are carried out, and where it leaves the least contented.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="titleOf">What a rule is called, by its name.</param>
    public static string Of(CampaignComparison comparison, Func<string, string> titleOf) => Lead(comparison, titleOf) + Turns(comparison);

    /// <summary>The same without where it turns around.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="titleOf">What a rule is called, by its name.</param>
    public static string Lead(CampaignComparison comparison, Func<string, string> titleOf)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(titleOf);
        var years = comparison.Arm.Arm.Campaign!.Years;
        var (rule, baseline) = (RuleTitles.Quoted(titleOf(comparison.Arm.Arm.Rule)), RuleTitles.Quoted(titleOf(comparison.Baseline.Arm.Rule)));
        var goodwill = comparison.Differences["goodwill_min"];
        return $"Over {years} {(years == 1 ? "year" : "years")}, compared with {baseline}, {rule} decides {Amount("decided_per_year")} matters on "
            + $"average ({Worlds("decided_per_year")}), carries out {Amount("carried_out_per_year")} decisions ({Worlds("carried_out_per_year")}), "
            + $"and leaves the least contented member worse off in {Share(goodwill.Lower.Value)} of worlds and better off in "
            + $"{Share(goodwill.Higher.Value)}.";

        string Amount(string measure)
        {
            var difference = (comparison.Arm.Measures[measure].Mean.Value - comparison.Baseline.Measures[measure].Mean.Value) * years;
            var amount = Math.Abs(difference).ToString("0.0", CultureInfo.InvariantCulture);
            return amount == "0.0" ? "as many" : $"{amount} {(difference > 0 ? "more" : "fewer")}";
        }

        string Worlds(string measure)
        {
            var worlds = comparison.Differences[measure];
            return $"more in {Share(worlds.Higher.Value)} of worlds, the same in {Share(worlds.Same.Value)}, fewer in {Share(worlds.Lower.Value)}";
        }
    }

    /// <summary>Where it turns around, in a sentence; empty where nothing is uncertain.</summary>
    public static string Turning(CampaignComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return Turns(comparison).TrimStart();
    }

    // Where what most worlds say of decisions carried out does not hold.
    private static string Turns(CampaignComparison comparison) => comparison.Turning switch
    {
        null => "",
        { CaseShare: 0 } => " What is said of decisions carried out turns around in no world.",
        { Limits.IsEmpty: true } => " No range of the parameters was found in which what is said of decisions carried out turns around.",
        { TurnsAround: true } turning => $" What is said of decisions carried out turns around where {Box(turning)}.",
        var turning => $" What is said of decisions carried out holds least often, in {Share(1 - turning.Density)} of worlds, where {Box(turning)}.",
    };

    private static string Box(Discovery turning) => string.Join(" and ", turning.Limits.Select(AnswerSentence.Limit));

    private static string Share(double share) => double.IsNaN(share) ? SignificantDigits.Dash
        : (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";
}
