using System.Collections.Immutable;
using System.Numerics;
using VotingSim.Measures;

namespace VotingSim.Statistics.Agreement;

/// <summary>Ballots of many votes as counts: all that measures of agreement need, whatever the number of votes.</summary>
/// <remarks>
/// Per pair of members a table of three by three ballots, and how many votes had so many supporters, objectors and abstainers. Votes are gathered in blocks of 64, in which the ballots of a member are the
/// bits of a word and a cell of a pair's table is one population count.
/// </remarks>
public sealed class BallotCounts
{
    private const int Block = 64;
    private const int Ballots = 3;

    private readonly int _members;
    private readonly ulong _everybody;
    private readonly long[] _pairs;
    private readonly long[] _tallies;

    // By ballot: a mask of members for each vote of the block; transposed, a mask of votes for each member.
    private readonly ulong[][] _block = [new ulong[Block], new ulong[Block], new ulong[Block]];
    private int _pending;

    /// <summary>Prepares counts of zero.</summary>
    /// <param name="members">Number of members. Range: 1 to 64.</param>
    public BallotCounts(int members)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(members, 64);
        (_members, _everybody) = (members, members == 64 ? ulong.MaxValue : (1UL << members) - 1);
        _pairs = new long[members * (members - 1) / 2 * Ballots * Ballots];
        _tallies = new long[(members + 1) * (members + 1) * (members + 1)];
    }

    /// <summary>Number of votes.</summary>
    public long Votes { get; private set; }

    /// <summary>Counts a vote, in which the member in seat i is bit i.</summary>
    /// <param name="supporters">Who supports.</param>
    /// <param name="objectors">Who objects.</param>
    /// <param name="absent">Who casts no ballot. Whoever is in none of the three abstains.</param>
    public void Add(ulong supporters, ulong objectors, ulong absent = 0)
    {
        if ((supporters & objectors) != 0 || ((supporters | objectors) & absent) != 0 || ((supporters | objectors | absent) & ~_everybody) != 0)
        {
            throw new ArgumentException("A member casts one ballot or none, and sits at the table.", nameof(supporters));
        }

        var abstainers = _everybody & ~(supporters | objectors | absent);
        (_block[0][_pending], _block[1][_pending], _block[2][_pending]) = (supporters, objectors, abstainers);
        _tallies[IndexOf(BitOperations.PopCount(supporters), BitOperations.PopCount(objectors), BitOperations.PopCount(abstainers))]++;
        Votes++;
        if (++_pending == Block)
        {
            CountBlock();
        }
    }

    /// <summary>The measures of agreement so far.</summary>
    /// <param name="seed">Seed of the bootstrap intervals.</param>
    public AgreementSummary Summarize(ulong seed)
    {
        CountBlock();
        var patterns = Patterns();
        return new()
        {
            Votes = Votes,
            CompleteVotes = patterns.Where(pattern => pattern.Members == _members).Sum(pattern => pattern.Votes),
            MeanAgreementIndex = Mean(patterns, counts => Cohesion.AgreementIndex(counts[0], counts[1], counts[2])),
            MeanRiceIndex = Mean(patterns, counts => Cohesion.RiceIndex(counts[0], counts[1])),
            UnanimousShare = Proportion.Wilson(
                patterns.Where(pattern => pattern.Members > 0 && pattern.Counts.Max() == pattern.Members).Sum(pattern => pattern.Votes),
                patterns.Where(pattern => pattern.Members > 0).Sum(pattern => pattern.Votes)),
            KrippendorffAlpha = KrippendorffAlpha.Of(patterns, seed),
            FleissKappa = _members < 2 ? Estimate.Undefined : FleissKappa.Of(patterns, _members, seed),
            Pairs = Pairs(),
        };
    }

    private static Estimate Mean(IEnumerable<RatingPattern> patterns, Func<ImmutableArray<int>, double> index)
    {
        var moments = new Moments();
        foreach (var pattern in patterns)
        {
            moments.Add(index(pattern.Counts), pattern.Votes);
        }

        return moments.Interval();
    }

    // Supporters, objectors and abstainers of every vote, in an order that does not depend on that of the votes.
    private ImmutableArray<RatingPattern> Patterns()
    {
        var patterns = ImmutableArray.CreateBuilder<RatingPattern>();
        for (var supporters = 0; supporters <= _members; supporters++)
        {
            for (var objectors = 0; objectors <= _members - supporters; objectors++)
            {
                for (var abstainers = 0; abstainers <= _members - supporters - objectors; abstainers++)
                {
                    if (_tallies[IndexOf(supporters, objectors, abstainers)] is > 0 and var votes)
                    {
                        patterns.Add(new([supporters, objectors, abstainers], votes));
                    }
                }
            }
        }

        return patterns.DrainToImmutable();
    }

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

    private int IndexOf(int supporters, int objectors, int abstainers) => (((supporters * (_members + 1)) + objectors) * (_members + 1)) + abstainers;

    private void CountBlock()
    {
        var (supports, objections, abstentions) = (_block[0], _block[1], _block[2]);
        foreach (var ballots in _block)
        {
            ballots.AsSpan(_pending).Clear();
            Transpose(ballots);
        }

        var cell = 0;
        for (var first = 0; first < _members; first++)
        {
            var (s, o, a) = (supports[first], objections[first], abstentions[first]);
            for (var second = first + 1; second < _members; second++, cell += Ballots * Ballots)
            {
                var table = _pairs.AsSpan(cell, Ballots * Ballots);
                var (support, objection, abstention) = (supports[second], objections[second], abstentions[second]);
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

        _pending = 0;
    }

    // The 64 by 64 bits about their diagonal: halves change places, then quarters, and so on (Warren 2012, Hacker's Delight, 2nd ed., sect. 7-3).
    private static void Transpose(ulong[] bits)
    {
        var mask = 0x00000000FFFFFFFFUL;
        for (var width = 32; width > 0; width >>= 1, mask ^= mask << width)
        {
            for (var row = 0; row < Block; row = (row + width + 1) & ~width)
            {
                var moved = ((bits[row] >> width) ^ bits[row + width]) & mask;
                bits[row] ^= moved << width;
                bits[row + width] ^= moved;
            }
        }
    }
}
