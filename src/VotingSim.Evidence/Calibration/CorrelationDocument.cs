namespace VotingSim.Evidence.Calibration;

/// <summary>How two parameters of a posterior go together.</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
/// <param name="Value">Correlation of their places in the prior. Range: -1 to 1.</param>
public sealed record CorrelationDocument(string First, string Second, double Value);
