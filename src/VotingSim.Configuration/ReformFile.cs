using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace VotingSim.Configuration;

/// <summary>The key <c>reform</c> of an institution: how it changes its rule by its own rule.</summary>
internal sealed record ReformMap
{
    [Description("Name of the rule that the members may adopt, which is one of the experiment's.")]
    public required string To { get; set; }

    [Description("The days on which it is put to them, ascending, counted from the first day of the campaign: when the first matter arises "
        + "on or after such a day.")]
    [Length(1, 1000), Range(0, 36525)]
    public int[]? OnDay { get; set; }

    [Description("It is put to them whenever a matter arises while so many have died or stand open."), Range(1, 1000)]
    public int? Backlog { get; set; }

    [Description("The categories of crises whose matters it reaches. Default: all.")]
    [Length(1, 1000)]
    public string[]? Categories { get; set; }

    [Description("After how many years the rule from before is back. Default: never."), Range(0.01, 1000)]
    public double? SunsetYears { get; set; }
}
