using System.Collections.Immutable;
using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Documents;

/// <summary>The rules of a crisis and design point by speed and cohesion.</summary>
/// <param name="Crisis">Name of the crisis.</param>
/// <param name="Parameters">Value of every swept parameter, by its path.</param>
/// <param name="CohesionMeasure">Column of the measure of cohesion.</param>
/// <param name="Points">The rules, in the order of arms.</param>
public sealed record FrontierDocument(
    string Crisis, IReadOnlyDictionary<string, ParameterValue> Parameters, string CohesionMeasure, ImmutableArray<FrontierPointDocument> Points);
