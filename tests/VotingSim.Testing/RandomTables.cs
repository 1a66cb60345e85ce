using System.Collections.Immutable;
using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Testing;

/// <summary>Tables at random. Weights are small whole numbers and quotas round shares more often than not, so that sums meet quotas exactly.</summary>
public static class RandomTables
{
    private static readonly Gen<Quota> Quotas = Gen.OneOf(
        Gen.Select(
            Gen.OneOf(0m, 0.2m, 0.25m, 0.5m, 0.55m, 0.6m, 0.65m, 0.75m, 0.8m, 1m),
            Gen.Bool,
            (share, exceeded) => new Quota(share, IsCount: false, exceeded)),
        Gen.Select(Gen.Int[0, 1000], Gen.Bool, (share, exceeded) => new Quota(share / 1000m, IsCount: false, exceeded)),
        Gen.Select(
            Gen.Int[1, 12],
            Gen.Int[0, 12],
            Gen.Bool,
            (divisor, dividend, exceeded) => new Quota(Math.Min(dividend, divisor), IsCount: false, exceeded) { Divisor = divisor }),
        Gen.Select(Gen.Int[0, 40], Gen.Bool, (half, exceeded) => new Quota(half / 2m, IsCount: true, exceeded)));

    private static readonly Gen<VotingWeight> UnnamedWeights = Gen.OneOf([.. VotingWeight.Named.Select(Gen.Const)]);

    private static readonly Gen<VotingWeight> ListedWeights = Gen.Int[0, 50].Array[1, 16].Select(
        weights => (VotingWeight)new VotingWeight.Listed(
            weights.Index().ToImmutableSortedDictionary(pair => Some.Code(pair.Index), pair => pair.Item / 10m)));

    /// <summary>Ballots of 64 members; a smaller table takes the first of them. Lopsided either way or even.</summary>
    private static readonly Gen<Ballot[]> Ballots = Gen.OneOf(
        Gen.OneOf(Ballot.Abstention, Ballot.Support, Ballot.Objection).Array[64],
        Gen.Frequency((8, Gen.Const(Ballot.Support)), (1, Gen.Const(Ballot.Abstention)), (1, Gen.Const(Ballot.Objection))).Array[64],
        Gen.OneOf(Ballot.Abstention, Ballot.Support).Array[64]);

    /// <summary>Tables of 1 to 16, mostly small, under every kind of rule.</summary>
    public static Gen<RandomTable> Any => Of(Gen.OneOf(Gen.Int[1, 6], Gen.Int[1, 16]), Rules(named: true));

    /// <summary>Tables of 1 to 8 under every kind of rule.</summary>
    public static Gen<RandomTable> Small => Of(Gen.Int[1, 8], Rules(named: true));

    /// <summary>Tables of 2 to 16 under every kind of rule that does not name members.</summary>
    public static Gen<RandomTable> Anonymous => Of(Gen.Int[2, 16], Rules(named: false));

    /// <summary>Tables of a size, which may itself be random, under a rule.</summary>
    public static Gen<RandomTable> Of(Gen<int> size, Gen<DecisionRule> rule) => Gen.Select(
        size.SelectMany(members => Members(members)),
        rule,
        Ballots.Array[30],
        (members, decision, ballots) => new RandomTable(Roster.Of(members), decision, [.. ballots.Select(round => round[..members.Length])]));

    /// <summary>Criteria of every weight and quota; weights listed by member only where the rule may name members.</summary>
    public static Gen<Criterion> Criteria(bool named) => Gen.Select(
        named ? Gen.Frequency((3, UnnamedWeights), (1, ListedWeights)) : UnnamedWeights,
        Quotas,
        Gen.Bool,
        Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 5])),
        (weight, quota, ofVoting, blocking) => new Criterion { Weight = weight, Quota = quota, OfVoting = ofVoting, BlockingMinority = blocking });

    /// <summary>Every kind of rule; an opt-out stands at the top.</summary>
    public static Gen<DecisionRule> Rules(bool named) => Gen.Frequency(
        (4, Combined(named, depth: 3)),
        (1, Gen.Select(Gen.Int[1, 4], Combined(named, depth: 2), (most, rule) => (DecisionRule)new OptOut(most, rule))));

    /// <summary>Every kind of rule but the opt-out, combined to a depth; 0 is a rule by itself.</summary>
    public static Gen<DecisionRule> Combined(bool named, int depth)
    {
        var simple = Gen.Frequency(
            (1, Gen.Const<DecisionRule>(new Consensus())),
            (1, Gen.Const<DecisionRule>(new Unanimity())),
            (1, Gen.Int[0, 4].Select(objectors => (DecisionRule)new ConsensusMinus(objectors))),
            (4, Criteria(named).Select(criterion => (DecisionRule)criterion)));
        if (depth == 0)
        {
            return simple;
        }

        var parts = Combined(named, depth - 1).Array[1, 3];
        var combined = Gen.OneOf(parts.Select(rules => (DecisionRule)new AllOf([.. rules])), parts.Select(rules => (DecisionRule)new AnyOf([.. rules])));
        var veto = Gen.Select(Gen.Int[0, 17].Array[0, 3], Combined(named, depth - 1), (seats, rule) => (DecisionRule)new Veto([.. seats.Select(Some.Code)], rule));
        return named ? Gen.Frequency((2, simple), (2, combined), (1, veto)) : Gen.OneOf(simple, combined);
    }

    private static Gen<MemberState[]> Members(int size) => Gen
        .Select(Gen.OneOf(Gen.Int[0, 20], Gen.Int[0, 300_000_000]).Array[size], Gen.Int[0, 99].Array[size], Gen.Int[0, 4].Array[size])
        .Select(columns => Enumerable.Range(0, size).Select(seat => new MemberState
        {
            Code = Some.Code(seat),
            Name = Some.Code(seat),
            Population = columns.Item1[seat],
            Gdp = columns.Item2[seat] / 10m,
            Contribution = columns.Item3[seat],
        }).ToArray());
}
