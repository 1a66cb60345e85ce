namespace VotingSim.Campaigns;

/// <summary>A matter arises.</summary>
/// <param name="Day">The day. Unit: days of the campaign.</param>
/// <param name="Stream">The stream that it comes from.</param>
/// <param name="Index">k: its place among the arrivals of the stream.</param>
public readonly record struct Arrival(double Day, int Stream, int Index);
