using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace VotingSim.Grains;

/// <summary>Seats a member in the silo of the chair that calls it, whatever becomes of other silos.</summary>
/// <remarks>
/// Nobody else ever calls a member, so that the cluster's directory need not know where it sits. A grain of the directory is put to rest when
/// the silo leaves that keeps its entry: a member in the middle of a cohort lost its seat by that.
/// </remarks>
[Serializable, GenerateSerializer, Immutable]
internal sealed class BesideTheChair : PlacementStrategy
{
    public static BesideTheChair Instance { get; } = new();

    public override bool IsUsingGrainDirectory => false;
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class BesideTheChairPlacementAttribute() : PlacementAttribute(BesideTheChair.Instance);

internal sealed class BesideTheChairDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(context.LocalSilo);
}
