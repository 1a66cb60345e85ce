using System.Text.Json.Nodes;
using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis;

/// <summary>What rules and crises are called where people read: their titles, as the configuration gives them.</summary>
public static class RuleTitles
{
    /// <summary>The title of a rule, or of an institution of a campaign; its name where it has none of its own.</summary>
    public static string Of(ExperimentPlan plan, string rule)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Titles(plan.Configuration["campaign"]?["institutions"], "name").TryGetValue(rule, out var own) ? own
            : Titles(plan.Configuration["rules"], "rule").TryGetValue(rule, out var title) ? title
            : rule;
    }

    /// <summary>The title of a crisis; its name where it has none of its own.</summary>
    public static string OfCrisis(ExperimentPlan plan, string crisis)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Titles(plan.Configuration["crises"], "crisis").TryGetValue(crisis, out var title) ? title : crisis;
    }

    /// <summary>The question that a crisis puts; null where none is given.</summary>
    public static string? QuestionOf(ExperimentPlan plan, string crisis)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Entries(plan.Configuration["crises"]).FirstOrDefault(entry => Text(entry, "crisis") == crisis) is { } entry
            ? Text(entry, "question")
            : null;
    }

    /// <summary>A title within a sentence, where a comma in it must not be read as the sentence's.</summary>
    public static string Quoted(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return title.Contains(',', StringComparison.Ordinal) ? $"“{title}”" : title;
    }

    // Titles that two entries share would not tell them apart.
    private static Dictionary<string, string> Titles(JsonNode? list, string key)
    {
        var titles = Entries(list).Select(entry => (Name: Text(entry, key), Title: Text(entry, "title")))
            .Where(entry => entry is { Name: not null, Title: not null }).ToArray();
        return titles.Where(entry => titles.Count(other => other.Title == entry.Title) == 1)
            .ToDictionary(entry => entry.Name!, entry => entry.Title!, StringComparer.Ordinal);
    }

    private static IEnumerable<JsonObject> Entries(JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];

    private static string? Text(JsonObject entry, string key) =>
        entry[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
