using System.Collections.Immutable;
using VotingSim.Rules;

namespace VotingSim.Statistics.Power;

/// <summary>The members of a table put together by how the rule treats them: those treated alike are counted once, with the number of ways to
/// choose among them.</summary>
/// <remarks>A table of a hundred equal members has 101 coalitions that differ, not 2^100; where all differ this is plain enumeration.</remarks>
internal sealed class MemberKinds
{
    private readonly ImmutableArray<ImmutableArray<int>> _kinds;
    private readonly SeatedRule _rule;

    public MemberKinds(SeatedRule rule)
    {
        _rule = rule;
        _kinds = [.. rule.Alike.Select((first, seat) => (first, seat)).GroupBy(pair => pair.first, pair => pair.seat)
            .Select(seats => seats.ToImmutableArray())];
    }

    /// <summary>How many coalitions differ: the product of m + 1 over kinds of m members.</summary>
    public double Coalitions => _kinds.Aggregate(1.0, (product, kind) => product * (kind.Length + 1));

    /// <summary>How many rounds of three ballots differ: the product of (m + 1)(m + 2)/2.</summary>
    public double Rounds => _kinds.Aggregate(1.0, (product, kind) => product * (kind.Length + 1) * (kind.Length + 2) / 2);

    /// <summary>Counts the coalitions. Time: one look at the rule for every coalition that differs and every kind in it.</summary>
    public CoalitionCounts CountCoalitions()
    {
        var counts = new CoalitionCounts(_rule.Roster.Size);
        var chosen = new int[_kinds.Length];
        Choose(0, Coalition.Empty, 1);
        return counts;

        void Choose(int kind, Coalition supporters, UInt128 ways)
        {
            if (kind == _kinds.Length)
            {
                Count(counts, chosen, supporters, ways);
                return;
            }

            var seats = _kinds[kind];
            for (var count = 0; count <= seats.Length; count++)
            {
                chosen[kind] = count;
                Choose(kind + 1, supporters, ways);
                if (count < seats.Length)
                {
                    supporters |= Coalition.Of(seats[count]);
                    ways = ways * (UInt128)(seats.Length - count) / (UInt128)(count + 1);
                }
            }
        }
    }

    /// <summary>Counts the rounds of three ballots that adopt. Time: one look at the rule for every round that differs.</summary>
    public RoundCounts CountRounds()
    {
        var counts = new RoundCounts(_rule.Roster.Size);
        var (supporting, objecting) = (new int[_kinds.Length], new int[_kinds.Length]);
        Choose(0, default, 1);
        return counts;

        void Choose(int kind, Tally tally, UInt128 ways)
        {
            if (kind == _kinds.Length)
            {
                if (_rule.Adopts(tally))
                {
                    Count(counts, supporting, objecting, ways);
                }

                return;
            }

            var seats = _kinds[kind];
            for (var supporters = 0; supporters <= seats.Length; supporters++)
            {
                supporting[kind] = supporters;
                var (others, split, left) = (tally, ways, seats.Length - supporters);
                for (var objectors = 0; objectors <= left; objectors++)
                {
                    objecting[kind] = objectors;
                    Choose(kind + 1, others, split);
                    if (objectors < left)
                    {
                        others = others with { Objectors = others.Objectors | Coalition.Of(seats[supporters + objectors]) };
                        split = split * (UInt128)(left - objectors) / (UInt128)(objectors + 1);
                    }
                }

                if (left > 0)
                {
                    tally = tally with { Supporters = tally.Supporters | Coalition.Of(seats[supporters]) };
                    ways = ways * (UInt128)left / (UInt128)(supporters + 1);
                }
            }
        }
    }

    private void Count(CoalitionCounts counts, int[] chosen, Coalition supporters, UInt128 ways)
    {
        if (!_rule.Suffices(supporters))
        {
            return;
        }

        var (size, critical) = (supporters.Count, 0);
        Span<bool> isCritical = stackalloc bool[_kinds.Length];
        counts.Winning[size] += ways;
        for (var kind = 0; kind < _kinds.Length; kind++)
        {
            if (chosen[kind] > 0)
            {
                isCritical[kind] = !_rule.Suffices(supporters - Coalition.Of(_kinds[kind][chosen[kind] - 1]));
                critical += isCritical[kind] ? chosen[kind] : 0;
            }
        }

        counts.Minimal[size] += critical == size ? ways : 0;
        for (var kind = 0; kind < _kinds.Length; kind++)
        {
            // Of the ways to choose k of m alike, k/m have any given one.
            var with = ways * (UInt128)chosen[kind] / (UInt128)_kinds[kind].Length;
            foreach (var seat in _kinds[kind])
            {
                counts.WinningWith[seat, size] += with;
                counts.Critical[seat, critical] += isCritical[kind] ? with : 0;
                counts.MinimalWith[seat, size] += critical == size ? with : 0;
            }
        }
    }

    private void Count(RoundCounts counts, int[] supporting, int[] objecting, UInt128 ways)
    {
        counts.Adopted += ways;
        for (var kind = 0; kind < _kinds.Length; kind++)
        {
            var alike = (UInt128)_kinds[kind].Length;
            var (supported, objected) = (ways * (UInt128)supporting[kind] / alike, ways * (UInt128)objecting[kind] / alike);
            foreach (var seat in _kinds[kind])
            {
                counts.Supported[seat] += supported;
                counts.Objected[seat] += objected;
            }
        }
    }
}

/// <summary>Rounds of three ballots that adopt: all, and those in which a member supports or objects.</summary>
internal sealed class RoundCounts(int members)
{
    public UInt128 Adopted { get; set; }

    public UInt128[] Supported { get; } = new UInt128[members];

    public UInt128[] Objected { get; } = new UInt128[members];
}
