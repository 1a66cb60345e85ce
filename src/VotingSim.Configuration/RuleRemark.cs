using System.Globalization;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Configuration;

/// <summary>What is odd about a rule that is sound in itself: that it can never adopt anything, or cannot but adopt.</summary>
internal static class RuleRemark
{
    private const string Always = "whatever one member supports is adopted, against all others";

    /// <summary>The remark; null where there is none.</summary>
    /// <param name="rule">A rule that is no combination of others.</param>
    /// <param name="roster">Who sits at the table; null where that is not known, so that only what holds of every table is said.</param>
    public static string? Of(DecisionRule rule, Roster? roster)
    {
        if (roster is null)
        {
            return rule is not Criterion { Quota: { IsCount: false } share, BlockingMinority: 0 } ? null
                : share is { Exceeded: true, Share: >= 1 } ? "nothing is ever adopted: nobody has more than the whole"
                : share.Amount == 0 ? Always
                : null;
        }

        if (roster.Size == 1)
        {
            return null;
        }

        var (seated, all) = (new SeatedRule(rule, roster, tabulate: false), Coalition.AllOf(roster.Size));
        if (!seated.Suffices(all))
        {
            return seated.Read(new(all, Coalition.Empty)) is RuleReading.Quota quota
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"nothing is ever adopted: it takes {quota.Needed} ({quota.Label}), and all together are {quota.Whole}")
                : "nothing is ever adopted, not even what all support";
        }

        return Enumerable.Range(0, roster.Size).All(seat => seated.Suffices(Coalition.Of(seat))) ? Always : null;
    }
}
