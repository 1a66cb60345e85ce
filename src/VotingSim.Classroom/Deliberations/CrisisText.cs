using System.Text.Json.Nodes;
using VotingSim.Experiments.Plan;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What people are told of a crisis and a rule: words of the configuration that the model has no use for.</summary>
/// <param name="title">Title of the crisis, as configured.</param>
/// <param name="question">What is to be decided, as configured.</param>
/// <param name="rule">Title of the rule, as configured.</param>
public sealed class CrisisText(string title, string question, string rule)
{
    /// <summary>Title of the crisis.</summary>
    public string Title => Translated(title);

    /// <summary>What is to be decided.</summary>
    public string Question => Translated(question);

    /// <summary>Title of the rule.</summary>
    public string Rule => Translated(rule);

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
