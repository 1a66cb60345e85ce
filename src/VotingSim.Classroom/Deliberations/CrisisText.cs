using System.Text.Json.Nodes;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What people are told of a crisis and a rule: words of the configuration that the model has no use for.</summary>
/// <param name="Title">Title of the crisis.</param>
/// <param name="Question">What is to be decided.</param>
/// <param name="Rule">Title of the rule.</param>
public sealed record CrisisText(string Title, string Question, string Rule)
{
    /// <summary>The words of an arm, out of the resolved configuration.</summary>
    public static CrisisText Of(ExperimentPlan plan, Arm arm)
    {
        var (crisis, rule) = (Entry(plan, "crises", "crisis", arm.Crisis), Entry(plan, "rules", "rule", arm.Rule));
        var title = Text(crisis, "title") ?? arm.Crisis;
        return new(title, Text(crisis, "question") ?? title, Text(rule, "title") ?? arm.Rule);
    }

    private static JsonNode? Entry(ExperimentPlan plan, string list, string key, string name) =>
        (plan.Configuration[list] as JsonArray)?.FirstOrDefault(entry => entry?[key]?.ToString() == name);

    private static string? Text(JsonNode? entry, string key) => entry?[key]?.ToString();
}
