using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VotingSim.Campaigns;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Worlds;

namespace VotingSim.Experiments.Plan;

/// <summary>An experiment, resolved: every arm with its terms, and the configuration that says it all.</summary>
public sealed record ExperimentPlan
{
    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>The seed of all draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Replications of every arm: of a run that has ended those that it has, before that the most that there can be. Range: 1 to
    /// 2^32.</summary>
    public required long Replications { get; init; }

    /// <summary>When the run stops before that number of replications; null where it does not.</summary>
    public Precision? Until { get; init; }

    /// <summary>Names of the swept parameters, e.g. <c>deliberation.ballot-noise</c>. Empty without a sweep.</summary>
    public required ImmutableArray<string> Parameters { get; init; }

    /// <summary>Where the design points come from. Default: no sweep.</summary>
    public SweepDesign Sweep { get; init; } = SweepDesign.None;

    /// <summary>What is drawn anew for every world, the same for all arms; null where all parameters are as configured.</summary>
    /// <remarks>Names and distributions are those of every arm. Which member, issue or power is meant may differ from arm to arm: see its
    /// terms.</remarks>
    public WorldUncertainty? Uncertainty { get; init; }

    /// <summary>The arms: crises in the order of the configuration, within them the design points, within them the rules.</summary>
    public required ImmutableArray<Arm> Arms { get; init; }

    /// <summary>Whether the arms are campaigns, whose rows are matters, and not single crises.</summary>
    public bool IsCampaign => Arms[0].Campaign is not null;

    /// <summary>The resolved configuration: everything that was referred to or left at its default, written out.</summary>
    public required JsonObject Configuration { get; init; }

    /// <summary>What can be run, but is hardly what was meant, such as a rule that can never adopt anything. Default: nothing.</summary>
    public ImmutableArray<Problem> Warnings { get; init; } = [];

    /// <summary>SHA-256 of the resolved configuration as UTF-8 JSON without white space, in hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }
}

/// <summary>One arm of an experiment: a crisis, a rule and a design point, with common random numbers.</summary>
public sealed record Arm
{
    /// <summary>Place among the arms, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Names the arm in results and files: <c>crisis.rule</c>, each by its <see cref="NameId"/>, with <c>.p0</c>, <c>.p1</c>, ... for
    /// the design points of a sweep.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the crisis.</summary>
    public required string Crisis { get; init; }

    /// <summary>Name of the rule; of a campaign that of the institution, which is its rule where the campaign has no institutions.</summary>
    public required string Rule { get; init; }

    /// <summary>Index of the arm with the first rule of the experiment, the same crisis and the same design point: what this arm is
    /// compared with.</summary>
    public required int Baseline { get; init; }

    /// <summary>Values of the swept parameters, in the order of <see cref="ExperimentPlan.Parameters"/>.</summary>
    public required ImmutableArray<ParameterValue> Parameters { get; init; }

    /// <summary>Everything that fixes the arm's deliberations but luck; of a campaign those of its first stream.</summary>
    public required DeliberationTerms Terms { get; init; }

    /// <summary>Everything that fixes the arm's campaigns but luck; null where its crisis is single.</summary>
    public CampaignTerms? Campaign { get; init; }

    /// <summary>Of a campaign the rules by which its streams are decided; empty where the crisis is single.</summary>
    public ImmutableArray<StreamRule> StreamRules { get; init; } = [];

    /// <summary>This arm, or of a campaign one for each of its streams, with the stream's crisis.</summary>
    public ImmutableArray<Arm> Streams => Campaign is null
        ? [this]
        : [.. Campaign.Streams.Select(stream => this with { Crisis = stream.Terms.Crisis.Name, Terms = stream.Terms, Campaign = null })];
}

/// <summary>A value of a swept parameter: a number, or a word such as a drafting method.</summary>
/// <param name="Text">The value as it is written.</param>
/// <param name="Number">The number, or null for a word.</param>
public readonly record struct ParameterValue(string Text, double? Number);
