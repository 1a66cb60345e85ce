namespace VotingSim.Cli.Documents;

/// <summary>How alike two members vote.</summary>
internal sealed record MemberPairDocument(
    string A, string B, long Votes, double Agreement, LimitsDocument AgreementInterval, double CohenKappa, LimitsDocument CohenKappaInterval);
