namespace VotingSim.Experiments.Plan;

/// <summary>By which rule an institution decides the matters of a stream.</summary>
/// <param name="Rule">Name of the rule.</param>
public sealed record StreamRule(string Rule);
