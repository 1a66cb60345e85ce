namespace VotingSim.Statistics.Survival;

/// <summary>The effect of a term on the hazard of deciding.</summary>
/// <param name="Name">The term.</param>
/// <param name="Value">Logarithm of the hazard ratio per unit of the covariate. Infinite where the data set no bound to it; NaN where the term
/// depends on those before it.</param>
/// <param name="StandardError">Its standard error: the robust one where the model is robust. NaN where the value is not finite.</param>
public readonly record struct CoxCoefficient(string Name, double Value, double StandardError)
{
    /// <summary>The hazard ratio per unit of the covariate, with Wald's interval. Above 1 decides faster.</summary>
    public Estimate HazardRatio => double.IsNaN(StandardError)
        ? new(Math.Exp(Value), double.NaN, double.NaN)
        : new(Math.Exp(Value), Math.Exp(Value - (Distributions.NormalQuantile975 * StandardError)),
            Math.Exp(Value + (Distributions.NormalQuantile975 * StandardError)));

    /// <summary>Wald's statistic. NaN where the value is not finite.</summary>
    public double Z => Value / StandardError;

    /// <summary>The probability of a statistic at least as far from 0 without an effect.</summary>
    public double P => Distributions.NormalTwoTails(Z);
}
