namespace VotingSim.Analysis.Documents;

/// <summary>Sobol indices of a parameter: shares of the output's variance.</summary>
/// <param name="First">By itself.</param>
/// <param name="Total">With everything that it interacts with.</param>
public sealed record SobolIndexDocument(ValueInterval First, ValueInterval Total);
