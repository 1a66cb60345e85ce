using VotingSim.Cohorts;

namespace VotingSim.Experiments.Plan;

/// <summary>Consecutive rows of one arm in one part.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Index">Place of the slice within its arm, from 0. Slices of equal index have equal replications in all arms.</param>
/// <param name="First">Index of the first replication.</param>
/// <param name="Count">Number of replications.</param>
public sealed record RunSlice(Arm Arm, int Index, long First, int Count)
{
    /// <summary>The cohorts that the slice is deliberated in.</summary>
    public IEnumerable<Cohort> Cohorts(int size)
    {
        for (var offset = 0; offset < Count; offset += size)
        {
            yield return new((uint)(First + offset), Math.Min(size, Count - offset));
        }
    }
}
