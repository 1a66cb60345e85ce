namespace VotingSim.Analysis.Documents;

/// <summary>The mean difference of a column between two arms, with its simulation error.</summary>
/// <param name="Mean">Mean of arm minus baseline.</param>
/// <param name="SimulationError">Its 95 % interval, which narrows with more replications.</param>
/// <param name="Pairs">Number of replications in which both are defined.</param>
/// <param name="P">Probability of a mean as far from 0, were the expected difference 0.</param>
/// <param name="HolmP">That probability after Holm's correction.</param>
public sealed record DifferenceDocument(double Mean, LimitsDocument SimulationError, long Pairs, double P, double HolmP) : IInterval
{
    double IInterval.Estimate => Mean;

    double IInterval.Low => SimulationError.Low;

    double IInterval.High => SimulationError.High;

    /// <summary>What is said of a difference.</summary>
    public static DifferenceDocument Of(PairedDifference difference) =>
        new(difference.Mean.Value, LimitsDocument.Of(difference.Mean), difference.Pairs, difference.P, difference.HolmP);
}
