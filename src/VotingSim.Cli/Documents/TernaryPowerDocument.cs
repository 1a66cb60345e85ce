namespace VotingSim.Cli.Documents;

/// <summary>Power where support, abstention and objection are equally likely.</summary>
internal sealed record TernaryPowerDocument(double Power, double FromAbstention, double FromObjection);
