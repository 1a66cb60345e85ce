namespace VotingSim.Experiments.Plan;

/// <summary>By which rule an institution decides the matters of a stream.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Reformed">Name of the rule after a reform; null where none reaches them.</param>
public sealed record StreamRule(string Rule, string? Reformed = null);
