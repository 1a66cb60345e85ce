namespace VotingSim.Cli.Documents;

/// <summary>A member in a round.</summary>
internal sealed record ReplayedMemberDocument(string Code, IEnumerable<double> Opinion, double Margin, double Aspiration, string Ballot);
