namespace VotingSim.Experiments.Plan;

/// <summary>How far a run is, or going through its rows.</summary>
/// <param name="Done">Replications deliberated, with those found committed already.</param>
/// <param name="Found">Replications that were committed before this run began.</param>
/// <param name="Total">Replications in all; where the run stops by precision, the most that there can be.</param>
public readonly record struct RunProgress(long Done, long Found, long Total);
