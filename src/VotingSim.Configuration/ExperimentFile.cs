using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using VotingSim.Crises;
using VotingSim.Deliberation;

namespace VotingSim.Configuration;

/// <summary>What an experiment file says.</summary>
internal sealed record ExperimentFile
{
    public const ulong DefaultSeed = 1;
    public const long MostReplications = 1L << 32;

    [Description("Name of the experiment."), Name]
    public required string Experiment { get; set; }

    [Description("Seed of all draws, a whole number from 0 to 2^64-1. Default 1.")]
    public ulong Seed { get; set; } = DefaultSeed;

    [Description("Replications of every arm, or a map that says how precise the estimates must be. Default 1000.")]
    [Either(typeof(long), typeof(ReplicationsMap)), Range(1, MostReplications)]
    public JsonNode Replications { get; set; } = JsonValue.Create(1000L);

    [Description("Who sits at the table: a shipped name such as asean-10, the path of a members file, or its contents in place.")]
    [Either(typeof(string), typeof(MembersFile))]
    public required JsonNode Members { get; set; }

    [Description("What is decided: shipped names, paths of crisis files, or their contents in place.")]
    [Either(typeof(string), typeof(CrisisFile)), Length(1, ConfigurationNode.LongestList)]
    public required JsonNode[] Crises { get; set; }

    [Description(
        "The decision rules that are compared: shipped names, paths of rule files, or rules built in place. "
        + "The first is the baseline of every comparison.")]
    [Either(typeof(string), typeof(RuleFile)), Length(1, ConfigurationNode.LongestList)]
    public required JsonNode[] Rules { get; set; }

    [Description("How a deliberation runs, whatever the crisis.")]
    public DeliberationMap Deliberation { get; set; } = new();

    [Description("Urgency for every crisis, instead of the crisis's own.")]
    public UrgencyMap? Urgency { get; set; }

    [Description(
        "Parameters that nobody knows exactly and that are drawn anew for every world: a shipped name, the path of a file, "
        + "or its contents in place.")]
    [Either(typeof(string), typeof(UncertaintyMap))]
    public JsonNode? Uncertainty { get; set; }

    [Description("A bloc over years: the crises arise time and again, members remember, and decisions are carried out or not.")]
    public CampaignMap? Campaign { get; set; }

    [Description("Parameters that are varied: every arm is run at every design point.")]
    public SweepMap? Sweep { get; set; }
}

/// <summary>The key <c>replications</c>, where a run stops by precision.</summary>
internal sealed record ReplicationsMap
{
    [Description("The run stops when the estimate is this precise in every arm.")]
    public required UntilMap Until { get; set; }

    [Description("The run stops at this number in any case. Default 1000000."), Range(1, ExperimentFile.MostReplications)]
    public long AtMost { get; set; } = 1_000_000;
}

/// <summary>The key <c>until</c>.</summary>
internal sealed record UntilMap
{
    [Description("Half the width of the estimate's 95 % interval that no arm may exceed, in the unit of the estimate.")]
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public required double HalfWidth { get; set; }

    [Description(
        "The estimate: decided-share, median-days, rmst-days, rounds, or the mean of a measure such as agreement-index or outcome-<issue>. "
        + "Default rmst-days.")]
    public string Of { get; set; } = "rmst-days";
}

/// <summary>The key <c>deliberation</c>.</summary>
internal sealed record DeliberationMap
{
    private static readonly DeliberationSettings Default = new();

    [Description("Days between two sessions. Default: what the calendar of the members says, else 14."), Range(0, 1e6, MinimumIsExclusive = true)]
    public double? RoundDays { get; set; }

    [Description("Day of the first session, counted from the opening of the table. Default: what the calendar of the members says, else 14.")]
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double? FirstRoundDay { get; set; }

    [Description(
        "How long a chair that has a majority goes on seeking consensus, in days; 0 is off. "
        + "Default: what the calendar of the members says, else 180.")]
    [Range(0, 1e6)]
    public double? PatienceDays { get; set; }

    [Description("How long the matter waits for the agenda. Default: what the crisis says, else the calendar of the members, else no wait.")]
    public AgendaMap? Agenda { get; set; }

    [Description("End of observation, in days from the event: what is undecided then is right-censored. Default 730.")]
    [Range(0, 1e6, MinimumIsExclusive = true)]
    public double HorizonDays { get; set; } = Default.HorizonDays;

    [Description("How the chair makes the text. Default coalition."), WordOf(typeof(DraftingMethod))]
    public string Drafting { get; set; } = ConfigurationWord.Of(Default.Drafting);

    [Description("The text of drafting: fixed, a value from 0 to 100 per issue."), Length(1, Crisis.MaximumIssues), Range(0, 100)]
    public double[]? Text { get; set; }

    [Description("What a voice weighs in the draft: the same for all, its salience, its influence, or both. Default equal.")]
    [WordOf(typeof(DraftWeights))]
    public string DraftWeights { get; set; } = ConfigurationWord.Of(Default.DraftWeights);

    [Description("Standard deviation of what an analyst does not know of a position, on the issue scale; 0 is off. Default 6."), Range(0, 1000)]
    public double PositionNoise { get; set; } = Default.PositionNoise;

    [Description("Standard deviation of what an analyst does not know of a salience, on its scale of 0 to 100; 0 is off. Default 0."), Range(0, 1000)]
    public double SalienceNoise { get; set; } = Default.SalienceNoise;

    [Description("Scale of the logistic ballot noise, in utility; 0 is off. Default 0.04."), Range(0, 1000)]
    public double BallotNoise { get; set; } = Default.BallotNoise;

