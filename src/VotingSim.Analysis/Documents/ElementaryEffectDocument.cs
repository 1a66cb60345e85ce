namespace VotingSim.Analysis.Documents;

/// <summary>Elementary effects of a parameter. Unit: the output per whole range of the parameter.</summary>
/// <param name="MeanAbsolute">Mean of their absolute values (mu*).</param>
/// <param name="Mean">Mean (mu).</param>
/// <param name="StandardDeviation">Standard deviation (sigma).</param>
public sealed record ElementaryEffectDocument(ValueInterval MeanAbsolute, double Mean, double StandardDeviation);
