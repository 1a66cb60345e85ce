using System.Numerics;
using System.Runtime.InteropServices;
using VotingSim.Deliberation;
using VotingSim.Rules;
using VotingSim.Statistics;
using VotingSim.Statistics.Agreement;
using VotingSim.Statistics.Comparison;
using VotingSim.Statistics.Power;

namespace VotingSim.Analysis;

/// <summary>The last ballots of an arm, member by member, as counts.</summary>
internal sealed class BallotTally
{
    private const int LargestCache = 100_000;

    private readonly DeliberationTerms _terms;
    private readonly SeatedRule[] _rules;
    private readonly int[] _stages;
    private readonly long[] _supported;
    private readonly long[] _objected;
    private readonly long[] _outvoted;
    private readonly long[] _optedOut;
    private readonly long[] _decisive;
    private readonly Dictionary<(ulong Supporters, ulong Objectors, int Stage), Coalition> _swings = [];
    private readonly Dictionary<(LastBallots Ballots, int Stage, bool Decided), int> _counts = [];
    private readonly BallotCounts _agreement;
    private long _total;

    public BallotTally(DeliberationTerms terms)
    {
        _terms = terms;
        var timetable = new RuleTimetable(terms, tabulate: false);
        var inRound = Enumerable.Range(0, timetable.Rounds).Select(timetable.InRound).ToArray();
        _rules = [.. inRound.Distinct()];
        _stages = [.. inRound.Select(rule => Array.IndexOf(_rules, rule))];
        var size = terms.Roster.Size;
        _agreement = new(size);
        (_supported, _objected, _outvoted, _optedOut, _decisive) = (new long[size], new long[size], new long[size], new long[size], new long[size]);
    }

    /// <summary>Adds the rows of a part.</summary>
    /// <param name="letters">The ballots, one letter a seat.</param>
    /// <param name="rounds">Rounds held.</param>
    /// <param name="decided">1 where a proposal was adopted, else 0.</param>
    public void Add(ReadOnlyMemory<char>[] letters, double[] rounds, double[] decided)
    {
        // Ballots recur: those of the part are counted first.
        _counts.Clear();
        _total += letters.Length;
        for (var row = 0; row < letters.Length; row++)
        {
            if (rounds[row] == 0)
            {
                continue; // no ballots
            }

            var ballots = LastBallots.Parse(letters[row].Span);
            _agreement.Add(ballots.Supporters, ballots.Objectors);
            var key = (ballots, _stages[(int)rounds[row] - 1], decided[row] > 0);
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _)++;
        }

        foreach (var ((ballots, stage, isDecided), count) in _counts)
        {
            Add(_supported, ballots.Supporters, count);
            Add(_objected, ballots.Objectors, count);
            Add(_decisive, DecisiveIn(ballots, stage).Members, count);
            if (isDecided)
            {
                Add(_outvoted, ballots.Objectors & ~ballots.OptedOut, count);
                Add(_optedOut, ballots.OptedOut, count);
            }
        }
    }

    /// <summary>How alike the members' ballots are; abstention is a ballot too.</summary>
    public AgreementSummary Agreement() => _agreement.Summarize(_terms.Seed);

    /// <summary>What befell each member, in seat order.</summary>
    /// <param name="power">A-priori power under the rule of the first round; null where it cannot be computed.</param>
    public IEnumerable<MemberSummary> Members(PowerProfile? power) => _terms.Roster.Members.Select((member, seat) => new MemberSummary
    {
        Code = member.Code,
        Supported = Share(_supported[seat]),
        Abstained = Share(_agreement.Votes - _supported[seat] - _objected[seat]),
        Objected = Share(_objected[seat]),
        Outvoted = Share(_outvoted[seat]),
        OptedOut = Share(_optedOut[seat]),
        Decisive = Share(_decisive[seat]),
        Banzhaf = power?.Members[seat].Banzhaf ?? double.NaN,
    });

    private static void Add(long[] counts, ulong members, int count)
    {
        for (; members != 0; members &= members - 1)
        {
            counts[BitOperations.TrailingZeroCount(members)] += count;
        }
    }

    private Estimate Share(long count) => Proportion.Wilson(count, _total);

    private Coalition DecisiveIn(LastBallots ballots, int stage)
    {
        var key = (ballots.Supporters, ballots.Objectors, stage);
        if (!_swings.TryGetValue(key, out var decisive))
        {
            // At a table of many members hardly any ballots recur, so that the store may not grow without end.
            if (_swings.Count >= LargestCache)
            {
                _swings.Clear();
            }

            _swings[key] = decisive = Decisiveness.Of(_rules[stage], new(new(ballots.Supporters), new(ballots.Objectors)), _terms.Roster.Size);
        }

        return decisive;
    }
}
