using System.Collections.Immutable;
using System.Numerics;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Statistics.Power;

/// <summary>Computes a-priori voting power, exactly.</summary>
public static class VotingPower
{
    /// <summary>The largest table for which every rule can be computed. Larger ones can where many members are alike to the rule.</summary>
    public const int MostMembers = WinningBits.MostMembers;

    // Some milliseconds, and some tenths of a second.
    private const double MostCoalitions = 1 << 16;
    private const double MostRounds = 14_348_907;

    /// <summary>The voting power of every member under a rule.</summary>
    /// <param name="rule">A rule in force: free of <see cref="Sequence"/> and <see cref="ByCategory"/>; see
    /// <see cref="DecisionRule.Stages"/>.</param>
    /// <param name="roster">Who sits at the table.</param>
    /// <exception cref="ArgumentException">The table is too large: more than <see cref="MostMembers"/> members, not enough of them alike.</exception>
    public static PowerProfile Of(DecisionRule rule, Roster roster) => Of(new SeatedRule(rule, roster));

    /// <inheritdoc cref="Of(DecisionRule, Roster)"/>
    public static PowerProfile Of(SeatedRule rule)
    {
        var kinds = new MemberKinds(rule);
        return CountCoalitions(rule, kinds) is { } coalitions
            ? Of(rule.Roster, coalitions, CountRounds(rule, kinds, coalitions))
            : throw new ArgumentException(
                $"{rule.Roster.Size} members have too many coalitions; expected at most {MostMembers}, "
                + "or more only where the rule treats many of them alike.",
                nameof(rule));
    }

    /// <summary>Whether the table is small enough, or the members enough alike, for <see cref="Of(DecisionRule, Roster)"/>.</summary>
    public static bool IsWithinReach(SeatedRule rule) => rule.Roster.Size <= MostMembers || new MemberKinds(rule).Coalitions <= MostCoalitions;

    private static CoalitionCounts? CountCoalitions(SeatedRule rule, MemberKinds kinds) =>
        kinds.Coalitions <= MostCoalitions ? kinds.CountCoalitions()
        : rule.Roster.Size <= MostMembers ? WinningBits.Count(rule)
        : null;

    private static Rounds? CountRounds(SeatedRule rule, MemberKinds kinds, CoalitionCounts coalitions) =>
        rule.TakesAbstentionForObjection ? Rounds.Of(coalitions)
        : kinds.Rounds <= MostRounds ? Rounds.Of(kinds.CountRounds())
        : null;

    private static PowerProfile Of(Roster roster, CoalitionCounts counts, Rounds? rounds)
    {
        var n = roster.Size;
        var factorials = Enumerable.Range(1, n).Aggregate(ImmutableList.Create(BigInteger.One), (list, k) => list.Add(list[^1] * k));
        BigInteger[] swings = [.. Seats(member => Sum(critical => counts.Critical[member, critical]))];
        BigInteger[] pivots =
            [.. Seats(member => Sum(size => counts.Swings(member, size) * (size == 0 ? 0 : factorials[size - 1] * factorials[n - size])))];
        BigInteger[] johnston = [.. Seats(member => Sum(critical => counts.Critical[member, critical] * Share(critical)))];
        BigInteger[] deeganPackel = [.. Seats(member => Sum(size => counts.MinimalWith[member, size] * Share(size)))];
        BigInteger[] holler = [.. Seats(member => Sum(size => counts.MinimalWith[member, size]))];
        var (winning, all) = (Sum(size => counts.Winning[size]), BigInteger.One << n);

        return new()
        {
            WinningCoalitions = (UInt128)winning,
            MinimalWinningCoalitions = (UInt128)Sum(size => counts.Minimal[size]),
            BlockingCoalitions = (UInt128)(all - winning),
            PowerToAct = Ratio(winning, all),
            TernaryPowerToAct = rounds is null ? double.NaN : Ratio(rounds.Adopted, BigInteger.Pow(3, n)),
            Members =
            [
                .. Seats(member => new MemberPower
                {
                    Code = roster.Members[member].Code,
                    Swings = (UInt128)swings[member],
                    Banzhaf = Ratio(swings[member], all / 2),
                    BanzhafNormalized = ShareOf(swings, member),
                    ShapleyShubik = Ratio(pivots[member], factorials[n]),
                    Johnston = ShareOf(johnston, member),
                    DeeganPackel = ShareOf(deeganPackel, member),
                    Holler = ShareOf(holler, member),
                    ColemanPrevent = Ratio(swings[member], winning),
                    ColemanInitiate = Ratio(swings[member], all - winning),
                    Ternary = rounds?.PowerOf(member),
                }),
            ],
        };

        IEnumerable<T> Seats<T>(Func<int, T> select) => Enumerable.Range(0, n).Select(select);

        BigInteger Sum(Func<int, BigInteger> term) => Enumerable.Range(0, n + 1).Aggregate(BigInteger.Zero, (sum, index) => sum + term(index));

        // One part of a coalition's unit among so many, in units of 1/n!.
        BigInteger Share(int among) => among == 0 ? 0 : factorials[n] / among;
    }

    private static double ShareOf(BigInteger[] parts, int index) => Ratio(parts[index], parts.Aggregate(BigInteger.Add));

    private static double Ratio(BigInteger part, BigInteger whole) => whole.IsZero ? double.NaN : (double)part / (double)whole;

    /// <summary>Rounds that adopt, of the 3^n; and of those 3^(n-1) each in which a member supports, abstains or objects.</summary>
    private sealed record Rounds(BigInteger Adopted, BigInteger[] Supported, BigInteger[] Abstained, BigInteger[] Objected)
    {
        public static Rounds Of(RoundCounts counts) => new(
            counts.Adopted,
            [.. counts.Supported.Select(count => (BigInteger)count)],
            [.. counts.Supported.Zip(counts.Objected, (supported, objected) => (BigInteger)(counts.Adopted - supported - objected))],
            [.. counts.Objected.Select(count => (BigInteger)count)]);

        /// <summary>Where abstention does what objection does: each of the n - s members that do not support in one of two ways.</summary>
        public static Rounds Of(CoalitionCounts counts)
        {
            var n = counts.Members;
            BigInteger[] supported = [.. Members(member => Sum(size => (BigInteger)counts.WinningWith[member, size] << n - size))];
            BigInteger[] otherwise =
                [.. Members(member => Sum(size => (BigInteger)(counts.Winning[size] - counts.WinningWith[member, size]) << n - size) / 2)];
            return new(Sum(size => (BigInteger)counts.Winning[size] << n - size), supported, otherwise, otherwise);

            IEnumerable<BigInteger> Members(Func<int, BigInteger> select) => Enumerable.Range(0, n).Select(select);

            BigInteger Sum(Func<int, BigInteger> term) => Enumerable.Range(0, n + 1).Aggregate(BigInteger.Zero, (sum, size) => sum + term(size));
        }

        public TernaryPower PowerOf(int member)
        {
            var others = BigInteger.Pow(3, Supported.Length - 1);
            return new(
                Ratio(Supported[member] - Objected[member], others),
                Ratio(Supported[member] - Abstained[member], others),
                Ratio(Abstained[member] - Objected[member], others));
        }
    }
}
