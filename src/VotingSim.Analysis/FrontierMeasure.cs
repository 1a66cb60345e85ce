namespace VotingSim.Analysis;

/// <summary>What speed is set against on a frontier.</summary>
/// <param name="Name">Name of its column.</param>
/// <param name="MoreIsBetter">Whether a rule with more of it does better; less is better otherwise.</param>
public sealed record FrontierMeasure(string Name, bool MoreIsBetter);
