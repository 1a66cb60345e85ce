namespace VotingSim.Statistics.Survival;

/// <summary>A test whose statistic is, without an effect, chi-square distributed in large samples.</summary>
/// <param name="ChiSquare">The statistic. NaN where it is undefined.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom.</param>
public readonly record struct ChiSquareTest(double ChiSquare, int DegreesOfFreedom)
{
    /// <summary>The probability of a statistic at least as large without an effect.</summary>
    public double P => Distributions.ChiSquareUpperTail(ChiSquare, DegreesOfFreedom);
}
