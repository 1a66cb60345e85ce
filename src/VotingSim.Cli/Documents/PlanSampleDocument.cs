namespace VotingSim.Cli.Documents;

/// <summary>What the estimate was measured by.</summary>
internal sealed record PlanSampleDocument(long Rows, double Seconds);
