namespace VotingSim.Evidence.Scoring;

/// <summary>What of a case is scored.</summary>
public enum ScorePart
{
    /// <summary>Text and time together.</summary>
    Joint,

    /// <summary>The text that was adopted.</summary>
    Outcome,

    /// <summary>The days until then.</summary>
    Time,

    /// <summary>By consent or not, and against whom.</summary>
    Manner,
}
