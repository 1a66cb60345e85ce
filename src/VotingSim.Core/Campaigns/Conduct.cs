namespace VotingSim.Campaigns;

/// <summary>How members conduct themselves from one matter to the next.</summary>
public sealed record Conduct
{
    /// <summary>What they remember.</summary>
    public MemorySettings Memory { get; init; } = new();

    /// <summary>What they carry out.</summary>
    public ComplianceSettings Compliance { get; init; } = new();
}
