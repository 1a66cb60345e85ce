using System.Collections.Immutable;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>What an experiment does not know, resolved.</summary>
/// <param name="PerDraw">How many consecutive replications share a draw.</param>
/// <param name="Uncertain">The uncertain parameters; those of all come before those of one.</param>
/// <param name="Posterior">The rows that they are drawn from together; null where each has a distribution.</param>
/// <param name="Written">The map that says it with everything in place.</param>
internal sealed record ResolvedUncertainty(int PerDraw, ImmutableArray<Uncertain> Uncertain, Posterior? Posterior, UncertaintyMap Written)
{
    /// <summary>As the engine takes it, for a crisis at a table.</summary>
    public WorldUncertainty Seat(CrisisFile crisis, MembersFile members) => new()
    {
        PerDraw = PerDraw,
        Parameters = [.. Uncertain.Select(one => one.Parameter.Quantity!.Seat(one, crisis, members))],
        Posterior = Posterior,
    };
}
