using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Statistics;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Baselines;

/// <summary>A lognormal time with the mean and standard deviation of the log days of the others of the class.</summary>
public sealed class LognormalOfClass() : TimeBaseline(withinClass: true)
{
    /// <inheritdoc/>
    public override string Name => "lognormal-class";

    /// <inheritdoc/>
    public override string Title => "lognormal, class";

    /// <inheritdoc/>
    public override bool IsOf(IReadOnlyList<Case> cases) => true;

    private protected override WeightedSample? Like(ImmutableArray<Case> others)
    {
        var (logs, moments) = (LogDays(others), new Moments());
        moments.Add(logs);
        if (logs.Length < 2 || moments.Variance == 0)
        {
            return null;
        }

        var normal = NormalSample.Of(logs.Average(), Math.Sqrt(moments.Variance));
        return WeightedSample.Of([.. normal.Values.Select(log => Math.Pow(10, log))], normal.Weights.AsSpan());
    }
}
