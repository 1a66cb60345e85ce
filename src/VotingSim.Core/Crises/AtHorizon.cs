namespace VotingSim.Crises;

/// <summary>What becomes of a matter that is undecided at the horizon.</summary>
public enum AtHorizon
{
    /// <summary>It stays open: nothing is known but that it took longer. The default.</summary>
    Open,

    /// <summary>It dies there: a communiqué that is not issued, a summit that ends.</summary>
    Failed,
}
