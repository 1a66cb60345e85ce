using System.Collections.Immutable;
using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>A decision rule at a particular table: answers in one look-up where the table is small, by computation where it is not.</summary>
public sealed class SeatedRule
{
    /// <summary>The largest table whose 3^n outcomes are tabulated.</summary>
    public const int LargestTabulated = 12;

    private readonly DecisionRule _rule;
    private readonly Roster _roster;
    private readonly BallotTest _test;
    private readonly Lazy<SufficiencyTest> _inBlocks;
    private readonly Coalition _all;
    private readonly int _optOuts;
    private readonly int[]? _ternary;
    private readonly ulong[]? _adopts;         // bit j of word i: the tally 64 i + j; small enough for the processor's first cache
    private readonly ulong[]? _beyond;         // 0 for a coalition that suffices, and everybody for one that does not
    private readonly ulong[]? _dispensable;

    /// <summary>Seats a rule.</summary>
    /// <param name="rule">A rule in force: free of <see cref="Sequence"/> and <see cref="ByCategory"/>.</param>
    /// <param name="roster">Who sits at the table.</param>
    /// <param name="tabulate">Whether to tabulate where the table is small enough. Default: yes; the answers are the same.</param>
    public SeatedRule(DecisionRule rule, Roster roster, bool tabulate = true)
    {
        (_rule, _roster) = (rule, roster);
        _test = rule.At(roster);
        _inBlocks = new(() => rule.InBlocksAt(roster));
        _all = Coalition.AllOf(roster.Size);
        _optOuts = rule is OptOut optOut ? optOut.AtMost : 0;
        if (tabulate && roster.Size <= LargestTabulated)
        {
            (_ternary, _adopts) = Tabulate(roster.Size);
            _beyond = [.. Enumerable.Range(0, 1 << roster.Size).Select(supporters => Adopts(AgainstTheRest(new((ulong)supporters))) ? 0 : _all.Members)];
            _dispensable = [.. Enumerable.Range(0, 1 << roster.Size).Select(objectors => ComputeDispensable(new((ulong)objectors)).Members)];
        }

        NobodyIsDispensable = Dispensable(Coalition.Empty).IsEmpty;
    }

    /// <summary>Whether no coalition short of all members can adopt against the objection of the rest.</summary>
    /// <remarks>Every kind of rule is monotone (who supports instead of objecting never harms a proposal), so it is enough to ask for all
    /// members but one.</remarks>
    public bool NobodyIsDispensable { get; }

    /// <summary>Who sits at the table.</summary>
    public Roster Roster => _roster;

    /// <summary>Whether an abstention always does what an objection does, so that it is enough to know the supporters. Never wrongly true.</summary>
    public bool TakesAbstentionForObjection => _rule.TakesAbstentionForObjection(_roster);

    /// <summary>For every seat the first seat that the rule treats like it: exchanging the ballots of the two never changes the outcome.
    /// Seats are never wrongly put together.</summary>
    public ImmutableArray<int> Alike =>
        [
            .. Enumerable.Range(0, _roster.Size).Select(
                seat => Enumerable.Range(0, seat + 1).First(first => first == seat || _rule.TreatsAlike(_roster, first, seat))),
        ];

    /// <summary>Whether the ballots adopt the proposal.</summary>
    public bool Adopts(Tally tally) => _adopts is { } adopts && _ternary is { } ternary
        ? (Answer(adopts, ternary[tally.Supporters.Members] + 2 * ternary[tally.Objectors.Members]) & 1) != 0
        : _test(tally, _all);

    /// <summary>Whether a coalition adopts against the objection of everybody else.</summary>
    public bool Suffices(Coalition supporters) => _beyond is { } table ? table[supporters.Members] == 0 : Adopts(AgainstTheRest(supporters));

    /// <summary>Which of 64 coalitions suffice: bit j answers for coalition 64 <paramref name="block"/> + j, as <see cref="Suffices"/>
    /// does, in a fraction of the time.</summary>
    /// <param name="block">Range: 0 to ceil(2^n / 64) - 1. With fewer than six members only the first 2^n bits are ever set.</param>
    public ulong SufficientInBlock(ulong block) =>
        _inBlocks.Value(new(block << Block.Seats)) & (_roster.Size < Block.Seats ? (1UL << (1 << _roster.Size)) - 1 : ulong.MaxValue);

    /// <summary>The members that the others can do without: the rule would adopt if every member that did not object, this one aside,
    /// supported, and the rest objected.</summary>
    public Coalition Dispensable(Coalition objectors) => _dispensable is { } table ? new(table[objectors.Members]) : ComputeDispensable(objectors);

    /// <summary>The objectors that stay out of an adopted decision instead of being bound by it.</summary>
    public Coalition OptedOut(Tally adopted) => adopted.Objectors.Count <= _optOuts ? adopted.Objectors : Coalition.Empty;

    /// <summary>How the rule reads a tally, part by part; the whole is met where the rule adopts.</summary>
    public RuleReading Read(Tally tally) => _rule.Read(_roster, tally, _all);

