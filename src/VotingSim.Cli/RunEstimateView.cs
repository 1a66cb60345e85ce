using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Cli.Documents;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;

namespace VotingSim.Cli;

/// <summary>What a run would be, as a table or as a JSON document.</summary>
internal static class RunEstimateView
{
    public static void Write(IAnsiConsole console, ExperimentPlan plan, RunEstimate estimate, ResultsFolder folder, OutputFormat format)
    {
        var free = ResultsFolder.FreeBytesAt(folder.Path);
        if (format == OutputFormat.Json)
        {
            var document = PlanDocument.Of(plan, estimate, free);
            Terminal.WriteDocument(output => JsonSerializer.Serialize(output, document, DocumentContext.Default.PlanDocument));
            return;
        }

        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("what", "how much");
        (string What, string HowMuch)[] rows =
        [
            ("arms", Number(estimate.Arms)),
            ("replications of each", Number(plan.Replications)),
            ("rows", Number(estimate.Rows)),
            ("cohorts", Number(estimate.Cohorts)),
            ("files of rows", Number(estimate.Parts)),
            ("bytes", $"about {Number(estimate.Bytes)} ({Size(estimate.Bytes)})"),
            ("free on the disk", free is { } bytes ? Size(bytes) : "unknown"),
            ("time", $"about {Duration(estimate.Time)}"),
        ];
        foreach (var (what, howMuch) in rows)
        {
            table.AddRow(Markup.Escape(what), Markup.Escape(howMuch));
        }

        console.MarkupLineInterpolated($"[bold]{plan.Name}[/], planned; nothing was written");
        console.Write(table);
        var sampled = string.Create(CultureInfo.InvariantCulture, $"{estimate.SampledRows:N0} rows in {estimate.SampledTime.TotalSeconds:F1} s");
        console.WriteLine($"Bytes and time are those of a sample of {sampled}, drawn out to all. The comparison at the end comes on top.");
        if (free < estimate.Bytes)
        {
            console.WriteLine("There is not enough room on the disk.");
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:F1} GB"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:F1} kB"),
    };

    private static string Duration(TimeSpan time) => time switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays} d {time.Hours} h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s"),
        _ => $"{SignificantDigits.Text(time.TotalSeconds, "F1")} s",
    };
}
