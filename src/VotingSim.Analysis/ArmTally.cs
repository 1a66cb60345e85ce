using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;
using VotingSim.Statistics.Power;

namespace VotingSim.Analysis;

/// <summary>The rows of one arm as counts and moments: all that its estimates need, whatever the number of replications.</summary>
internal sealed class ArmTally
{
    private readonly Arm _arm;
    private readonly DurationTally _durations;
    private readonly (string Name, Moments Moments)[] _measures;
    private readonly (string Name, WorldDifferences Values)[] _spreads;
    private readonly BallotTally _ballots;
    private readonly MemberUtilities _utilities;
    private readonly Moments[] _ofMembers;
    private EndingCounts _endings;

    public ArmTally(Arm arm, IEnumerable<string> measures)
    {
        (_arm, _durations, _ballots) = (arm, new(arm.Terms.Settings.HorizonDays), new(arm.Terms));
        (_utilities, _ofMembers) = (new(arm.Terms), [.. arm.Terms.Roster.Members.Select(_ => new Moments())]);
        _measures = [.. measures.Select(name => (name, new Moments()))];

        // Values are counted as differences from 0.
        _spreads =
        [
            ("days", new WorldDifferences(WorldMeasure.DayResolution([arm]))),
            .. Frontier.Measures.Select(measure => (measure.Name, new WorldDifferences(WorldMeasure.Resolution(measure.Name)))),
        ];
    }

    /// <summary>Adds how long the deliberations of a part took.</summary>
    public void AddDays(double[] days, double[] decided, double[] rounds)
    {
        _durations.Add(days, decided, rounds);
        Spread("days", days);
    }

    /// <summary>Adds how the deliberations of a part ended, and by which ballots.</summary>
    public void AddBallots(ReadOnlyMemory<char>[] ballots, ReadOnlyMemory<char>[] endings, double[] decided, double[] rounds)
    {
        _endings += EndingCounts.Of(endings);
        _ballots.Add(ballots, rounds, decided);
    }

    /// <summary>Adds a column of a measure.</summary>
    public void AddMeasure(string name, double[] values)
    {
        Array.Find(_measures, measure => measure.Name == name).Moments.Add(values);
        Spread(name, values);
        if (_utilities.Add(name, values) is { } utilities)
        {
            for (var seat = 0; seat < utilities.Length; seat++)
            {
                _ofMembers[seat].Add(utilities[seat]);
            }
        }
    }

    /// <summary>The estimates.</summary>
    /// <param name="power">A-priori power under the rule of the first round; null where it cannot be computed.</param>
    public ArmSummary Summarize(PowerProfile? power) => new()
    {
        Arm = _arm,
        Replications = _durations.Total,
        DecidedShare = _durations.DecidedShare(),
        MedianDays = _durations.MedianDays(),
        RestrictedMeanDays = _durations.RestrictedMeanDays(),
        Endings = _endings,
        Rounds = _durations.Rounds(),
        Measures = [.. _measures.Select(measure => KeyValuePair.Create(measure.Name, MeasureRange.Of(measure.Name, _arm).Mean(measure.Moments)))],
        Survival = _durations.Survival(),
        Durations = _durations.Days,
        Spreads = [.. _spreads.Select(spread => KeyValuePair.Create(spread.Name, WorldSpread.Of(spread.Values.Distribution())))],
        RoundsCounts = _durations.Counts(),
        Members =
        [
            .. _ballots.Members(power).Select((member, seat) => member with { Utility = MeasureRange.Share.Mean(_ofMembers[seat]) }),
        ],
        Agreement = _ballots.Agreement(),
    };

    private void Spread(string name, double[] values)
    {
        if (Array.Find(_spreads, spread => spread.Name == name).Values is { } tally)
        {
            foreach (var value in values)
            {
                tally.Add(value);
            }
        }
    }
}
