using System.Text.Json.Nodes;
using VotingSim.Configuration.Cases;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Evidence.Cases;

/// <summary>The terms of a case under a structure: who sat there, on what, under the rule in force, as the structure says that deliberations
/// run.</summary>
public static class CaseTerms
{
    /// <summary>What a structure is that says nothing: the model with its defaults, and nothing uncertain but positions.</summary>
    public static Structure Plain { get; } = new() { Name = "plain", Title = "the model with its defaults", Keys = [] };

    /// <summary>End of observation where a structure does not say one. Unit: days from the event. Longer than any case is likely to be, so
    /// that a decision that is not there yet is not taken for one that never comes.</summary>
    public const double HorizonDays = 10_000;

    /// <summary>The terms of a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="structure">How deliberations run. Where it does not say the position noise, that is the coding error of the record.</param>
    /// <param name="seed">The seed of all draws: the same for all cases and structures, so that they meet the same luck.</param>
    /// <param name="rule">Another rule than the one in force, as an experiment names it; null for that one.</param>
    /// <exception cref="Configuration.ConfigurationException">The structure or the rule does not fit the case.</exception>
    public static DeliberationTerms Of(Case @case, Structure structure, ulong seed, string? rule = null)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(structure);
        var experiment = (JsonObject)structure.Keys.DeepClone();
        var deliberation = experiment["deliberation"] as JsonObject ?? [];
        deliberation.TryAdd("horizon-days", HorizonDays);
        deliberation.TryAdd("position-noise", @case.Record.Error);
        experiment["deliberation"] = deliberation;
        experiment["experiment"] = @case.Name;
        experiment["seed"] = seed;
        experiment["members"] = @case.Parts.Members.DeepClone();
        experiment["crises"] = new JsonArray(@case.Parts.Crisis.DeepClone());
        experiment["rules"] = new JsonArray(rule is null ? @case.Parts.Rule.DeepClone() : JsonValue.Create(rule));
        return ExperimentReader.Read(experiment, $"{structure.Name} of {@case.Name}").Arms[0].Terms;
    }
}
