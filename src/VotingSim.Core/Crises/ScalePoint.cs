namespace VotingSim.Crises;

/// <summary>A place on the scale of an issue, and what a text there would say.</summary>
/// <param name="At">Where it is. Unit: issue scale, 0 to 100.</param>
/// <param name="Words">What it means, such as <c>the Five-Point Consensus</c>.</param>
public readonly record struct ScalePoint(double At, string Words);
