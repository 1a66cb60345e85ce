using System.Collections.Immutable;

namespace VotingSim.Analysis.Documents;

/// <summary>How alike the last ballots are, over replications; abstention is a ballot too.</summary>
/// <param name="UnanimousShare">Share of the replications in which all last ballots are the same. Range: 0 to 1.</param>
/// <param name="FleissKappa">Fleiss's kappa over all members. At most 1.</param>
/// <param name="KrippendorffAlpha">Krippendorff's alpha over all members. At most 1.</param>
/// <param name="Pairs">All pairs of members.</param>
public sealed record AgreementDocument(
    EstimateDocument UnanimousShare, EstimateDocument FleissKappa, EstimateDocument KrippendorffAlpha, ImmutableArray<MemberPairDocument> Pairs);
