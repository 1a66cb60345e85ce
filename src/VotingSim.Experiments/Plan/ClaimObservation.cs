namespace VotingSim.Experiments.Plan;

/// <summary>What the record says of a claim.</summary>
/// <param name="Value">The number; NaN where only its direction is known.</param>
/// <param name="Low">Lower limit of its 95 % interval; NaN where none is known.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ClaimObservation(double Value, double Low, double High, string Source);
