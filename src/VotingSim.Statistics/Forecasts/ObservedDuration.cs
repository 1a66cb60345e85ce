namespace VotingSim.Statistics.Forecasts;

/// <summary>A time to decision as the record has it.</summary>
/// <param name="Time">When the case was decided, or when its observation ended. Unit: days, or any other. Range: finite.</param>
/// <param name="Decided">Whether it was decided then; if not, its time is longer.</param>
public readonly record struct ObservedDuration(double Time, bool Decided);
