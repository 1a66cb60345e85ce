using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Cases;

/// <summary>A model of deliberation as far as it is the same for all cases: what is fixed, and what is free with its prior.</summary>
public sealed record Structure
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a line; the name where that is not said.</summary>
    public required string Title { get; init; }

    /// <summary>Its keys <c>deliberation</c>, <c>urgency</c> and <c>uncertainty</c>, as an experiment takes them, references resolved.</summary>
    public required JsonObject Keys { get; init; }
}
