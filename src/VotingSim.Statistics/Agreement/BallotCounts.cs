using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VotingSim.Deliberation;
using VotingSim.Measures;

namespace VotingSim.Statistics.Agreement;

/// <summary>Ballots of many votes as counts: all that measures of agreement need, whatever the number of votes.</summary>
/// <remarks>
/// Per pair of members a table of three by three ballots, and how many votes had so many supporters, objectors and abstainers. Votes are gathered
/// in blocks of 64, in which the ballots of a member are the bits of a word and a cell of a pair's table is one population count.
/// </remarks>
public sealed class BallotCounts
{
    private const int Block = 64;
    private const int Ballots = 3;
    private const int CountMask = (1 << 20) - 1;

    private readonly int _members;
    private readonly long[] _pairs;
    private readonly Dictionary<long, long> _tallies = [];

    // The block. Votes that come as masks are kept as such, members as the bits of a vote, and turned around when it is full.
    private readonly ulong[] _supporters = new ulong[Block];
    private readonly ulong[] _objectors = new ulong[Block];
    private readonly ulong[] _abstainers = new ulong[Block];

    // The block, votes as the bits of a member.
    private readonly ulong[] _supports;
    private readonly ulong[] _objections;
    private readonly ulong[] _abstentions;
    private int _pending;

