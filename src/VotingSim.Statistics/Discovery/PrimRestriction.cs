namespace VotingSim.Statistics.Discovery;

/// <summary>What a box asks of one parameter.</summary>
/// <param name="Parameter">Index of the parameter.</param>
/// <param name="Low">Smallest value inside. -infinity where there is none. Unit: the parameter's.</param>
/// <param name="High">Largest value inside. +infinity where there is none.</param>
/// <param name="P">Quasi-p-value: the probability of at least as many cases in the box, were the restriction to select at random from the box
/// without it. It is quasi, because the restriction was chosen on the same points.</param>
public sealed record PrimRestriction(int Parameter, double Low, double High, double P);