    /// <summary>The members that each decide the matter alone: had such a member objected to what was adopted, or supported what was not,
    /// the answer would be the other one.</summary>
    public Coalition Pivotal(Tally tally)
    {
        var (adopted, pivotal) = (Adopts(tally), Coalition.Empty);
        for (var left = _all.Members; left != 0; left &= left - 1)
        {
            var member = new Coalition(left & (0 - left));
            var turned = adopted
                ? new Tally(tally.Supporters - member, tally.Objectors | member)
                : new Tally(tally.Supporters | member, tally.Objectors - member);
            pivotal |= Adopts(turned) != adopted ? member : Coalition.Empty;
        }

        return pivotal;
    }

    /// <summary>The smallest groups that can block: everybody else supports, and their objection still prevents adoption.</summary>
    /// <param name="mostTests">How many groups are looked at before the search is given up.</param>
    /// <returns>All groups of the smallest size that blocks, in order; none where none was found, be it that nothing blocks or that the
    /// search was given up.</returns>
    public IReadOnlyList<Coalition> SmallestBlocking(int mostTests = 2_000_000)
    {
        var found = new List<Coalition>();
        for (int size = 1, tests = 0; size <= _all.Count && found.Count == 0; size++)
        {
            var next = Coalition.AllOf(size).Members;
            while (_all.Includes(new(next)))
            {
                if (tests++ == mostTests)
                {
                    return [];
                }

                if (!Suffices(_all - new Coalition(next)))
                {
                    found.Add(new(next));
                }

                // The next set of as many members, as a number: Warren (2013), Hacker's Delight, 2nd ed., sect. 2-1.
                var lowest = next & (0 - next);
                var ripple = next + lowest;
                if (ripple == 0)
                {
                    break;
                }

                next = ripple | ((next ^ ripple) >> 2) / lowest;
            }
        }

        return found;
    }

    /// <summary>Whether the ballots adopt, for many tallies: all bits where they do, none where they do not.</summary>
    internal void Adopts(ReadOnlySpan<ulong> supporters, ReadOnlySpan<ulong> objectors, Span<ulong> adopted)
    {
        var (adopts, ternary) = (_adopts, _ternary);
        objectors = objectors[..supporters.Length];
        adopted = adopted[..supporters.Length];
        for (var lane = 0; lane < supporters.Length; lane++)
        {
            adopted[lane] = adopts is not null && ternary is not null
                ? 0 - (Answer(adopts, ternary[supporters[lane]] + 2 * ternary[objectors[lane]]) & 1)
                : Adopts(new(new(supporters[lane]), new(objectors[lane]))) ? ulong.MaxValue : 0;
        }
    }

    /// <summary>Who is dispensable, for many tallies, besides those that are so already.</summary>
    internal void AddDispensable(ReadOnlySpan<ulong> objectors, Span<ulong> dispensable)
    {
        var table = _dispensable;
        dispensable = dispensable[..objectors.Length];
        for (var lane = 0; lane < objectors.Length; lane++)
        {
            dispensable[lane] |= table is not null ? table[objectors[lane]] : ComputeDispensable(new(objectors[lane])).Members;
        }
    }

    /// <summary>A coalition where it suffices, and everybody where it does not.</summary>
    internal ulong SufficientOrAll(ulong supporters) =>
        _beyond is { } table ? supporters | table[supporters] : Adopts(AgainstTheRest(new(supporters))) ? supporters : _all.Members;

    private static ulong Answer(ulong[] table, int index) => table[(uint)index / 64] >> index;

    private Tally AgainstTheRest(Coalition supporters) => new(supporters, _all - supporters);

    private (int[] Ternary, ulong[] Adopts) Tabulate(int size)
    {
        var ternary = new int[1 << size];
        for (var mask = 1; mask < ternary.Length; mask++)
        {
            ternary[mask] = 3 * ternary[mask >> 1] + (mask & 1);
        }

        var adopts = new ulong[(2 * ternary[^1] + 64) / 64];
        for (var supporters = 0; supporters < ternary.Length; supporters++)
        {
            var others = (int)_all.Members & ~supporters;
            for (var objectors = others; ; objectors = objectors - 1 & others)
            {
                var index = ternary[supporters] + 2 * ternary[objectors];
                adopts[index / 64] |= _test(new(new((ulong)supporters), new((ulong)objectors)), _all) ? 1UL << (index % 64) : 0;
                if (objectors == 0)
                {
                    break;
                }
            }
        }

        return (ternary, adopts);
    }

    private Coalition ComputeDispensable(Coalition objectors)
    {
        var willing = _all - objectors;
        var dispensable = Suffices(willing) ? objectors : Coalition.Empty;
        for (var left = willing.Members; left != 0; left &= left - 1)
        {
            var member = new Coalition(left & (0 - left));
            if (Suffices(willing - member))
            {
                dispensable |= member;
            }
        }

        return dispensable;
    }
}
