namespace VotingSim.Deliberation;

/// <summary>An external power that drives the willing: their text is moved to its position, p' = (1 - w) p + w z. Model.md 9.</summary>
public sealed record Sponsor
{
    /// <summary>Its place among the external powers of the crisis, from 0.</summary>
    public required int Power { get; init; }

    /// <summary>w: how far the text is moved. Range: 0 (off) to 1 (the whole way).</summary>
    public required double Weight { get; init; }
}
