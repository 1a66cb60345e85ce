using System.Collections.Immutable;

namespace VotingSim.Statistics.Discovery;

/// <summary>Where in the space of parameters an outcome is at home.</summary>
/// <param name="Trajectory">The boxes of the last peeling, from the whole space inwards.</param>
/// <param name="Box">The box of the best score after pasting; null where no parameter's restriction is more than chance.</param>
public sealed record PrimResult(ImmutableArray<PrimBox> Trajectory, PrimBox? Box);
