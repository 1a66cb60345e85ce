using System.Globalization;
using System.Text;
using System.Text.Json;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Report;

/// <summary>All of a run in one archive, as a journal asks for it: configuration, manifest, rows, summary, figures, codebook, citation, and the
/// commands that make it again.</summary>
public static class RunBundle
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };
    private static readonly string[] Folders = ["runs", "years", "traces", "figures"];
    private static readonly string[] Files =
    [
        "manifest.json", "journal.jsonl", "failures.json", "summary.json", "summary.csv", "summary.parquet", "report.html",
    ];

    /// <summary>Writes the archive. The same folder gives the same bytes. Unpacked, it is a results folder.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="path">The archive.</param>
    public static async Task CommitAsync(ExperimentPlan plan, ResultsFolder folder, string path)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(folder);
        var manifest = await Manifest.ReadAsync(folder);
        (string Name, Func<Stream, Task> Write)[] entries =
        [
            Text("README.md", Readme(plan, manifest)),
            Text("configuration.json", plan.Configuration.ToJsonString(Readable) + "\n"),
            Text("codebook.csv", Codebook(new RunSchema(plan).Columns)),
            .. plan.IsCampaign ? new[] { Text("codebook-years.csv", Codebook(YearColumns.Of(plan))) } : [],
            Text("CITATION.cff", Resource("CITATION.cff")),
            Text("rows.R", StatisticsScripts.R(plan, "runs.csv")),
            Text("rows.do", StatisticsScripts.Stata(plan, "runs.csv")),
            Text("rows.sps", StatisticsScripts.Spss(plan, "runs.csv")),
            .. Files.Where(file => File.Exists(Path.Combine(folder.Path, file))).Select(file => Stored(folder, file)),
            .. Folders.Where(name => Directory.Exists(Path.Combine(folder.Path, name)))
                .SelectMany(name => Directory.EnumerateFiles(Path.Combine(folder.Path, name))
                    .Select(file => Stored(folder, $"{name}/{Path.GetFileName(file)}"))),
        ];
        await ResultsFolder.CommitAsync(path, stream => SteadyArchive.WriteAsync(stream, entries));
    }

    private static (string Name, Func<Stream, Task> Write) Text(string name, string text) =>
        (name, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text)));

    private static (string Name, Func<Stream, Task> Write) Stored(ResultsFolder folder, string name) => (name, async stream =>
    {
        await using var file = File.OpenRead(Path.Combine(folder.Path, name));
        await file.CopyToAsync(stream);
    });

    private static string Readme(ExperimentPlan plan, Manifest manifest) => string.Create(CultureInfo.InvariantCulture, $"""
        # {plan.Name}

        A simulation experiment with VotingSim: {plan.Arms.Length} arms, {plan.Replications} replications of each, seed {plan.Seed}.

        - Version of the program: {manifest.Version}
        - Run on: {manifest.Machine}
        - Began: {manifest.Began:O}
        - SHA-256 of the resolved configuration: {plan.Fingerprint}

        ## To make it again

            votingsim run configuration.json --replications {plan.Replications} --out again

        The same version gives the same rows on every machine. `configuration.json` has every default written out.

        ## To look at it

        This folder is a results folder; these commands read it:

            votingsim report .
            votingsim replay . --arm {plan.Arms[0].Id} --replication 0{(plan.IsCampaign ? " --matter 0" : "")}
            votingsim export . --to csv

        The last one writes `runs.csv`, which `rows.R`, `rows.do` (Stata) and `rows.sps` (SPSS) load with a label for every column.

        ## What is here

        | file | contents |
        | --- | --- |
        | `configuration.json` | what was run |
        | `manifest.json` | the same, with version, machine, and when |
        | `runs/` | a row per {(plan.IsCampaign ? "matter" : "deliberation")}, as Parquet; `journal.jsonl` has their checksums |
        {YearsLine(plan)}| `codebook.csv` | every column of the rows: name, unit or range, meaning |
        | `summary.json`{(plan.IsCampaign ? "" : ", `summary.csv`")} | every estimate |
        | `report.html`, `figures/` | the report, and its figures with their numbers |
        | `CITATION.cff` | how to cite the program |

        """).ReplaceLineEndings("\n");

    private static string YearsLine(ExperimentPlan plan) =>
        plan.IsCampaign ? "| `years/` | a row per replication and year; its columns are in `codebook-years.csv` |\n" : "";

    private static string Codebook(IEnumerable<RunColumn> columns)
    {
        var text = new StringBuilder("column,unit,meaning\n");
        foreach (var column in columns)
        {
            text.Append($"{Quoted(column.Name)},{Quoted(column.Unit)},{Quoted(column.Meaning)}\n");
        }

        return text.ToString();

        static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(RunBundle).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
