using System.Collections.Immutable;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Calibration;

/// <summary>What the record says of the parameters of a structure, and how likely it makes each case, left out in turn.</summary>
internal sealed class StructurePosterior
{
    /// <summary>Rows that a posterior is handed on as.</summary>
    public const int Rows = 1000;

    /// <summary>Weighs the draws.</summary>
    /// <param name="model">The structure.</param>
    /// <param name="draws">Draws of all stages.</param>
    /// <param name="clusters">The cases that are left out together, by their index: those of one proposal.</param>
    public StructurePosterior(StructureModel model, ImportanceDraws draws, IReadOnlyList<int[]> clusters)
    {
        (Model, Draws, Posterior) = (model, draws, draws.Posterior());
        LeftOut = [.. clusters.Select(cases =>
        {
            var others = ParetoSmoothing.Of(draws.LogRatios(without: cases));
            double[] logs = [.. draws.LogLikelihoods.Select(all => cases.Sum(index => all[index]))];
            return (others.LogMean(logs), others.Shape);
        })];
    }

    /// <summary>The structure.</summary>
    public StructureModel Model { get; }

    /// <summary>Draws of all stages.</summary>
    public ImportanceDraws Draws { get; }

    /// <summary>Their weights.</summary>
    public ParetoSmoothing Posterior { get; }

    /// <summary>Of each cluster of cases: its log density given all others, and Pareto's k of the weights behind it.</summary>
    public ImmutableArray<(double LogDensity, double Shape)> LeftOut { get; }

    /// <summary>Draws of equal weight, each a place of the priors.</summary>
    /// <param name="count">How many.</param>
    /// <remarks>Systematic resampling from the middle of each share (Kitagawa 1996, J. Comput. Graph. Stat. 5(1), 1-25).</remarks>
    public double[][] Resample(int count)
    {
        var rows = new double[count][];
        var (draw, upTo) = (0, Posterior.Weights[0]);
        for (var row = 0; row < count; row++)
        {
            while (upTo < (row + 0.5) / count && draw < Posterior.Weights.Length - 1)
            {
                upTo += Posterior.Weights[++draw];
            }

            rows[row] = Draws.Places[draw];
        }

        return rows;
    }
}
