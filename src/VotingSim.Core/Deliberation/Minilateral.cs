namespace VotingSim.Deliberation;

/// <summary>A way around a deadlock: those that support a text that was not adopted go on without the rest, which are left with the status quo.
/// Model.md 9.</summary>
public sealed record Minilateral
{
    /// <summary>From when on a text that is not adopted is a deadlock; in the last session it always is. Unit: days after the opening of the table;
    /// range: &gt;= 0; default 180.</summary>
    public double AfterDays { get; init; } = 180;

    /// <summary>How many must support the text. Range: 1 upwards; default 3.</summary>
    public int AtLeast { get; init; } = 3;

    /// <summary>Who drives them; null, the default, where nobody does.</summary>
    public Sponsor? Sponsor { get; init; }
}
