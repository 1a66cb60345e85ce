namespace VotingSim.Deliberation;

/// <summary>How a deliberation ended.</summary>
public enum Ending : byte
{
    /// <summary>Adopted, and nobody objected.</summary>
    Consent = 0,

    /// <summary>Adopted, and somebody objected.</summary>
    Vote = 1,

    /// <summary>Undecided at a horizon at which the matter dies.</summary>
    Failed = 2,

    /// <summary>Undecided at the horizon, and still open.</summary>
    Open = 3,

    /// <summary>Not adopted, but those that supported the text went on without the rest.</summary>
    Minilateral = 4,
}
