using VotingSim.Crises;
using VotingSim.Members;
using VotingSim.Rules;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>Everything that fixes a deliberation but luck: who sits at the table, on what crisis, under which rule and how. One arm of an
/// experiment.</summary>
/// <remarks>Equality is by reference to the parts: terms are made once for an arm and passed on.</remarks>
public sealed record DeliberationTerms
{
    /// <summary>Who sits at the table.</summary>
    public required Roster Roster { get; init; }

    /// <summary>What is to be decided; its stances are in the roster's seat order.</summary>
    public required Crisis Crisis { get; init; }

    /// <summary>What it takes to decide.</summary>
    public required DecisionRule Rule { get; init; }

    /// <summary>How the deliberation runs.</summary>
    public required DeliberationSettings Settings { get; init; }

    /// <summary>The seed of all draws. Arms of one experiment share it, and so meet the same luck.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How the willing may go on without the rest after a deadlock; null, the default, where they may not.</summary>
    public Minilateral? WayAround { get; init; }

    /// <summary>Which parameters are drawn for every world; null where all are as configured.</summary>
    public WorldUncertainty? Uncertainty { get; init; }
}
