namespace VotingSim.Testing;

/// <summary>How a command ended and what it said until then.</summary>
/// <param name="ExitCode">0 if all went well, 1 if a run failed, 2 if the input was wrong, 130 if it was interrupted.</param>
/// <param name="Output">All that it wrote to standard output, to the letter.</param>
/// <param name="Error">All that it wrote to standard error, to the letter.</param>
public sealed record Outcome(int ExitCode, string Output, string Error);
