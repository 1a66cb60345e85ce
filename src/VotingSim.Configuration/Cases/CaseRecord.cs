using System.Collections.Immutable;

namespace VotingSim.Configuration.Cases;

/// <summary>What really happened in a case.</summary>
public sealed record CaseRecord
{
    /// <summary>Day of the event; null where it is not known.</summary>
    public DateOnly? Opened { get; init; }

    /// <summary>Day of the end, or on which it was last seen open; null where it is not known.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>How it ended.</summary>
    public required RecordedEnding Ending { get; init; }

    /// <summary>The text adopted on each issue, on the issue scale; empty where it is not coded, and where nothing was adopted.</summary>
    public ImmutableArray<double> Outcome { get; init; } = [];

    /// <summary>Codes of those that stood against what was adopted; default where that is not coded.</summary>
    public ImmutableArray<string> Against { get; init; }

    /// <summary>How good the coding is: A a recorded vote or text, B documented statements, C judgement.</summary>
    public required string Grade { get; init; }

    /// <summary>Standard deviation of the coding error of positions and outcome. Unit: issue scale.</summary>
    public required double Error { get; init; }

    /// <summary>Who coded it; empty where that is not said.</summary>
    public string Coder { get; init; } = "";

    /// <summary>Whether positions were coded by somebody who did not know the outcome.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Where facts and codings come from; empty where that is not said.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether something was adopted.</summary>
    public bool IsDecided => Ending is RecordedEnding.Consent or RecordedEnding.Vote or RecordedEnding.Adopted;

    /// <summary>Days from the event to the end: the time of a decision, and what it exceeds where there was none. Null where a date is
    /// missing. A decision on the day of the event counts half a day.</summary>
    public double? Days => Opened is { } from && Ended is { } to ? Math.Max(0.5, to.DayNumber - from.DayNumber) : null;
}
