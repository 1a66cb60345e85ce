namespace VotingSim.Analysis.Documents;

/// <summary>The mean difference of a column between two arms, with its 95 % interval.</summary>
/// <param name="Mean">Mean of arm minus baseline.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Pairs">Number of replications in which both are defined.</param>
/// <param name="P">Probability of a mean as far from 0, were the expected difference 0.</param>
/// <param name="HolmP">That probability after Holm's correction.</param>
public sealed record DifferenceInterval(double Mean, double Low, double High, long Pairs, double P, double HolmP) : IInterval
{
    double IInterval.Estimate => Mean;

    /// <summary>What is said of a difference.</summary>
    public static DifferenceInterval Of(PairedDifference difference)
    {
        var (mean, low, high) = difference.Mean;
        return new(mean, low, high, difference.Pairs, difference.P, difference.HolmP);
    }
}
