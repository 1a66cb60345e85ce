using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What a text is worth to a member, in words for who sits there; and how far the last text was from passing.</summary>
public static class WorthSentences
{
    /// <summary>What the text is worth, and what is held out for.</summary>
    public static string Worth(TextWorth worth) =>
        Tell($"Worth {Points(worth.Text)} of 100 to you; you hold out for {Points(worth.Asked)}.");

    /// <summary>What the profile makes of that.</summary>
    public static string Profile(TextWorth worth) => worth switch
    {
        { IsForbidden: true } => Tell("It crosses your red line: by its profile your member would object."),
        { Profile: Ballot.Support, Margin: >= 0 } => Tell("By its profile your member would support it."),
        { Profile: Ballot.Support } =>
            Tell($"By its profile your member would support it, for unity’s sake: {Points(-worth.Margin)} short."),
        { Profile: Ballot.Abstention } =>
            Tell($"By its profile your member would be silent and abstain: {Points(-worth.Margin)} short."),
        _ => Tell($"By its profile your member would object: {Points(-worth.Margin)} short."),
    };

    /// <summary>What no decision is worth, and costs.</summary>
    public static string NoDecision(TextWorth worth) => Tell(
        $"No decision is worth {Points(worth.NoDecision)} to you: the status quo would be {Points(worth.StatusQuo)}, "
        + $"and leaving things open costs you {Points(worth.Cost)} by now.");

    /// <summary>How far short a text may fall.</summary>
    public static string Bands(MemberState member) => Tell(
        $"Your ideal is worth 100. Your member supports a text that falls up to {Points(member.Unity)} short of what it holds out for, "
        + $"abstains up to {Points(member.Unity + member.Reticence)} short, and objects beyond.");

    /// <summary>What the numbers leave out.</summary>
    public static string LeftOut =>
        Tell("The model also draws the politics of the day by chance; that is not in these numbers. The ballot is yours.");

    /// <summary>What the rule still needed in the last round; before the first, what it needs.</summary>
    /// <param name="last">The last round held, or the opening.</param>
    public static string Distance(RoundView last) => last switch
    {
        { HasBallots: false } => Tell($"To pass: {Told(last.Reading, Needed)}."),
        { Reading.IsMet: true } => Tell("Last time the rule was met, over objections; the chair sought consensus."),
        _ => Tell($"Last time: {Told(last.Reading, Reached)}."),
    };

    /// <summary>How many could live with the last text, for who is in the chair; empty before a ballot.</summary>
    /// <param name="roster">The members.</param>
    /// <param name="last">The last round held, or the opening.</param>
    public static string Lived(Roster roster, RoundView last)
    {
        var (supporting, objecting) = (last.Tally.Supporters.Count, ClassroomWording.Codes(roster, last.Tally.Objectors));
        return !last.HasBallots ? ""
            : last.Tally.Objectors.IsEmpty ? Tell($"All {roster.Size} members could live with the last text: {supporting} supported it.")
            : Tell(
                $"{roster.Size - last.Tally.Objectors.Count} of {roster.Size} members could live with the last text: {supporting} supported it. "
                + $"{objecting} objected.");
    }

    /// <summary>A utility of which the ideal is 100.</summary>
    public static string Points(double utility) =>
        Math.Round(100 * utility, MidpointRounding.AwayFromZero) is var points && points < 0
            ? $"−{ClassroomWording.Scale(-points)}"
            : ClassroomWording.Scale(Math.Abs(points));

    private static string Told(RuleReading reading, Func<RuleReading.Quota, string> tell) => reading switch
    {
        RuleReading.Combination all => all.Parts.Select(part => Told(part, tell)).DefaultIfEmpty("")
            .Aggregate((one, other) => all.NeedsAll ? Tell($"{one}, and {other}") : Tell($"{one}, or {other}")),
        RuleReading.Quota quota => tell(quota),
        _ => "",
    };

    private static string Needed(RuleReading.Quota quota) => quota.CountsMembers
        ? Tell($"{QuotaWords.Name(quota)}: {ClassroomWording.Weight(quota.Needed)} of {ClassroomWording.Weight(quota.Whole)}")
        : $"{QuotaWords.Name(quota)}: {QuotaWords.Shown(quota, quota.Needed)}";

    private static string Reached(RuleReading.Quota quota) =>
        Tell($"{QuotaWords.Name(quota)}: {QuotaWords.Shown(quota, quota.Reached)} of the {QuotaWords.Shown(quota, quota.Needed)} needed");
}
