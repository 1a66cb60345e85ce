using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>For whom one arm is better than another, world by world: differences of the utility of each member that sits in both.</summary>
internal sealed class MemberDifferences
{
    // Less than a millionth of the scale is what rounding leaves of the same outcome.
    private const double Tolerance = 1e-8;

    private readonly MemberUtilities? _baseline;
    private readonly MemberUtilities? _arm;
    private readonly (string Code, int Baseline, int Arm)[] _seats = [];
    private readonly Moments[] _moments = [];
    private readonly long[] _better = [];
    private readonly long[] _worse = [];

    /// <summary>Prepares counts of zero; nothing is counted where the crises have different issues.</summary>
    public MemberDifferences(Arm baseline, Arm arm)
    {
        var (one, two) = (baseline.Terms, arm.Terms);
        if (one.Crisis.Issues.Select(issue => issue.Name).ToHashSet(StringComparer.Ordinal).SetEquals(two.Crisis.Issues.Select(issue => issue.Name)))
        {
            (_baseline, _arm) = (new(one), new(two));
            var seats = one.Roster.Members.Select((member, seat) => (member.Code, seat)).ToDictionary(StringComparer.Ordinal);
            _seats =
            [
                .. two.Roster.Members.Select((member, seat) => (member.Code, seat)).Where(own => seats.ContainsKey(own.Code))
                    .Select(own => (own.Code, seats[own.Code], own.seat)),
            ];
            _moments = [.. _seats.Select(_ => new Moments())];
            (_better, _worse) = (new long[_seats.Length], new long[_seats.Length]);
        }
    }

    /// <summary>Adds a column of both arms; others than outcomes are passed over.</summary>
    public void Add(string column, (double[] Baseline, double[] Arm) values)
    {
        // Both take every column.
        var (before, after) = (_baseline?.Add(column, values.Baseline), _arm?.Add(column, values.Arm));
        if (before is null || after is null)
        {
            return;
        }

        for (var place = 0; place < _seats.Length; place++)
        {
            var (one, two) = (before[_seats[place].Baseline], after[_seats[place].Arm]);
            _moments[place].AddDifferences(two, one);
            for (var row = 0; row < one.Length; row++)
            {
                _better[place] += two[row] - one[row] > Tolerance ? 1 : 0;
                _worse[place] += one[row] - two[row] > Tolerance ? 1 : 0;
            }
        }
    }

    /// <summary>The differences, in the order of the arm's seats.</summary>
    public ImmutableArray<MemberDifference> Compare() =>
    [
        .. _seats.Select((seat, place) => new MemberDifference(
            seat.Code,
            MeasureRange.Share.Difference(_moments[place]),
            Proportion.Wilson(_better[place], _moments[place].Count),
            Proportion.Wilson(_worse[place], _moments[place].Count))),
    ];
}

/// <summary>What an arm is to a member, against the baseline in the same worlds; by the position and the salience that the configuration gives
/// it.</summary>
/// <param name="Code">Code of the member.</param>
/// <param name="Utility">Mean difference of its utility of the outcome, arm minus baseline; Student's t interval of paired differences.</param>
/// <param name="Better">Share of the worlds in which the outcome is worth more to it.</param>
/// <param name="Worse">Share in which it is worth less; in the others it is worth the same.</param>
public sealed record MemberDifference(string Code, Estimate Utility, Estimate Better, Estimate Worse);
