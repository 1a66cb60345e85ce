using Orleans.Concurrency;

namespace VotingSim.Grains;

/// <summary>Knows which silos are in the cluster. Key: any number; keys differ in nothing but the way that a client's call takes. Every
/// silo answers for itself, from what it knows already, so that the store is not asked.</summary>
[Alias("votingsim.roll-call")]
public interface IRollCallGrain : IGrainWithIntegerKey
{
    /// <summary>The silos that take part.</summary>
    [Alias("call"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<PresentSilo[]> PresentAsync();
}
