using VotingSim.Vectors;

namespace VotingSim.Cohorts;

/// <summary>A run of consecutive replications that is worked through together, as columns.</summary>
/// <param name="First">Index of the first replication.</param>
/// <param name="Count">Number of replications. Range: &gt;= 1.</param>
public readonly record struct Cohort(uint First, int Count)
{
    /// <summary>Replications that one vector instruction works on where it does not matter much how many. Columns are padded to <see cref="Width.Most"/>.</summary>
    internal const int LanesPerVector = 4;

    /// <summary>Length of a column of the cohort: the count, rounded up to whole vectors. The lanes beyond the count are worked on and
    /// never read.</summary>
    internal int Lanes => PaddedTo(Count);

    /// <summary>A number of lanes, rounded up to whole vectors.</summary>
    internal static int PaddedTo(int count) => (count + Width.Most - 1) / Width.Most * Width.Most;
}
