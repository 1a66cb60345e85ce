namespace VotingSim.Experiments.Running;

/// <summary>The cluster does not answer any more.</summary>
public sealed class ClusterLostException(string message) : Exception(message);
