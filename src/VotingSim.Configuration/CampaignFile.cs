using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Members;

namespace VotingSim.Configuration;

/// <summary>The key <c>campaign</c> of an experiment: its crises arise time and again over years.</summary>
internal sealed record CampaignMap
{
    public const int MostYears = 100;
    public const int MostInstitutions = 1000;

    [Description("How many years matters arise. Horizons count from each matter's own day, so that one may be open after the last year.")]
    [Range(1, MostYears)]
    public required int Years { get; set; }

    [Description("Where matters come from: streams, each of one of the crises.")]
    [Length(1, MatterLanes.MostStreams)]
    public required MatterMap[] Matters { get; set; }

    [Description("What members remember.")]
    public MemoryMap Memory { get; set; } = new();

    [Description("When members carry decisions out.")]
    public ComplianceMap Compliance { get; set; } = new();

    [Description("A way around a deadlock: those that support a text that was not adopted go on without the rest. Default: there is none.")]
    public MinilateralMap? Minilateral { get; set; }

    [Description(
        "The institutions that are compared, each an arm, on the same matters with the same luck; the first is the baseline. "
        + "Default: one for each of the rules.")]
    [Length(1, MostInstitutions)]
    public InstitutionMap[]? Institutions { get; set; }
}

/// <summary>A stream of matters.</summary>
internal sealed record MatterMap
{
    [Description("Name of the crisis, which is one of the experiment's.")]
    public required string Crisis { get; set; }

    [Description("How many arise in a year, on average, at random."), Form, Range(0, 1000)]
    public double? PerYear { get; set; }

    [Description("The days on which they arise, ascending, counted from the first day of the campaign."), Form, Length(1, 1000), Range(0, 36525)]
    public int[]? OnDay { get; set; }
}

/// <summary>The key <c>memory</c> of a campaign.</summary>
internal sealed record MemoryMap
{
    private static readonly MemorySettings Default = new();

    [Description("What being outvoted costs a member of goodwill, in utility; 0 is off. Default 0.1."), Range(0, 1000)]
    public double Outvoted { get; set; } = Default.Outvoted;

    [Description("What a decision by consent gains every member of goodwill, in utility; 0 is off. Default 0.02."), Range(0, 1000)]
    public double Consent { get; set; } = Default.Consent;

    [Description("What a deadlock costs a fully exposed member of goodwill, in utility; 0 is off. Default 0.05."), Range(0, 1000)]
    public double Deadlock { get; set; } = Default.Deadlock;

    [Description("What being left out by the willing costs a member of goodwill, in utility; 0 is off. Default 0.05."), Range(0, 1000)]
    public double LeftOut { get; set; } = Default.LeftOut;

    [Description("Mean time for which goodwill lasts, in years. Default 3."), Range(0.01, 1000)]
    public double Years { get; set; } = Default.Years;

    [Description("How much goodwill opens or closes ears: flexibility is multiplied by exp(listening x goodwill); 0 is off. Default 5.")]
    [Range(0, 1000)]
    public double Listening { get; set; } = Default.Listening;
}

/// <summary>The key <c>compliance</c> of a campaign.</summary>
internal sealed record ComplianceMap
{
    private static readonly ComplianceSettings Default = new();

    [Description("Scale of the logistic noise in whether a member carries a decision out, in utility; 0 is off. Default 0.05."), Range(0, 1000)]
    public double Noise { get; set; } = Default.Noise;

    [Description("Whether all that take part in a decision carry it out, whatever it is worth to them. Default false.")]
    public bool Always { get; set; } = Default.IsCertain;
}

/// <summary>The key <c>minilateral</c> of a campaign.</summary>
internal sealed record MinilateralMap
{
    private static readonly Minilateral Default = new();

    [Description("Who may go on without the rest: nobody, or the willing, that is the supporters of a text that was not adopted. Default willing.")]
    [AllowedValues("nobody", "willing")]
    public string Of { get; set; } = "willing";

    [Description("From when on a text that is not adopted is a deadlock, in days after the opening of the table; in the last session it always is. "
        + "Default 180.")]
    [Range(0, 1e6)]
    public double AfterDays { get; set; } = Default.AfterDays;

    [Description("How many must support the text: a share of the members, or { count: n }. Default { count: 3 }.")]
    [Either(typeof(decimal), typeof(CountMap)), Range(0, 1)]
    public JsonNode AtLeast { get; set; } = new JsonObject { ["count"] = 3m };

    [Description("An external power that drives the willing: their text moves to its position. Default: nobody.")]
    public SponsorMap? Sponsor { get; set; }

    /// <summary>As the engine takes it, for a table of so many and a crisis; null where nobody may.</summary>
    public Minilateral? Seat(int members, CrisisFile crisis) => Of == "nobody" ? null : new()
    {
        Sponsor = Sponsor is not null && Array.FindIndex(crisis.ExternalPowers, Sponsor.Is) is >= 0 and var power
            ? new() { Power = power, Weight = Sponsor.Weight }
            : null,
        AfterDays = AfterDays,
        AtLeast = (int)Math.Clamp(
            AtLeast is JsonObject count ? Math.Ceiling(count["count"]!.GetValue<decimal>()) : Math.Ceiling(AtLeast.GetValue<decimal>() * members),
            1,
            Roster.MaximumSize + 1),
    };
}
