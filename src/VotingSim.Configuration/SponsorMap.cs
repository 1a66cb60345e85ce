using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace VotingSim.Configuration;

/// <summary>The key <c>sponsor</c> of a way around.</summary>
internal sealed record SponsorMap
{
    [Description("Name or code of the external power. In crises in which it does not speak, nobody sponsors.")]
    public required string Power { get; set; }

    [Description("How far it moves the text of the willing to its own position, 0 (off) to 1 (the whole way)."), Range(0, 1)]
    public required double Weight { get; set; }

    /// <summary>Whether a power of a crisis is meant.</summary>
    public bool Is(PowerMap power) => power.Name == Power || power.Code == Power;
}
