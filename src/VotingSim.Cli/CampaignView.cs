using System.Globalization;
using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Analysis.Campaigns;
using VotingSim.Experiments.Plan;

namespace VotingSim.Cli;

/// <summary>The comparison at the end of a run of campaigns: a row per arm, goodwill by year, and the answer in words.</summary>
internal static class CampaignView
{
    private const int MostRows = 200;

    private static readonly (string Heading, string Measure, string Format)[] Estimates =
    [
        ("decided\na year", "decided_per_year", "0.00"), ("by\nconsent", "consent_per_year", "0.00"), ("by\nvote", "vote_per_year", "0.00"),
        ("by the\nwilling", "minilateral_per_year", "0.00"), ("open at\nthe end", "open_at_end", "0.0"), ("carried\nout", "carried_out", "0.00"),
        ("effect\na year", "effect_per_year", "0.0"), ("resil-\nience", "resilience_share", "0.00"),
        ("out-\nvoted", "outvoted_per_year", "0.00"), ("goodwill\nmean", "goodwill_mean", "0.000"),
        ("goodwill\nleast", "goodwill_min", "0.000"),
    ];

    public static void Write(IAnsiConsole console, ExperimentPlan plan, CampaignSummary summary)
    {
        var first = summary.Arms[0];
        console.WriteLine();
        console.WriteLine($"{first.Arm.Campaign!.Years} years, {first.Arm.Terms.Roster.Size} members, "
            + $"{first.Replications.ToString("N0", CultureInfo.InvariantCulture)} worlds, the same for every arm; "
            + $"{Number(first, "arisen", "0.0")} matters arise on average");
        var table = new Table().Border(TableBorder.Simple).AddColumn("rule");
        foreach (var parameter in plan.Parameters)
        {
            table.AddColumn(parameter);
        }

        foreach (var (heading, _, _) in Estimates)
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var arm in summary.Arms.Take(MostRows))
        {
            table.AddRow(
            [
                arm.Arm.Rule, .. arm.Arm.Parameters.Select(parameter => parameter.Text),
                .. Estimates.Select(estimate => Number(arm, estimate.Measure, estimate.Format)),
            ]);
        }

        console.Write(table);
        if (plan.Parameters.IsEmpty)
        {
            WriteYears(console, summary);
        }

        foreach (var comparison in summary.Comparisons.Where(_ => plan.Parameters.IsEmpty))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{CampaignSentence.Of(comparison, rule => RuleTitles.Of(plan, rule))}[/]");
        }

        console.WriteLine();
        console.WriteLine(
            "All are means over worlds, of what ended within the years. Carried out is the share of the members, effect how far that moves the "
            + "status quo, resilience the share of acute matters with a decision of the whole bloc that at least half of the members carry out, "
            + "goodwill that of the last day in utility. Nothing in the record fixes memory and compliance: vary them.");
    }

    private static void WriteYears(IAnsiConsole console, CampaignSummary summary)
    {
        console.WriteLine("goodwill of the least contented member at the end of each year");
        var table = new Table().Border(TableBorder.Simple).AddColumn("rule");
        foreach (var year in summary.Arms[0].Years)
        {
            table.AddColumn(new TableColumn(year.Year.ToString(CultureInfo.InvariantCulture)).RightAligned());
        }

        foreach (var arm in summary.Arms.Take(MostRows))
        {
            table.AddRow([arm.Arm.Rule, .. arm.Years.Select(year => SignificantDigits.Text(year.Means["goodwill_min"], "0.000"))]);
        }

        console.Write(table);
    }

    private static string Number(CampaignArm arm, string measure, string format) =>
        SignificantDigits.Text(arm.Measures[measure].Mean.Value, format);
}
