using System.ComponentModel;

namespace VotingSim.Configuration;

/// <summary>An entry of <c>institutions</c> of a campaign: a bloc with its rule, its exceptions and its ways around.</summary>
internal sealed record InstitutionMap
{
    [Description("Name of the institution; in results it stands where a rule's name stands."), Name]
    public required string Name { get; set; }

    [Description("A title for people. Default: that of the rule of this name, if there is one.")]
    public string? Title { get; set; }

    [Description("Name of the rule by which it decides, which is one of the experiment's.")]
    public required string Rule { get; set; }

    [Description("Other rules for some categories of crises, e.g. { economic: asean-qmv }; each is one of the experiment's. Default: none.")]
    [KeyedByName]
    public Dictionary<string, string>? Categories { get; set; }

    [Description("Its way around a deadlock, instead of the campaign's. Default: the campaign's.")]
    public MinilateralMap? Minilateral { get; set; }

    [Description("How it may change its rule by its own rule. Default: it does not.")]
    public ReformMap? Reform { get; set; }

    /// <summary>The name of the rule after a reform for matters of a category; null where none reaches them.</summary>
    public string? ReformedRuleFor(string category) =>
        Reform is { Categories: null } || Reform?.Categories?.Contains(category) == true ? Reform.To : null;

    /// <summary>The name of the rule for matters of a category.</summary>
    public string RuleFor(string category) => Categories?.GetValueOrDefault(category) ?? Rule;
}
