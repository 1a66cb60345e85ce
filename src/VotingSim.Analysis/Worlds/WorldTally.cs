using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis.Worlds;

/// <summary>Two rules side by side, world by world, as counts of their differences: memory does not grow with the number of worlds.</summary>
/// <param name="dayResolution">Step by which days are counted; see <see cref="WorldMeasure.DayResolution"/>.</param>
internal sealed class WorldTally(double dayResolution)
{
    private readonly WorldDifferences _days = new(dayResolution);
    private readonly OrderedDictionary<string, WorldDifferences> _measures = new(StringComparer.Ordinal);
    private long _worlds;
    private long _neither;
    private long _onlyRule;
    private long _onlyBaseline;

    /// <summary>Adds the days and decisions of some worlds.</summary>
    /// <param name="days">Day of the decision, or the horizon.</param>
    /// <param name="decided">1 where decided, else 0.</param>
    /// <param name="horizon">Until when both are observed. Unit: days.</param>
    public void AddDays((double[] Baseline, double[] Arm) days, (double[] Baseline, double[] Arm) decided, double horizon)
    {
        for (var world = 0; world < days.Arm.Length; world++)
        {
            var rule = decided.Arm[world] > 0 && days.Arm[world] <= horizon;
            var baseline = decided.Baseline[world] > 0 && days.Baseline[world] <= horizon;
            _days.AddDays(days.Arm[world], rule, days.Baseline[world], baseline, horizon);
            _neither += !rule && !baseline ? 1 : 0;
            _onlyRule += rule && !baseline ? 1 : 0;
            _onlyBaseline += baseline && !rule ? 1 : 0;
        }

        _worlds += days.Arm.Length;
    }

    /// <summary>Adds a measure of some worlds. Differences that round to the same step as 0 are none.</summary>
    public void AddMeasure(string name, (double[] Baseline, double[] Arm) values)
    {
        var (tally, tolerance) = (Measure(name), WorldMeasure.Resolution(name) / 2);
        for (var world = 0; world < values.Arm.Length; world++)
        {
            tally.Add(values.Arm[world] - values.Baseline[world], tolerance);
        }
    }

    /// <summary>Adds the worlds of another tally.</summary>
    public void Add(WorldTally other)
    {
        _days.Add(other._days);
        foreach (var (name, tally) in other._measures)
        {
            Measure(name).Add(tally);
        }

        (_worlds, _neither) = (_worlds + other._worlds, _neither + other._neither);
        (_onlyRule, _onlyBaseline) = (_onlyRule + other._onlyRule, _onlyBaseline + other._onlyBaseline);
    }

    /// <summary>The distributions over the worlds so far.</summary>
    public WorldComparison Compare() => new()
    {
        Days = _days.Distribution(),
        NeitherDecides = Proportion.Wilson(_neither, _worlds),
        OnlyRuleDecides = Proportion.Wilson(_onlyRule, _worlds),
        OnlyBaselineDecides = Proportion.Wilson(_onlyBaseline, _worlds),
        Measures =
        [
            .. _measures.Select(measure => KeyValuePair.Create(measure.Key, measure.Value.Distribution()))
                .Where(measure => measure.Value.Worlds > 0)
        ],
    };

    private WorldDifferences Measure(string name)
    {
        if (!_measures.TryGetValue(name, out var tally))
        {
            _measures.Add(name, tally = new(WorldMeasure.Resolution(name)));
        }

        return tally;
    }
}
