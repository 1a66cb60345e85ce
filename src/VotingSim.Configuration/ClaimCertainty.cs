namespace VotingSim.Configuration;

/// <summary>How what a claim says of its source is known.</summary>
public enum ClaimCertainty
{
    /// <summary>Computed by us from the source's data.</summary>
    Computed,

    /// <summary>Read in the source, or in its abstract.</summary>
    Read,

    /// <summary>Derived by us from the source's theory.</summary>
    Derived,
}