    [Description("Mean time for which a member's unexplained inclination stays what it is, in days; 0 draws it anew for every session. Default 90.")]
    [Range(0, 1e6)]
    public double DispositionDays { get; set; } = Default.DispositionDays;

    [Description("How fast opinions move to where listening would bring them, per 30 days; 0 is off. Default 2."), Range(0, 1000)]
    public double ConsultationRate { get; set; } = Default.ConsultationRate;

    [Description("Members whose opinions are further apart than this do not move one another, on the issue scale; 100 is off. Default 100.")]
    [Range(0, 100)]
    public double Confidence { get; set; } = Default.Confidence;

    [Description("How much faster a member concedes whom the others could outvote; 0 is off. Default 1."), Range(0, 1000)]
    public double ShadowOfTheVote { get; set; } = Default.ShadowOfTheVote;

    [Description("How many days ahead a rule that will be in force makes members dispensable now; 0 is off. Default 60."), Range(0, 1e6)]
    public double ForesightDays { get; set; } = Default.ForesightDays;

    [Description("How much urgency speeds concessions, per utility; 0 is off. Default 2."), Range(0, 1000)]
    public double UrgencyResponse { get; set; } = Default.UrgencyResponse;

    [Description("How much weight in the draft a doubter of the target coalition gains in 30 days; 0 is off. Default 0.23."), Range(0, 1000)]
    public double Accommodation { get; set; } = Default.Accommodation;

    [Description("The heaviest that a doubter's voice becomes; 1 keeps all alike. Default 2."), Range(1, 1e6)]
    public double HeaviestVoice { get; set; } = Default.HeaviestVoice;

    [Description("Code of the member in the chair; needed with chair-bias."), Code]
    public string? Chair { get; set; }

    [Description("How far the chair pulls the draft to its own opinion, 0 (off) to 1. Default 0."), Range(0, 1)]
    public double ChairBias { get; set; } = Default.ChairBias;

    [Description("Exponent of the loss in the distance: 1 is linear, 2 quadratic. Default 1."), Range(0, 100, MinimumIsExclusive = true)]
    public double LossExponent { get; set; } = Default.LossExponent;
}

/// <summary>The key <c>urgency</c> of a crisis, or of an experiment where it goes before the crisis's own.</summary>
internal sealed record UrgencyMap
{
    [Description("Cost of having no decision at the opening, in utility. Default 0.03."), Range(0, 1000)]
    public double? Initial { get; set; }

    [Description("Exponential growth of that cost, per 30 days. Default 0.06."), Range(-100, 100)]
    public double? Growth { get; set; }

    [Description("Mean number of shocks per 30 days. Default 0.15."), Range(0, 1e6)]
    public double? ShockRate { get; set; }

    [Description("By which share a shock raises the cost. Default 0.3."), Range(-1, 1000, MinimumIsExclusive = true)]
    public double? ShockSize { get; set; }

    [Description("The most that the cost grows to. Default 1000000."), Range(0, 1e9, MinimumIsExclusive = true)]
    public double? Ceiling { get; set; }

    /// <summary>These values, and where they are silent those of <paramref name="other"/>.</summary>
    public UrgencyMap Over(UrgencyMap? other) => new()
    {
        Initial = Initial ?? other?.Initial,
        Growth = Growth ?? other?.Growth,
        ShockRate = ShockRate ?? other?.ShockRate,
        ShockSize = ShockSize ?? other?.ShockSize,
        Ceiling = Ceiling ?? other?.Ceiling,
    };
}

/// <summary>The key <c>sweep</c>.</summary>
internal sealed record SweepMap
{
    [Description("Every combination of the listed values; the last parameter varies fastest."), Form, Length(1, 100_000)]
    public Dictionary<string, JsonNode[]>? Grid { get; set; }

    [Description("The first values of all parameters together, then the second values, and so on."), Form, Length(1, 100_000)]
    public Dictionary<string, JsonNode[]>? Paired { get; set; }

    [Description("A seeded Latin hypercube sample of ranges."), Form]
    public SampleMap? LatinHypercube { get; set; }

    [Description("The first points of a Sobol sequence over ranges, with a seeded digital shift; at most 64 parameters."), Form]
    public SampleMap? Sobol { get; set; }

    [Description("Saltelli's design, for the first-order and total Sobol indices of at most 32 parameters: samples times (parameters + 2) points.")]
    [Form]
    public SampleMap? Saltelli { get; set; }

    [Description("Random trajectories that move one parameter at a time, for Morris screening: trajectories times (parameters + 1) points."), Form]
    public TrajectoriesMap? Morris { get; set; }
}

/// <summary>A sample of ranges in a sweep.</summary>
internal sealed record SampleMap
{
    [Description("Number of design points; of blocks of parameters + 2 points for saltelli."), Range(1, 100_000)]
    public required int Samples { get; set; }

    [Description("The range [low, high] of each parameter, e.g. deliberation.ballot-noise: [0.01, 0.1]."), Length(2, 2)]
    public required Dictionary<string, double[]> Parameters { get; set; }
}

/// <summary>The key <c>morris</c> of a sweep.</summary>
internal sealed record TrajectoriesMap
{
    [Description("Number of trajectories; 10 to 50 are usual."), Range(1, 100_000)]
    public required int Trajectories { get; set; }

    [Description("Number of levels of each parameter, evenly spread over its range; even. Default 4."), Range(2, 1000)]
    public int Levels { get; set; } = 4;

    [Description("The range [low, high] of each parameter, e.g. deliberation.ballot-noise: [0.01, 0.1]."), Length(2, 2)]
    public required Dictionary<string, double[]> Parameters { get; set; }
}
