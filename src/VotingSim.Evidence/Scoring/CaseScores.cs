using System.Collections.Immutable;

namespace VotingSim.Evidence.Scoring;

/// <summary>What a model says of a case, scored.</summary>
public sealed record CaseScores
{
    /// <summary>Number of issues of the case.</summary>
    public required int Issues { get; init; }

    /// <summary>The text, issue by issue; empty where the model says nothing of it.</summary>
    public required ImmutableArray<OutcomeScore> Outcome { get; init; }

    /// <summary>The time; null where the model says nothing of it.</summary>
    public required TimeScore? Time { get; init; }

    /// <summary>How it ends.</summary>
    public required MannerScore Manner { get; init; }

    /// <summary>Log density of text and time together: the sum over issues and the time, of what is known of them; the time counts as often as its
    /// weight says. NaN where the model says nothing of a part, or nothing is known of either.</summary>
    public required double LogDensity { get; init; }
}
