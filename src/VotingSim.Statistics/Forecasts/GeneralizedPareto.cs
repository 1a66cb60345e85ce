namespace VotingSim.Statistics.Forecasts;

/// <summary>The distribution of what exceeds a high threshold: F(x) = 1 - (1 + k x / σ)^(-1/k), which for k = 0 is exponential.</summary>
/// <param name="Shape">k: moments of order 1/k and above do not exist; below 0 the tail ends at -σ/k. NaN where nothing was fitted.</param>
/// <param name="Scale">σ. Range: &gt; 0. NaN likewise.</param>
public readonly record struct GeneralizedPareto(double Shape, double Scale)
{
    private const double Prior = 3;

    /// <summary>Fits the distribution to exceedances by a posterior mean over a grid.</summary>
    /// <param name="exceedances">In rising order. Range: &gt;= 0. Nothing is fitted to fewer than five, or where the first quarter of them are
    /// 0.</param>
    /// <remarks>
    /// With θ = -k / σ the likelihood has its maximum over k in closed form; θ is averaged over a grid of 30 + sqrt(n) points by likelihood (Zhang
    /// &amp; Stephens 2009, Technometrics 51(3), 316-325, doi:10.1198/tech.2009.08017; their k has the opposite sign). Nearly as good as maximum
    /// likelihood, and always defined.
    /// </remarks>
    public static GeneralizedPareto Fit(ReadOnlySpan<double> exceedances)
    {
        var n = exceedances.Length;
        if (n < 5 || !(exceedances[(int)((n / 4.0) + 0.5) - 1] > 0) || !double.IsFinite(exceedances[^1]))
        {
            return new(double.NaN, double.NaN);
        }

        var (quarter, largest) = (exceedances[(int)((n / 4.0) + 0.5) - 1], exceedances[^1]);
        var points = 30 + (int)Math.Sqrt(n);
        var (thetas, likelihoods) = (new double[points], new double[points]);
        for (var point = 0; point < points; point++)
        {
            thetas[point] = (1 / largest) + ((1 - Math.Sqrt(points / (point + 0.5))) / (Prior * quarter));
            var shape = ShapeOf(thetas[point], exceedances);
            likelihoods[point] = n * (Math.Log(-thetas[point] / shape) - shape - 1);
        }

        var highest = likelihoods.Max();
        var (sum, theta) = (0.0, 0.0);
        for (var point = 0; point < points; point++)
        {
            var weight = Math.Exp(likelihoods[point] - highest);
            sum += weight;
            theta += weight * thetas[point];
        }

        theta /= sum;
        var fitted = ShapeOf(theta, exceedances);
        return new(fitted, -fitted / theta);
    }

    /// <summary>A quantile.</summary>
    /// <param name="share">Probability below it. Range: 0 to below 1.</param>
    public double Quantile(double share)
    {
        var y = -LogOnePlus(-share);
        return Shape == 0 ? Scale * y : Scale * ExpLessOne(Shape * y) / Shape;
    }

    // The k that is most likely with a θ.
    private static double ShapeOf(double theta, ReadOnlySpan<double> exceedances)
    {
        var sum = 0.0;
        foreach (var each in exceedances)
        {
            sum += LogOnePlus(-theta * each);
        }

        return sum / exceedances.Length;
    }

    // ln(1 + x) and e^x - 1 near 0, where 1 would swallow x (Higham 2002, Accuracy and Stability of Numerical Algorithms, sect. 1.14.1).
    private static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }

    private static double ExpLessOne(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : Math.Abs(x) < 0.5 ? (u - 1) * x / Math.Log(u) : u - 1;
    }
}
