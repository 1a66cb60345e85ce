using System.Collections.Immutable;
using System.Xml.Linq;
using VotingSim.Analysis;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Rules;

namespace VotingSim.Report.Tests;

/// <summary>Reports of small runs of what ships, by way of the engine, the stored rows and the summary.</summary>
internal static class Reports
{
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // With the ranges of judgement rules differ in most worlds, so that every part of a report has something to show.
    public static ExperimentPlan Plan(string experiment, int replications, params string[] settings) => ExperimentReader.Read(
        experiment, [$"replications={replications}", .. experiment == "myanmar-consensus-or-qmv" ? ["uncertainty=asean-ranges"] : (string[])[], .. settings]);

    /// <summary>The same without what is uncertain.</summary>
    public static ExperimentPlan Certain(string experiment, int replications, params string[] settings) =>
        ExperimentReader.Read(experiment, [$"replications={replications}", .. settings], isCertain: true);

    /// <summary>The plan with only some of its rules.</summary>
    public static ExperimentPlan Only(this ExperimentPlan plan, params string[] rules)
    {
        var arms = plan.Arms.Where(arm => rules.Contains(arm.Rule)).ToArray();
        var places = arms.Select((arm, place) => (arm.Index, place)).ToDictionary(pair => pair.Index, pair => pair.place);
        return plan with
        {
            Arms = [.. arms.Select((arm, place) => arm with { Index = place, Baseline = places.TryGetValue(arm.Baseline, out var baseline) ? baseline : place })],
        };
    }

    /// <summary>The plan with one rule in place of all.</summary>
    public static ExperimentPlan Under(this ExperimentPlan plan, DecisionRule rule) =>
        plan with { Arms = [.. plan.Arms.Select(arm => arm with { Terms = arm.Terms with { Rule = rule } })] };

    public static async Task<Written> WriteAsync(this RunFixture runs, ExperimentPlan plan)
    {
        var folder = await runs.RunAsync(plan, new());
        await new Manifest { Configuration = plan.Configuration, Fingerprint = plan.Fingerprint, Version = "1.2.3", Machine = "any", Began = default, Arms = [.. plan.Arms.Select(arm => arm.Id)] }.CommitAsync(folder);
        var content = await ReportContent.ReadAsync(plan, await SummaryReader.ReadAsync(plan, folder), folder, runs.Grains);
        await ReportFiles.CommitAsync(content, folder);
        return new(content, folder, XDocument.Parse((await File.ReadAllTextAsync(folder.Report)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)));
    }
}

/// <summary>A report and what it was made of.</summary>
internal sealed record Written(ReportContent Content, ResultsFolder Folder, XDocument Page)
{
    public IEnumerable<string> Figures => Directory.EnumerateFiles(Folder.Figures, "*.svg").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public XDocument Svg(string name) => XDocument.Load(Path.Combine(Folder.Figures, $"{name}.svg"));

    public string Text => Page.Root!.Element(Reports.Xhtml + "body")!.Value;

    /// <summary>The numbers of a figure: a row each, by column.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder.Figures, $"{name}.csv"));
        var head = lines[0].Split(',');
        return [.. lines[1..].Select(line => head.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
