using VotingSim.Statistics.Agreement;

namespace VotingSim.Cli.Documents;

/// <summary>The agreement over the votes of one part, such as a year.</summary>
internal sealed record CohesionPartDocument(
    string Part,
    long VoteCount,
    double MeanAgreementIndex,
    LimitsDocument MeanAgreementIndexInterval,
    double MeanRiceIndex,
    LimitsDocument MeanRiceIndexInterval,
    double UnanimousShare,
    LimitsDocument UnanimousShareInterval,
    double KrippendorffAlpha,
    LimitsDocument KrippendorffAlphaInterval)
{
    public static CohesionPartDocument Of(string part, AgreementSummary summary) => new(
        part,
        summary.Votes,
        summary.MeanAgreementIndex.Value,
        LimitsDocument.Of(summary.MeanAgreementIndex),
        summary.MeanRiceIndex.Value,
        LimitsDocument.Of(summary.MeanRiceIndex),
        summary.UnanimousShare.Value,
        LimitsDocument.Of(summary.UnanimousShare),
        summary.KrippendorffAlpha.Value,
        LimitsDocument.Of(summary.KrippendorffAlpha));
}
