using System.Collections.Immutable;

namespace VotingSim.Analysis.Documents;

/// <summary>The main effect of a parameter over a grid.</summary>
/// <param name="Levels">The levels as they are written.</param>
/// <param name="LevelMeans">Mean output at each level.</param>
/// <param name="Range">Largest of them less the smallest.</param>
/// <param name="VarianceShare">Share of the variance over the grid. Range: 0 to 1.</param>
public sealed record MainEffectDocument(ImmutableArray<string> Levels, ImmutableArray<double> LevelMeans, double Range, double VarianceShare);
