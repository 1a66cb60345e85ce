namespace VotingSim.Evidence.Calibration;

/// <summary>How likely a structure makes a case that it was not calibrated on.</summary>
/// <param name="Case">Name of the case, or of what several belong to.</param>
/// <param name="LogDensity">Log density of what happened, given all other cases.</param>
/// <param name="KHat">Pareto's k of the weights behind it.</param>
public sealed record LeftOutDocument(string Case, double LogDensity, double KHat);
