using System.Collections.Immutable;

namespace VotingSim.Statistics.Forecasts;

/// <summary>The mixture of models that would have given the cases, each left out in turn, the highest log density.</summary>
/// <remarks>
/// Maximises Σ c_i ln Σ w_k p_ik over weights w that are not below 0 and add up to 1 (Yao, Vehtari, Simpson &amp; Gelman 2018, Bayesian Anal. 13(3),
/// 917-1007, doi:10.1214/17-BA1091). Unlike posterior probabilities the weights do not assume that one of the models is true. They are those of the
/// best mixture, not of the best model: of two models that say the same, either may have the weight, and one that is second everywhere has none.
/// With few cases they are uncertain, which they do not say.
/// </remarks>
public sealed record Stacking
{
    private const double Tolerance = 1e-10;
    private const int MostSteps = 1_000_000;

    /// <summary>Weight of each model. They add up to 1.</summary>
    public required ImmutableArray<double> Weights { get; init; }

    /// <summary>Mean over cases of the log density of the mixture.</summary>
    public required double LogDensity { get; init; }

    /// <summary>At most by how much the best mixture has a higher one: the largest gradient less 1, which is 0 at the maximum. At most 10^-10, unless
    /// a million steps did not get there; the weights of models that say nearly the same are known to fewer digits.</summary>
    public required double Gap { get; init; }

    /// <summary>Finds the weights.</summary>
    /// <param name="logDensities">Of each case, its log density under each model. Range: finite, or -infinity, but not of every model.</param>
    /// <param name="caseWeights">Weight of each case. Range: &gt;= 0, of any sum above 0; a case of weight 0 is passed over. Default: all
    /// alike.</param>
    /// <remarks>Expectation and maximisation, w_k ← w_k Σ c_i p_ik / Σ_l w_l p_il, from equal weights: the mean log density never falls (Dempster,
    /// Laird &amp; Rubin 1977, J. R. Stat. Soc. B 39(1), 1-38, doi:10.1111/j.2517-6161.1977.tb01600.x). It is concave and the weighted mean of the
    /// gradient is 1, so the largest gradient bounds what is missing.</remarks>
    public static Stacking Of(IReadOnlyList<double[]> logDensities, IReadOnlyList<double>? caseWeights = null)
    {
        // A case of weight 0 may be one that no model with a weight allows.
        var all = Shares(logDensities, caseWeights);
        double[] shares = [.. all.Where(share => share > 0)];
        double[][] cases = [.. logDensities.Where((_, index) => all[index] > 0)];
        var highest = Array.ConvertAll(cases, Highest);
        double[][] densities = [.. cases.Select((row, index) => Array.ConvertAll(row, log => Math.Exp(log - highest[index])))];
        var weights = new double[cases[0].Length];
        Array.Fill(weights, 1.0 / weights.Length);
        var gradient = Gradient(densities, shares, weights);
        for (var step = 0; step < MostSteps && gradient.Max() - 1 > Tolerance; step++)
        {
            var sum = 0.0;
            for (var model = 0; model < weights.Length; model++)
            {
                weights[model] *= gradient[model];
                sum += weights[model];
            }

            weights = Array.ConvertAll(weights, weight => weight / sum);
            gradient = Gradient(densities, shares, weights);
        }

        return new()
        {
            Weights = [.. weights],
            LogDensity = densities.Select((row, index) => shares[index] * (highest[index] + Math.Log(Mixed(row, weights)))).Sum(),
            Gap = Math.Max(0, gradient.Max() - 1),
        };
    }

    private static double Highest(double[] row)
    {
        var highest = row.Length == 0 ? double.NaN : row.Max();
        return double.IsFinite(highest) && !Array.Exists(row, double.IsNaN) ? highest
            : throw new ArgumentException("A case has no log density of NaN or +infinity, and a finite one under at least one model.", nameof(row));
    }

    private static double[] Shares(IReadOnlyList<double[]> cases, IReadOnlyList<double>? weights)
    {
        if (cases.Count == 0 || cases.Any(row => row.Length != cases[0].Length) || (weights is not null && weights.Count != cases.Count))
        {
            throw new ArgumentException($"{cases.Count} cases are to have a density of each model and a weight each.", nameof(weights));
        }

        var sum = weights?.Sum() ?? cases.Count;
        if (!(sum > 0) || !double.IsFinite(sum) || weights?.Any(weight => weight < 0) == true)
        {
            throw new ArgumentOutOfRangeException(nameof(weights), sum, "Weights are finite and not below 0, and at least one is above.");
        }

        return [.. cases.Select((_, index) => (weights?[index] ?? 1) / sum)];
    }

    private static double[] Gradient(double[][] densities, double[] shares, double[] weights)
    {
        var gradient = new double[weights.Length];
        for (var index = 0; index < densities.Length; index++)
        {
            var row = densities[index];
            var factor = shares[index] / Mixed(row, weights);
            for (var model = 0; model < row.Length; model++)
            {
                gradient[model] += factor * row[model];
            }
        }

        return gradient;
    }

    private static double Mixed(double[] row, double[] weights)
    {
        var sum = 0.0;
        for (var model = 0; model < row.Length; model++)
        {
            sum += weights[model] * row[model];
        }

        return sum;
    }
}
