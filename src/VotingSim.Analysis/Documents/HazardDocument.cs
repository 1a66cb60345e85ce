using System.Collections.Immutable;

namespace VotingSim.Analysis.Documents;

/// <summary>A proportional hazards model over all arms of a crisis.</summary>
/// <param name="Crisis">Name of the crisis.</param>
/// <param name="BaselineRule">The rule that the others are compared with.</param>
/// <param name="Coefficients">The model whose ratios are the same at all times.</param>
/// <param name="TimeVarying">The model whose ratios of rules change with time.</param>
public sealed record HazardDocument(
    string Crisis, string BaselineRule, ImmutableArray<JointCoefficientDocument> Coefficients, ImmutableArray<JointCoefficientDocument> TimeVarying);
