using System.Collections.Immutable;
using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Documents;

/// <summary>The rules of a crisis and design point by speed and something else that is wanted.</summary>
/// <param name="Crisis">Name of the crisis.</param>
/// <param name="Parameters">Value of every swept parameter, by its path.</param>
/// <param name="Measure">Column of the measure that speed is set against.</param>
/// <param name="MoreIsBetter">Whether more of it is better.</param>
/// <param name="Points">The rules, in the order of arms.</param>
public sealed record FrontierDocument(
    string Crisis,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    string Measure,
    bool MoreIsBetter,
    ImmutableArray<FrontierPointDocument> Points);
