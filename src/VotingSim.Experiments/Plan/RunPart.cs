using System.Collections.Immutable;

namespace VotingSim.Experiments.Plan;

/// <summary>Consecutive rows of one arm, or all rows of several arms in succession: what is written, and committed, at once.</summary>
/// <remarks>Parts are cut at the same rows whatever the cohort size, so that the files do not depend on it.</remarks>
/// <param name="Slices">What it holds, in order. Never empty.</param>
/// <param name="IsShared">Whether it is of a run whose arms share parts, even if it holds but one of them.</param>
public sealed record RunPart(ImmutableArray<RunSlice> Slices, bool IsShared)
{
    /// <summary>Most rows of a part.</summary>
    public const int Rows = 1 << 16;

    /// <summary>Most campaigns of a part, each of which has a row per matter.</summary>
    public const int Campaigns = 1 << 11;

    /// <summary>Index of the first replication.</summary>
    public long First => Slices[0].First;

    /// <summary>Number of replications: rows, but of campaigns.</summary>
    public int Count { get; } = Slices.Sum(slice => slice.Count);

    /// <summary>Name of the part's file: index and name of its arm, and its place in it; or the first and the last arm's index. By name, files
    /// are in order of arm, then replication.</summary>
    public string FileName { get; } = IsShared
        ? $"{Slices[0].Arm.Index:000000}-{Slices[^1].Arm.Index:000000}.parquet"
        : $"{Slices[0].Arm.Index:00000}-{Slices[0].Arm.Id}-{Slices[0].Index:00000}.parquet";
}
