namespace VotingSim.Experiments.Running;

/// <summary>A table cannot be reached any more. Its cohort is deliberated again at another.</summary>
public sealed class TableLostException(string message, Exception? inner = null) : Exception(message, inner);
