namespace VotingSim.Evidence.Calibration;

/// <summary>A parameter that a structure holds at a value of its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value.</param>
/// <param name="Scales">Whether it is a factor of what is configured.</param>
public sealed record HeldParameter(string Name, double Value, bool Scales);
