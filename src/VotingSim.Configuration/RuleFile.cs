using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VotingSim.Members;

namespace VotingSim.Configuration;

/// <summary>What a rule file says; also a rule built in place in an experiment.</summary>
internal sealed record RuleFile : RuleForms
{
    [Description("Name of the rule."), Name, JsonPropertyOrder(-2)]
    public required string Rule { get; set; }
}

/// <summary>A rule inside another, which needs no name.</summary>
internal sealed record RulePart : RuleForms
{
    [Description("Name of the rule."), Name, JsonPropertyOrder(-2)]
    public string? Rule { get; set; }
}

/// <summary>The forms of a rule, of which a map has one.</summary>
internal abstract record RuleForms
{
    [Description("A title for people."), JsonPropertyOrder(-1)]
    public string? Title { get; set; }

    [Description("Nobody objects and somebody supports."), Form, AllowedValues(true)]
    public bool? Consensus { get; set; }

    [Description("Everybody supports; an abstention blocks."), Form, AllowedValues(true)]
    public bool? Unanimity { get; set; }

    [Description("At most this many members object and somebody supports."), Form, Range(0, Roster.MaximumSize)]
    public int? ConsensusMinus { get; set; }

    [Description("What each ballot weighs: a word for it, or a map of code to weight. Default one-each.")]
    [OnlyWith("at-least", "more-than"), Either(typeof(string), typeof(Dictionary<string, decimal>))]
    [VotingWeight, KeyedByCode, Range(0, 1e12)]
    public JsonNode? Weight { get; set; }

    [Description("The supporters' weight reaches this share of the whole, e.g. 0.6, 60 % or 2/3, or { count: n }.")]
    [Form, Either(typeof(decimal), typeof(CountMap)), Range(0, 1), Quotient]
    public JsonNode? AtLeast { get; set; }

    [Description("The supporters' weight exceeds this share of the whole, e.g. 0.6, 60 % or 2/3, or { count: n }.")]
    [Form, Either(typeof(decimal), typeof(CountMap)), Range(0, 1), Quotient]
    public JsonNode? MoreThan { get; set; }

    [Description("The whole: all members (the default), or those voting, so that an abstention is left out.")]
    [OnlyWith("at-least", "more-than"), AllowedValues("all", "voting")]
    public string? Of { get; set; }

    [Description("The criterion fails only if at least this many members do not support. Default 0.")]
    [OnlyWith("at-least", "more-than"), Range(0, Roster.MaximumSize)]
    public int? BlockingMinority { get; set; }

    [Description("Every one of these rules adopts."), Form, Either(typeof(string), typeof(RulePart)), Length(1, 100)]
    public JsonNode[]? AllOf { get; set; }

    [Description("At least one of these rules adopts."), Form, Either(typeof(string), typeof(RulePart)), Length(1, 100)]
    public JsonNode[]? AnyOf { get; set; }

    [Description("A rule adopts and none of the listed members objects."), Form]
    public VetoMap? Veto { get; set; }

    [Description("One rule until a day, then another."), Form]
    public SequenceMap? Sequence { get; set; }

    [Description("A rule for each kind of matter: a map of categories of crises, and otherwise for those that it does not list.")]
    [Form, Either(typeof(string), typeof(RulePart)), KeyedByName(Category.Otherwise)]
    public Dictionary<string, JsonNode>? ByCategory { get; set; }

    [Description("Up to a number of objectors stay out instead of blocking; the decision binds the others."), Form]
    public OptOutMap? OptOut { get; set; }
}

/// <summary>A quota that is a weight and not a share.</summary>
internal sealed record CountMap
{
    [Description("The weight, or the number of members where each ballot weighs 1."), Range(0, 1e12)]
    public required decimal Count { get; set; }
}

/// <summary>The key <c>veto</c>.</summary>
internal sealed record VetoMap
{
    [Description("Codes of the members with a veto."), Length(1, Roster.MaximumSize), Code]
    public required string[] Members { get; set; }

    [Description("What it takes otherwise."), Either(typeof(string), typeof(RulePart))]
    public required JsonNode Rule { get; set; }
}

/// <summary>The key <c>sequence</c>.</summary>
internal sealed record SequenceMap
{
    [Description("In force for ballots cast on or before the day."), Either(typeof(string), typeof(RulePart))]
    public required JsonNode First { get; set; }

    [Description("Last day of the first rule, in days since the opening."), Range(0, 1e6)]
    public required double UntilDay { get; set; }

    [Description("In force afterwards."), Either(typeof(string), typeof(RulePart))]
    public required JsonNode Then { get; set; }
}

/// <summary>The key <c>opt-out</c>.</summary>
internal sealed record OptOutMap
{
    [Description("How many objectors may stay out."), Range(1, Roster.MaximumSize)]
    public required int AtMost { get; set; }

    [Description("What the participants need."), Either(typeof(string), typeof(RulePart))]
    public required JsonNode Rule { get; set; }
}
