namespace VotingSim.Experiments.Plan;

/// <summary>How precise a run makes an estimate before it stops.</summary>
/// <param name="Of">Name of the estimate in kebab case, e.g. <c>rmst-days</c>.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval that no arm exceeds at the end. Unit: that of the estimate; range: &gt; 0.</param>
public sealed record Precision(string Of, double HalfWidth);
