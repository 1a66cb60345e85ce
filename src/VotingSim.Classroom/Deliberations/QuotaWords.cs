using VotingSim.Rules;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What a part of a rule asks for and has, in words and figures.</summary>
public static class QuotaWords
{
    /// <summary>What it weighs, in words: the labels of the rules, each of which is a text of its own.</summary>
    public static string Name(RuleReading.Quota quota) => quota.Label switch
    {
        "members" => Tell("members"),
        "members of those voting" => Tell("members of those voting"),
        "members in support" => Tell("members in support"),
        "members without objection" => Tell("members without objection"),
        "members with a veto that do not use it" => Tell("members with a veto that do not use it"),
        "population" => Tell("population"),
        "population of those voting" => Tell("population of those voting"),
        "square root of population" => Tell("square root of population"),
        "square root of population of those voting" => Tell("square root of population of those voting"),
        "gross domestic product" => Tell("gross domestic product"),
        "gross domestic product of those voting" => Tell("gross domestic product of those voting"),
        "contributions" => Tell("contributions"),
        "contributions of those voting" => Tell("contributions of those voting"),
        "weighted votes" => Tell("weighted votes"),
        "weighted votes of those voting" => Tell("weighted votes of those voting"),
        var label => Translated(label),
    };

    /// <summary>Whether it is met.</summary>
    /// <param name="quota">The part.</param>
    /// <param name="isVoted">Whether there is a vote to read: before it a part only says what it needs.</param>
    public static string Told(RuleReading.Quota quota, bool isVoted) => !isVoted ? Tell("no vote yet")
        : quota.IsMet ? Tell("met")
        : quota.Reached >= quota.Needed ? Tell("not met: nobody supports")
        : Tell("not met");

    /// <summary>A weight as the part counts it: members, or a share of the whole.</summary>
    public static string Shown(RuleReading.Quota quota, decimal weight) =>
        quota.CountsMembers || quota.Whole == 0 ? ClassroomWording.Weight(weight) : ClassroomWording.WeightShare(weight, quota.Whole);

    /// <summary>All of it in a sentence, for who does not see the bar.</summary>
    public static string Explain(RuleReading.Quota quota, bool isVoted) => isVoted
        ? Tell(
            $"{Name(quota)}: {ClassroomWording.Weight(quota.Reached)} of {ClassroomWording.Weight(quota.Whole)} on the side of adoption, "
            + $"{ClassroomWording.Weight(quota.Needed)} needed; {Told(quota, isVoted)}")
        : Tell($"{Name(quota)}: {ClassroomWording.Weight(quota.Needed)} of {ClassroomWording.Weight(quota.Whole)} needed; no vote yet");

    /// <summary>How much of a bar a weight fills. Unit: share, 0 to 1.</summary>
    public static double Share(decimal weight, decimal whole) => whole == 0 ? 0 : (double)Math.Clamp(weight / whole, 0, 1);
}
