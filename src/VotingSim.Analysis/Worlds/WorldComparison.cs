using System.Collections.Immutable;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis.Worlds;

/// <summary>How a rule differs from the baseline, world by world. Differences are rule minus baseline.</summary>
public sealed record WorldComparison
{
    /// <summary>The difference in days until the decision or the horizon; below 0 the rule is earlier. A decision is earlier than none, and
    /// where neither decides both are the same.</summary>
    public required WorldDistribution Days { get; init; }

    /// <summary>Share of the worlds in which neither decides before the horizon; they are among the same.</summary>
    public required Estimate NeitherDecides { get; init; }

    /// <summary>Share in which the rule decides and the baseline does not: it is earlier by at least the difference.</summary>
    public required Estimate OnlyRuleDecides { get; init; }

    /// <summary>Share in which the baseline decides and the rule does not.</summary>
    public required Estimate OnlyBaselineDecides { get; init; }

    /// <summary>The differences of every measure of <see cref="WorldMeasure"/> that is defined, by the name of its column.</summary>
    public required ImmutableArray<KeyValuePair<string, WorldDistribution>> Measures { get; init; }

    /// <summary>Share of the worlds in which the rule is earlier.</summary>
    public Estimate Earlier => Days.Lower;

    /// <summary>Share in which both decide on the same day, or neither does.</summary>
    public Estimate Same => Days.Same;

    /// <summary>Share in which the rule is later.</summary>
    public Estimate Later => Days.Higher;

    /// <summary>What most worlds say: the largest of the three shares; of equal ones earlier, then later, then same.</summary>
    public Conclusion Conclusion => Earlier.Value >= Later.Value && Earlier.Value >= Same.Value ? Conclusion.Earlier
        : Later.Value >= Same.Value ? Conclusion.Later
        : Conclusion.Same;

    /// <summary>The distribution of a measure's difference; null where it is not defined.</summary>
    public WorldDistribution? Measure(string name) => Measures.FirstOrDefault(measure => measure.Key == name).Value;
}
