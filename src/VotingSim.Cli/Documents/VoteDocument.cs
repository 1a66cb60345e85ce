namespace VotingSim.Cli.Documents;

/// <summary>Both indices of a vote.</summary>
internal sealed record VoteDocument(string Vote, double AgreementIndex, double RiceIndex);
