using System.Collections.Immutable;
using VotingSim.Analysis.Documents;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>Cox's proportional hazards model of each group but the first.</summary>
/// <param name="Ties">What was made of equal times: <c>efron</c> or <c>breslow</c>.</param>
/// <param name="Status">How the estimation ended.</param>
/// <param name="Coefficients">The groups, relative to the first.</param>
/// <param name="Wald">Wald's test that all hazard ratios are 1.</param>
/// <param name="LikelihoodRatio">The likelihood-ratio test of it.</param>
/// <param name="Score">The score test of it.</param>
/// <param name="Proportionality">Test that hazard ratios stay the same over time.</param>
/// <param name="Concordance">Share of comparable pairs that the groups order rightly. Range: 0 to 1.</param>
public sealed record CoxDocument(
    string Ties,
    string Status,
    ImmutableArray<CoefficientDocument> Coefficients,
    TestDocument Wald,
    TestDocument LikelihoodRatio,
    TestDocument Score,
    TestDocument Proportionality,
    ValueInterval Concordance);
