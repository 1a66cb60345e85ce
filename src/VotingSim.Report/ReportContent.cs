using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VotingSim.Analysis;
using VotingSim.Crises;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Report;

/// <summary>All that a report is made of.</summary>
public sealed record ReportContent
{
    /// <summary>The experiment.</summary>
    public required ExperimentPlan Plan { get; init; }

    /// <summary>Its estimates.</summary>
    public required Summary Summary { get; init; }

    /// <summary>Where the adopted texts lay, of the arms that are shown at length.</summary>
    public required ImmutableArray<OutcomeCounts> Outcomes { get; init; }

    /// <summary>Opinions round by round; none where they were not deliberated again.</summary>
    public required ImmutableArray<OpinionPaths> Opinions { get; init; }

    /// <summary>Version of the program that ran the experiment.</summary>
    public required string Version { get; init; }

    /// <summary>Reads what the summary does not hold from the folder of the run, and deliberates some replications again for their opinions.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="summary">Its estimates.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="grains">Where replications are deliberated again.</param>
    public static async Task<ReportContent> ReadAsync(ExperimentPlan plan, Summary summary, ResultsFolder folder, IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var content = new ReportContent
        {
            Plan = plan,
            Summary = summary,
            Outcomes = await OutcomeCounts.ReadAsync(plan, folder, Shown(plan)),
            Opinions = [],
            Version = (await Manifest.ReadAsync(folder)).Version,
        };
        var sections = content.Sections();
        if (sections.Length > ReportPage.MostCrisesInFull)
        {
            return content;
        }

        var replications = (int)Math.Min(OpinionPaths.DefaultReplications, plan.Replications);
        return content with { Opinions = [.. await Task.WhenAll(sections.SelectMany(OpinionsFigure.Arms).Select(arm => OpinionPaths.ReplayAsync(arm.Arm, grains, replications)))] };
    }

    /// <summary>The arms that a report shows at length: of every crisis all rules, at the design point in the middle of the swept ranges.</summary>
    public static ImmutableArray<Arm> Shown(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return [.. plan.Arms.GroupBy(arm => arm.Crisis).SelectMany(crisis => crisis.GroupBy(arm => arm.Baseline).MinBy(group => Distance(plan, group.First()))!)];
    }

    internal ImmutableArray<ReportSection> Sections() =>
        [.. Shown(Plan).GroupBy(arm => arm.Baseline).Select(arms => new ReportSection { Content = this, Arms = [.. arms.Select(Summary.Of)] })];

    internal string NameOf(string rule) => Titles(Plan.Configuration["rules"], "rule").TryGetValue(rule, out var title) ? title : rule;

    internal string TitleOf(Crisis crisis) => Titles(Plan.Configuration["crises"], "crisis").TryGetValue(crisis.Name, out var title) ? title : crisis.Name;

    internal string? QuestionOf(Crisis crisis) => Entries(Plan.Configuration["crises"]).FirstOrDefault(entry => Text(entry, "crisis") == crisis.Name) is { } entry ? Text(entry, "question") : null;

    internal SeriesStyle LookOf(string rule) => Palette.Of(Plan.Arms.Select(arm => arm.Rule).Distinct(StringComparer.Ordinal).TakeWhile(name => name != rule).Count());

    // Titles that two entries share would not tell them apart.
    private static Dictionary<string, string> Titles(JsonNode? list, string key)
    {
        var titles = Entries(list).Select(entry => (Name: Text(entry, key), Title: Text(entry, "title"))).Where(entry => entry is { Name: not null, Title: not null }).ToArray();
        return titles.Where(entry => titles.Count(other => other.Title == entry.Title) == 1).ToDictionary(entry => entry.Name!, entry => entry.Title!, StringComparer.Ordinal);
    }

    private static IEnumerable<JsonObject> Entries(JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];

    private static string? Text(JsonObject entry, string key) => entry[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // Every number is measured in the range that the sweep gives it, so that parameters count alike.
    private static double Distance(ExperimentPlan plan, Arm arm) => arm.Parameters.Select((value, index) =>
    {
        if (value.Number is not { } number)
        {
            return 0;
        }

        var (low, high) = (plan.Arms.Min(other => other.Parameters[index].Number ?? number), plan.Arms.Max(other => other.Parameters[index].Number ?? number));
        var off = high > low ? ((number - low) / (high - low)) - 0.5 : 0;
        return off * off;
    }).Sum();
}
