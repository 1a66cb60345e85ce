using System.Collections.Immutable;
using VotingSim.Analysis.Data;
using VotingSim.Evidence.Calibration;
using VotingSim.Evidence.Claims;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>What the page on evidence is made of.</summary>
public sealed record EvidenceParts
{
    /// <summary>The command that made it.</summary>
    public required string Command { get; init; }

    /// <summary>Worlds that each case and claim was deliberated in.</summary>
    public required int Worlds { get; init; }

    /// <summary>Seed of worlds and intervals.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Scores on the cases that ship.</summary>
    public required ScoreSheet Shipped { get; init; }

    /// <summary>What those cases tell of the parameters.</summary>
    public required CalibrationDocument Calibration { get; init; }

    /// <summary>What is claimed of rules and deliberation, and what the model says.</summary>
    public required ImmutableArray<ClaimFinding> Claims { get; init; }

    /// <summary>Campaigns of the decade that ships, as it is and as a reviewer asks.</summary>
    public required ImmutableArray<LongRun> Campaigns { get; init; }

    /// <summary>Scores on decisions of the European Union; null where the user has none.</summary>
    public ScoreSheet? Union { get; init; }

    /// <summary>Times of European directives; null where the user has none.</summary>
    public SurvivalAnalysis? Directives { get; init; }
}
