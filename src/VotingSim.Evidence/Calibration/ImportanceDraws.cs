using System.Collections.Immutable;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Calibration;

/// <summary>Draws of all stages with the log likelihood of every case at each: all that a posterior, its evidence and its leave-one-out densities
/// are made of.</summary>
/// <remarks>The draws of all stages count as draws of the mixture of their proposals (deterministic mixture, Owen &amp; Zhou 2000, J. Am. Stat. Assoc.
/// 95, 135-143; Cornuet, Marin, Mira &amp; Robert 2012, Scand. J. Stat. 39(4), 798-812).</remarks>
internal sealed class ImportanceDraws
{
    private readonly double[] _logPriorOverProposal;

    /// <summary>Puts stages together.</summary>
    public ImportanceDraws(IReadOnlyList<(Proposal Proposal, CalibrationStage Draws)> stages)
    {
        Places = [.. stages.SelectMany(stage => stage.Draws.Places)];
        LogLikelihoods = [.. stages.SelectMany(stage => stage.Draws.LogLikelihoods)];
        var shares = stages.Select(stage => Math.Log((double)stage.Draws.Places.Length / Places.Length)).ToArray();
        _logPriorOverProposal = [.. Places.Select(place => (-place.Sum(z => z * z) / 2)
            - Proposal.LogSum([.. stages.Select((stage, index) => shares[index] + stage.Proposal.LogDensity(place))]))];
    }

    /// <summary>The draws, each a place of every prior.</summary>
    public ImmutableArray<double[]> Places { get; }

    /// <summary>Of each draw, the log likelihood of every case.</summary>
    public ImmutableArray<double[]> LogLikelihoods { get; }

    /// <summary>Log weights at a power of the likelihood, before smoothing.</summary>
    /// <param name="power">0 is the prior, 1 the posterior.</param>
    /// <param name="without">Cases that are left out, by their index; null for none.</param>
    public double[] LogRatios(double power = 1, IReadOnlyList<int>? without = null) => [.. LogLikelihoods.Select((logs, draw) =>
        _logPriorOverProposal[draw] + (power * (logs.Sum() - (without?.Sum(index => logs[index]) ?? 0))))];

    /// <summary>The posterior: smoothed weights.</summary>
    public ParetoSmoothing Posterior() => ParetoSmoothing.Of(LogRatios());

    /// <summary>Log of the mean likelihood of all cases under the prior.</summary>
    public double LogEvidence => Proposal.LogSum(LogRatios()) - Math.Log(Places.Length);

    /// <summary>The largest power at which so many draws of equal weight are left (Jasra, Stephens, Doucet &amp; Tsagaris 2011).</summary>
    public double PowerFor(double effectiveSize)
    {
        if (SizeAt(1) >= effectiveSize)
        {
            return 1;
        }

        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = SizeAt(middle) >= effectiveSize ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A proposal that fits the posterior at a power.</summary>
    public Proposal Fit(double power) => Proposal.Fit(Places, Weights(power));

    private double SizeAt(double power) => 1 / Weights(power).Sum(weight => weight * weight);

    private double[] Weights(double power)
    {
        var logs = LogRatios(power);
        var whole = Proposal.LogSum(logs);
        return Array.ConvertAll(logs, log => Math.Exp(log - whole));
    }
}
