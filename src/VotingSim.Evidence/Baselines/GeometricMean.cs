using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>The geometric mean of the days of the others: a point.</summary>
/// <param name="withinClass">Whether only others of the same class count.</param>
public sealed class GeometricMean(bool withinClass) : TimeBaseline(withinClass)
{
    private readonly bool _withinClass = withinClass;

    /// <inheritdoc/>
    public override string Name => _withinClass ? "geometric-class" : "geometric-all";

    /// <inheritdoc/>
    public override string Title => _withinClass ? "geometric mean, class" : "geometric mean, all";

    private protected override WeightedSample? Like(ImmutableArray<Case> others) =>
        LogDays(others) is { Length: > 0 } logs ? WeightedSample.Point(Math.Pow(10, logs.Average())) : null;
}
