using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>The supporters' weight reaches a quota.</summary>
/// <remarks>Sums and comparisons are exact: a share of 0.55 of twenty equal members is eleven, whatever a binary fraction says.</remarks>
public sealed record Criterion : DecisionRule
{
    /// <summary>What each ballot weighs. Default: one each.</summary>
    public VotingWeight Weight { get; init; } = new VotingWeight.OneEach();

    /// <summary>What the supporters' weight must reach.</summary>
    public required Quota Quota { get; init; }

    /// <summary>Whether the quota is a share of those voting, so that an abstention is left out; otherwise of all members, so that an
    /// abstention counts as not supporting. Default: of all.</summary>
    public bool OfVoting { get; init; }

    /// <summary>The criterion fails only if at least this many members do not support (of those the quota counts). Range: &gt;= 0; default
    /// 0, the quota alone decides.</summary>
    /// <remarks>The blocking minority of four in TEU Art. 16(4).</remarks>
    public int BlockingMinority { get; init; }

    internal override BallotTest At(Roster roster)
    {
        var weights = WeightList.Of(roster.Members.Select(Weight.Of));
        var needed = Quota.Of(weights.Total, weights.Scale);
        var all = Coalition.AllOf(roster.Size);

        return (tally, seated) =>
        {
            var counted = OfVoting ? tally.Supporters | tally.Objectors : seated;
            var threshold = counted == all ? needed : Quota.Of(weights.WeightOf(counted), weights.Scale);
            return weights.WeightOf(tally.Supporters) >= threshold
                ? !tally.Supporters.IsEmpty
                : (counted - tally.Supporters).Count < BlockingMinority && !tally.Supporters.IsEmpty;
        };
    }

    internal override RuleReading Read(Roster roster, Tally tally, Coalition seated)
    {
        var weights = WeightList.Of(roster.Members.Select(Weight.Of));
        var unit = WeightList.PowerOfTen(weights.Scale);
        var counted = OfVoting ? tally.Supporters | tally.Objectors : seated;
        var (reached, needed) = (weights.WeightOf(tally.Supporters), Quota.Of(weights.WeightOf(counted), weights.Scale));
        var withholding = (counted - tally.Supporters).Count;
        return new RuleReading.Quota
        {
            Label = OfVoting ? $"{Weight.Label} of those voting" : Weight.Label,
            Reached = reached / unit,
            Needed = needed / unit,
            Whole = weights.WeightOf(counted) / unit,
            CountsMembers = Weight is VotingWeight.OneEach,
            BlockingMinority = BlockingMinority,
            Withholding = withholding,
            IsMet = (reached >= needed || withholding < BlockingMinority) && !tally.Supporters.IsEmpty,
        };
    }

    internal override SufficiencyTest InBlocksAt(Roster roster)
    {
        var weights = WeightList.Of(roster.Members.Select(Weight.Of));
        var (reaching, needed) = (new BlockWeights(weights), Quota.Of(weights.Total, weights.Scale));
        var unblockable = roster.Size - BlockingMinority + 1;

        return others => (reaching.AtLeast(needed - weights.WeightOf(others)) | Block.OfSizeAtLeast(unblockable, others)) & Block.NotEmpty(others);
    }

    internal override bool TreatsAlike(Roster roster, int first, int second) => Weight.Of(roster.Members[first]) == Weight.Of(roster.Members[second]);

    internal override bool TakesAbstentionForObjection(Roster roster) => !OfVoting;
}
