namespace VotingSim.Configuration;

/// <summary>How a real matter ended.</summary>
public enum RecordedEnding
{
    /// <summary>Adopted, and nobody stood against it.</summary>
    Consent,

    /// <summary>Adopted against somebody.</summary>
    Vote,

    /// <summary>Adopted, and it is not known whether anybody stood against it.</summary>
    Adopted,

    /// <summary>Died undecided.</summary>
    Failed,

    /// <summary>Open when it was last seen.</summary>
    Open,
}
