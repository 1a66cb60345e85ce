using System.Collections.Immutable;
using VotingSim.Analysis.Data;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Cli.Documents;

/// <summary>What <c>cohesion --format json</c> writes; its fields are in the codebook.</summary>
internal sealed record CohesionDocument(
    ImmutableArray<string> Members,
    IEnumerable<VoteDocument> Votes,
    long CompleteVotes,
    double MeanAgreementIndex,
    LimitsDocument MeanAgreementIndexInterval,
    double MeanRiceIndex,
    LimitsDocument MeanRiceIndexInterval,
    double UnanimousShare,
    LimitsDocument UnanimousShareInterval,
    double KrippendorffAlpha,
    LimitsDocument KrippendorffAlphaInterval,
    double FleissKappa,
    LimitsDocument FleissKappaInterval,
    IEnumerable<MemberPairDocument> Pairs,
    string? By,
    IEnumerable<CohesionPartDocument> Parts)
{
    public static CohesionDocument Of(
        RollCalls rollCalls,
        AgreementSummary summary,
        string? by,
        ImmutableArray<(string Part, AgreementSummary Summary)> parts) => new(
        rollCalls.Members,
        rollCalls.Votes.Select((vote, index) =>
        {
            var (agreementIndex, riceIndex) = rollCalls.IndicesOf(index);
            return new VoteDocument(vote, agreementIndex, riceIndex);
        }),
        summary.CompleteVotes,
        summary.MeanAgreementIndex.Value,
        LimitsDocument.Of(summary.MeanAgreementIndex),
        summary.MeanRiceIndex.Value,
        LimitsDocument.Of(summary.MeanRiceIndex),
        summary.UnanimousShare.Value,
        LimitsDocument.Of(summary.UnanimousShare),
        summary.KrippendorffAlpha.Value,
        LimitsDocument.Of(summary.KrippendorffAlpha),
        summary.FleissKappa.Value,
        LimitsDocument.Of(summary.FleissKappa),
        summary.Pairs.Select(pair => new MemberPairDocument(
            rollCalls.Members[pair.First],
            rollCalls.Members[pair.Second],
            pair.Votes,
            pair.Agreement.Value,
            LimitsDocument.Of(pair.Agreement),
            pair.CohenKappa.Value,
            LimitsDocument.Of(pair.CohenKappa))),
        by,
        parts.Select(part => CohesionPartDocument.Of(part.Part, part.Summary)));
}
