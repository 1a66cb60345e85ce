using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration;

/// <summary>What a claim file says: something that is said of the world, and how the model is asked the same.</summary>
internal sealed record ClaimFile
{
    [Description("Name of the claim."), Name]
    public required string Claim { get; set; }

    [Description("The claim in a line, as tables and figures write it.")]
    public required string Title { get; set; }

    [Description("What is claimed, and how the model is asked."), Paragraph]
    public required string Text { get; set; }

    [Description("Who claims it."), Paragraph]
    public required string Source { get; set; }

    [Description("How we know what the source says: computed from its data by us, read there, or derived by us from its theory.")]
    [WordOf(typeof(ClaimCertainty))]
    public required string Certainty { get; set; }

    [Description("Who says otherwise. With it the table says disputed, whatever the model does. Default: nobody known."), Paragraph]
    public string? Disputed { get; set; }

    [Description("The experiment that the sides are variations of, without a sweep: a shipped name, the path of a file, or its contents in place.")]
    [Either(typeof(string), typeof(ExperimentFile))]
    public required JsonNode Experiment { get; set; }

    [Description("Values of the experiment for all sides by their names, as for --set, e.g. deliberation.horizon-days: 3650. Default: none.")]
    public Dictionary<string, JsonNode>? Set { get; set; }

    [Description("What is compared, the baseline first. All crises of a side are taken together.")]
    [Length(1, ClaimSides.Most)]
    public required ClaimSideMap[] Sides { get; set; }

    [Description("What is estimated from the sides.")]
    [WordOf(typeof(ClaimQuantity))]
    public required string Quantity { get; set; }

    [Description("Of a hazard ratio: only decisions after the first and up to the second of these ages, in days from the event. Default: all.")]
    [Length(2, 2), Range(0, 1e6)]
    public double[]? Ages { get; set; }

    [Description("What the claim says of the quantity.")]
    public required ClaimExpectedMap Expected { get; set; }

    [Description("What the record says. Default: the record is silent.")]
    public ClaimObservedMap? Observed { get; set; }
}

/// <summary>A side of a claim.</summary>
internal sealed record ClaimSideMap
{
    [Description("What it is called. Default: its rule.")]
    public string? Name { get; set; }

    [Description("Its rule: a shipped name, the path of a rule file, or a rule built in place. Default: the experiment's only rule.")]
    [Either(typeof(string), typeof(RuleFile))]
    public JsonNode? Rule { get; set; }

    [Description("Its own experiment instead of the claim's, as there.")]
    [Either(typeof(string), typeof(ExperimentFile))]
    public JsonNode? Experiment { get; set; }

    [Description("Values of the experiment on this side, which go before those for all sides. Default: none.")]
    public Dictionary<string, JsonNode>? Set { get; set; }

    [Description("What a median elasticity is taken by, e.g. the number of members."), Range(0, 1e9, MinimumIsExclusive = true)]
    public double? Value { get; set; }
}

/// <summary>What a claim says of its quantity.</summary>
internal sealed record ClaimExpectedMap
{
    [Description("It is above this."), Form, Range(-1e9, 1e9)]
    public double? Above { get; set; }

    [Description("It is below this."), Form, Range(-1e9, 1e9)]
    public double? Below { get; set; }

    [Description("It is from the first to the second of these."), Form, Length(2, 2), Range(-1e9, 1e9)]
    public double[]? Within { get; set; }
}

/// <summary>What the record says.</summary>
internal sealed record ClaimObservedMap
{
    [Description("The number. Default: only its direction is known."), Range(-1e9, 1e9)]
    public double? Value { get; set; }

    [Description("Lower limit of its 95 % interval."), OnlyWith("value"), Range(-1e9, 1e9)]
    public double? Low { get; set; }

    [Description("Upper limit."), OnlyWith("value"), Range(-1e9, 1e9)]
    public double? High { get; set; }

    [Description("Where it comes from, and what it is of."), Paragraph]
    public required string Source { get; set; }
}

/// <summary>Limits of the sides of a claim.</summary>
internal static class ClaimSides
{
    public const int Most = 20;
}
