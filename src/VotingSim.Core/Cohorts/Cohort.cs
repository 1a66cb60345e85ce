using VotingSim.Vectors;

namespace VotingSim.Cohorts;

/// <summary>A run of consecutive replications that is worked through together, as columns; or those whose campaigns have a matter in
/// common.</summary>
/// <param name="First">Index of the first replication.</param>
/// <param name="Count">Number of replications. Range: &gt;= 1.</param>
public readonly record struct Cohort(uint First, int Count)
{
    /// <summary>The matter of their campaigns that the replications are at; null where each is a single crisis. They need not be consecutive
    /// then.</summary>
    internal MatterLanes? Matter { get; init; }

    /// <summary>Replications that one vector instruction works on where it does not matter much how many. Columns are padded to
    /// <see cref="Width.Most"/>.</summary>
    internal const int LanesPerVector = 4;

    /// <summary>Length of a column of the cohort: the count, rounded up to whole vectors. The lanes beyond the count are worked on and
    /// never read.</summary>
    internal int Lanes => PaddedTo(Count);

    /// <summary>Writes the replication of each lane; at a matter with what moves the purpose of its draws in the upper half.</summary>
    internal void CopyTo(Span<ulong> replications)
    {
        if (Matter is { } matter)
        {
            matter.Replications.AsSpan(0, Lanes).CopyTo(replications);
            return;
        }

        for (var lane = 0; lane < Lanes; lane++)
        {
            replications[lane] = First + (ulong)lane;
        }
    }

    /// <summary>The place of a replication in the cohort.</summary>
    internal int SlotOf(uint replication) => Matter?.SlotOf(replication) ?? (int)(replication - First);

    /// <summary>A number of lanes, rounded up to whole vectors.</summary>
    internal static int PaddedTo(int count) => (count + Width.Most - 1) / Width.Most * Width.Most;
}
