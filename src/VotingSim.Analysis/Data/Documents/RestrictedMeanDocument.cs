namespace VotingSim.Analysis.Data.Documents;

/// <summary>A restricted mean with its 95 % interval.</summary>
/// <param name="Value">The mean.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
public sealed record RestrictedMeanDocument(double Value, double StandardError, double Low, double High);
