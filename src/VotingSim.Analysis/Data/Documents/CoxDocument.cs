using System.Collections.Immutable;
using VotingSim.Analysis.Documents;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>Cox's proportional hazards model of each group but the first, and of the covariates.</summary>
/// <param name="Ties">What was made of equal times: <c>efron</c> or <c>breslow</c>.</param>
/// <param name="Status">How the estimation ended.</param>
/// <param name="Strata">Number of strata, each with a baseline of its own.</param>
/// <param name="Clusters">Column of the clusters of the robust variance; null where rows are independent.</param>
/// <param name="Coefficients">The terms: groups relative to the first, then covariates.</param>
/// <param name="NullLogLikelihood">Logarithm of the partial likelihood without effects.</param>
/// <param name="LogLikelihood">Logarithm of the partial likelihood at the estimate.</param>
/// <param name="Wald">Wald's test that all hazard ratios are 1.</param>
/// <param name="LikelihoodRatio">The likelihood-ratio test of it.</param>
/// <param name="Score">The score test of it.</param>
/// <param name="Proportionality">Test that hazard ratios stay the same over time; null where the model lets them change.</param>
/// <param name="Concordance">Share of comparable pairs that the model orders rightly; null where ratios change with time. Range: 0 to 1.</param>
public sealed record CoxDocument(
    string Ties,
    string Status,
    int Strata,
    string? Clusters,
    ImmutableArray<SurvivalTermDocument> Coefficients,
    double NullLogLikelihood,
    double LogLikelihood,
    TestDocument Wald,
    TestDocument LikelihoodRatio,
    TestDocument Score,
    TestDocument? Proportionality,
    ValueInterval? Concordance);
