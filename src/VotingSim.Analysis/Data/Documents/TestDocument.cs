using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>A chi-square test.</summary>
/// <param name="Chi2">The statistic.</param>
/// <param name="Df">Degrees of freedom.</param>
/// <param name="P">Probability of a statistic at least as large without an effect.</param>
public sealed record TestDocument(double Chi2, int Df, double P)
{
    /// <summary>What is said of a test.</summary>
    public static TestDocument Of(ChiSquareTest test) => new(test.ChiSquare, test.DegreesOfFreedom, test.P);
}
