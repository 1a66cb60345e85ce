using System.Collections.Immutable;

namespace VotingSim.Statistics.Agreement;

/// <summary>How much the members agree in their ballots over many votes.</summary>
public sealed record AgreementSummary
{
    /// <summary>Number of votes.</summary>
    public required long Votes { get; init; }

    /// <summary>Number of votes in which nobody is absent.</summary>
    public required long CompleteVotes { get; init; }

    /// <summary>Mean agreement index over the votes with a ballot; Student's t interval of its logit. Range: 0 to 1.</summary>
    public required Estimate MeanAgreementIndex { get; init; }

    /// <summary>Mean Rice index over the votes in which somebody votes for or against; Student's t interval of its logit. Range: 0 to 1.</summary>
    public required Estimate MeanRiceIndex { get; init; }

    /// <summary>Share of the votes with a ballot in which all ballots are alike; Wilson's interval.</summary>
    public required Estimate UnanimousShare { get; init; }

    /// <summary>Krippendorff's alpha; see <see cref="Agreement.KrippendorffAlpha"/>.</summary>
    public required Estimate KrippendorffAlpha { get; init; }

    /// <summary>Fleiss' kappa over the complete votes; see <see cref="Agreement.FleissKappa"/>. Undefined for fewer than two members.</summary>
    public required Estimate FleissKappa { get; init; }

    /// <summary>All pairs of members, by seat of the first and then of the second.</summary>
    public required ImmutableArray<PairAgreement> Pairs { get; init; }
}

/// <summary>How much two members agree.</summary>
/// <param name="First">Seat of the one.</param>
/// <param name="Second">Seat of the other, which is higher.</param>
/// <param name="Votes">Number of votes in which both cast a ballot.</param>
/// <param name="Agreement">Share of them in which the ballots are alike; Wilson's interval. Undefined where there are none.</param>
/// <param name="CohenKappa">Cohen's kappa; see <see cref="Agreement.CohenKappa"/>.</param>
public sealed record PairAgreement(int First, int Second, long Votes, Estimate Agreement, Estimate CohenKappa);