    /// <summary>Prepares counts of zero.</summary>
    /// <param name="members">Number of members. Range: 1 to 3,000; memory is 36 bytes times their square.</param>
    public BallotCounts(int members)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members, MostMembers);
        _members = members;
        _pairs = new long[members * (members - 1) / 2 * Ballots * Ballots];
        (_supports, _objections, _abstentions) = (new ulong[members], new ulong[members], new ulong[members]);
    }

    /// <summary>The largest number of members.</summary>
    public static int MostMembers => 3_000;

    /// <summary>Number of votes.</summary>
    public long Votes { get; private set; }

    /// <summary>Counts a vote of at most 64 members, the member in seat i being bit i.</summary>
    /// <param name="supporters">Who supports.</param>
    /// <param name="objectors">Who objects.</param>
    /// <param name="absent">Who casts no ballot. Whoever is in none of the three abstains.</param>
    public void Add(ulong supporters, ulong objectors, ulong absent = 0)
    {
        var everybody = _members >= Block ? ulong.MaxValue : (1UL << _members) - 1;
        if (_members > Block || (supporters & objectors) != 0 || ((supporters | objectors) & absent) != 0
            || ((supporters | objectors | absent) & ~everybody) != 0)
        {
            throw new ArgumentException("A member casts one ballot or none, and sits at the table.", nameof(supporters));
        }

        var abstainers = everybody & ~(supporters | objectors | absent);
        (_supporters[_pending], _objectors[_pending], _abstainers[_pending]) = (supporters, objectors, abstainers);
        End(BitOperations.PopCount(supporters), BitOperations.PopCount(objectors), BitOperations.PopCount(abstainers));
    }

    /// <summary>Counts a vote.</summary>
    /// <param name="ballots">The ballot of each member; null for one that is absent.</param>
    public void Add(ReadOnlySpan<Ballot?> ballots)
    {
        if (ballots.Length != _members)
        {
            throw new ArgumentException($"{ballots.Length} ballots of {_members} members.", nameof(ballots));
        }

        var (supporters, objectors, abstainers) = (0, 0, 0);
        for (var seat = 0; seat < ballots.Length; seat++)
        {
            switch (ballots[seat])
            {
                case Ballot.Support:
                    _supports[seat] |= 1UL << _pending;
                    supporters++;
                    break;
                case Ballot.Objection:
                    _objections[seat] |= 1UL << _pending;
                    objectors++;
                    break;
                case Ballot.Abstention:
                    _abstentions[seat] |= 1UL << _pending;
                    abstainers++;
                    break;
                default:
                    break;
            }
        }

        End(supporters, objectors, abstainers);
    }

    /// <summary>The measures of agreement so far.</summary>
    /// <param name="seed">Seed of the bootstrap intervals of alpha and of Fleiss' kappa; null leaves them without, at a small part of the
    /// cost.</param>
    public AgreementSummary Summarize(ulong? seed)
    {
        CountBlock();
        var patterns = Patterns();
        var (alpha, kappa) = BeyondChance(patterns, seed);
        return new()
        {
            Votes = Votes,
            CompleteVotes = patterns.Where(pattern => pattern.Members == _members).Sum(pattern => pattern.Votes),
            MeanAgreementIndex = Mean(patterns, counts => Cohesion.AgreementIndex(counts[0], counts[1], counts[2])),
            MeanRiceIndex = Mean(patterns, counts => Cohesion.RiceIndex(counts[0], counts[1])),
            UnanimousShare = Proportion.Wilson(
                patterns.Where(pattern => pattern.Members > 0 && pattern.Counts.Max() == pattern.Members).Sum(pattern => pattern.Votes),
                patterns.Where(pattern => pattern.Members > 0).Sum(pattern => pattern.Votes)),
            KrippendorffAlpha = alpha,
            FleissKappa = kappa,
            Pairs = Pairs(),
        };
    }

    // Where nobody is ever absent both coefficients are of the same votes.
    private (Estimate Alpha, Estimate Kappa) BeyondChance(ImmutableArray<RatingPattern> patterns, ulong? seed)
    {
        if (_members >= 2 && patterns.All(pattern => pattern.Members == _members))
        {
            var both = PatternBootstrap.Estimates([.. patterns], [KrippendorffAlpha.Coefficient, FleissKappa.Coefficient], seed);
            return (both[0], both[1]);
        }

        return (KrippendorffAlpha.Of(patterns, seed), _members < 2 ? Estimate.Undefined : FleissKappa.Of(patterns, _members, seed));
    }

    private static Estimate Mean(IEnumerable<RatingPattern> patterns, Func<ImmutableArray<int>, double> index)
    {
        var moments = new Moments();
        foreach (var pattern in patterns)
        {
            moments.Add(index(pattern.Counts), pattern.Votes);
        }

        return BoundedMean.Of(moments);
    }

    // Supporters, objectors and abstainers of every vote, in an order that does not depend on that of the votes.
    private ImmutableArray<RatingPattern> Patterns() =>
        [.. _tallies.OrderBy(tally => tally.Key).Select(tally =>
            new RatingPattern([(int)(tally.Key >> 40), (int)(tally.Key >> 20) & CountMask, (int)tally.Key & CountMask], tally.Value))];

    private ImmutableArray<PairAgreement> Pairs()
    {
        var pairs = ImmutableArray.CreateBuilder<PairAgreement>(_members * (_members - 1) / 2);
        for (var first = 0; first < _members; first++)
        {
            for (var second = first + 1; second < _members; second++)
            {
                var table = _pairs.AsSpan(pairs.Count * Ballots * Ballots, Ballots * Ballots);
                var votes = 0L;
                foreach (var count in table)
                {
                    votes += count;
                }

                pairs.Add(new(first, second, votes, Proportion.Wilson(table[0] + table[4] + table[8], votes), CohenKappa.Of(table, Ballots)));
            }
        }

        return pairs.MoveToImmutable();
    }

    private void End(int supporters, int objectors, int abstainers)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_tallies, (long)supporters << 40 | (long)objectors << 20 | (uint)abstainers, out _)++;
        Votes++;
        if (++_pending == Block)
        {
            CountBlock();
        }
    }

    private void CountBlock()
    {
        TurnInto(_supports, _supporters);
        TurnInto(_objections, _objectors);
        TurnInto(_abstentions, _abstainers);
        var cell = 0;
        for (var first = 0; first < _members; first++)
        {
            var (s, o, a) = (_supports[first], _objections[first], _abstentions[first]);
            for (var second = first + 1; second < _members; second++, cell += Ballots * Ballots)
            {
                var table = _pairs.AsSpan(cell, Ballots * Ballots);
                var (support, objection, abstention) = (_supports[second], _objections[second], _abstentions[second]);
                table[0] += BitOperations.PopCount(s & support);
                table[1] += BitOperations.PopCount(s & objection);
                table[2] += BitOperations.PopCount(s & abstention);
                table[3] += BitOperations.PopCount(o & support);
                table[4] += BitOperations.PopCount(o & objection);
                table[5] += BitOperations.PopCount(o & abstention);
                table[6] += BitOperations.PopCount(a & support);
                table[7] += BitOperations.PopCount(a & objection);
                table[8] += BitOperations.PopCount(a & abstention);
            }
        }

        Array.Clear(_supports);
        Array.Clear(_objections);
        Array.Clear(_abstentions);
        _pending = 0;
    }

    // Masks of members become masks of votes: halves of the 64 by 64 bits change places, then quarters, and so on (Warren 2012, Hacker's Delight,
    // 2nd ed., sect. 7-3).
    private void TurnInto(ulong[] votesOfMembers, ulong[] membersOfVotes)
    {
        ref var bits = ref MemoryMarshal.GetArrayDataReference(membersOfVotes);
        var mask = 0x00000000FFFFFFFFUL;
        for (var width = Block / 2; width > 0; width >>= 1, mask ^= mask << width)
        {
            for (var row = 0; row < Block; row = (row + width + 1) & ~width)
            {
                ref var low = ref Unsafe.Add(ref bits, row);
                ref var high = ref Unsafe.Add(ref bits, row + width);
                var moved = ((low >> width) ^ high) & mask;
                low ^= moved << width;
                high ^= moved;
            }
        }

        for (var seat = 0; seat < Math.Min(Block, _members); seat++)
        {
            votesOfMembers[seat] |= membersOfVotes[seat];
        }

        Array.Clear(membersOfVotes);
    }
}
