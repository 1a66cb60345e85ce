using System.ComponentModel;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration;

/// <summary>What a structure file says: what is fixed in a model of deliberation, and what is free with its prior.</summary>
internal sealed record StructureFile
{
    [Description("Name of the structure."), Name]
    public required string Structure { get; set; }

    [Description("A title for people.")]
    public string? Title { get; set; }

    [Description("How a deliberation runs, whatever the case; what is left out is as configured.")]
    public DeliberationMap Deliberation { get; set; } = new();

    [Description("Urgency for every case, instead of the case's own.")]
    public UrgencyMap? Urgency { get; set; }

    [Description("What is free, with its prior: a shipped uncertainty, the path of a file, or its contents in place. Default: nothing.")]
    [Either(typeof(string), typeof(UncertaintyMap))]
    public JsonNode? Uncertainty { get; set; }
}
