using VotingSim.Cohorts;

namespace VotingSim.Grains.Serialization;

/// <summary>A cohort on the way to another process.</summary>
[RegisterConverter]
internal sealed class CohortConverter : IConverter<Cohort, CohortSurrogate>
{
    public CohortSurrogate ConvertToSurrogate(in Cohort value) => new() { First = value.First, Count = value.Count };

    public Cohort ConvertFromSurrogate(in CohortSurrogate surrogate) => new(surrogate.First, surrogate.Count);
}

/// <summary>A run of replications.</summary>
[GenerateSerializer, Alias("votingsim.replications")]
internal struct CohortSurrogate
{
    [Id(0)]
    public uint First;

    [Id(1)]
    public int Count;
}
