namespace VotingSim.Analysis.Documents;

/// <summary>How much a swept parameter matters. What the design has no estimator for is null.</summary>
/// <param name="Parameter">Path of the parameter.</param>
/// <param name="MainEffect">Main effect; of a grid.</param>
/// <param name="PartialRankCorrelation">Partial rank correlation, -1 to 1; of a Latin hypercube or Sobol sample.</param>
/// <param name="SobolIndex">Sobol indices; of a Saltelli design.</param>
/// <param name="ElementaryEffect">Elementary effects; of a Morris design.</param>
public sealed record ParameterDocument(
    string Parameter,
    MainEffectDocument? MainEffect,
    ValueInterval? PartialRankCorrelation,
    SobolIndexDocument? SobolIndex,
    ElementaryEffectDocument? ElementaryEffect);
