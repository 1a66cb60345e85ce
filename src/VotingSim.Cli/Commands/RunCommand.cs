using System.Globalization;
using Serilog.Events;
using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Analysis.Documents;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Grains.Clustering;
using VotingSim.Report;

namespace VotingSim.Cli.Commands;

internal sealed class RunCommand : AsyncCommand<RunCommand.Options>
{
    private const string Results = "results";

    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<experiment.yaml>"),
            Description("An experiment file, the name of a shipped one, - for standard input, or the folder of a run: what was run there.")]
        public required string Experiment { get; init; }

        [CommandOption("--out <DIR>"), Description("Folder for the results. Default: results/<experiment>/<date-time>.")]
        public string? Out { get; init; }

        [CommandOption("--replications <N>"), Description("Replications of every arm, instead of the file's.")]
        public long? Replications { get; init; }

        [CommandOption("--seed <S>"), Description("Seed, instead of the file's.")]
        public ulong? Seed { get; init; }

        [CommandOption("--set <PATH=VALUE>"), Description("Sets a value of the experiment, e.g. deliberation.ballot-noise=0.1. Repeatable.")]
        public string[] Set { get; init; } = [];

        [CommandOption("--certain"), Description("Takes every parameter as configured, as if nothing were uncertain.")]
        public bool Certain { get; init; }

        [CommandOption("--cohort-size <R>"),
            Description("Replications per message, 1 to 65536. Changes no number. Default: 1024, on a cluster 4096, of campaigns 2048.")]
        public int? CohortSize { get; init; }

        [CommandOption("--parallelism <P>"), Description("Tables side by side, in each silo. Changes no number. Default: the processors.")]
        public int? Parallelism { get; init; }

        [CommandOption("--cluster <CONNECTION>"), Description("Deliberates on the silos of a cluster. " + ClusterConnection.Description)]
        public string? Cluster { get; init; }

        [CommandOption("--certificate <FILE>"), Description(ClusterConnection.CertificateDescription)]
        public string? Certificate { get; init; }

        [CommandOption("--authority <FILE>"), Description(ClusterConnection.AuthorityDescription)]
        public string? Authority { get; init; }

        [CommandOption("--patience <SECONDS>"), Description("How long no silo of the cluster may answer before the run ends. Default: 120.")]
        public int Patience { get; init; } = 120;

        [CommandOption("--plan"), Description("Says what would be run, how many bytes that makes and how long it takes, from a measured sample. "
            + "Writes nothing.")]
        public bool Plan { get; init; }

        [CommandOption("--fail-fast"), Description("Ends the run at the first cohort that fails. Default: the rest goes on.")]
        public bool FailFast { get; init; }

        [CommandOption("--resume"), Description("Continues the interrupted run in --out.")]
        public bool Resume { get; init; }

        [CommandOption("--accept-engine"), Description("Resumes also a run that another version of the program has begun. The journal keeps which "
            + "file came of which.")]
        public bool AcceptEngine { get; init; }

        [CommandOption("--overwrite"), Description("Replaces the run in --out.")]
        public bool Overwrite { get; init; }

        [CommandOption("--csv"), Description("Also writes all rows as runs.csv, and the years of campaigns as years.csv.")]
        public bool Csv { get; init; }

        [CommandOption("--traces <N>"), Description("Writes the first N replications of each arm down round by round, at most 1000.")]
        public int Traces { get; init; }

        [CommandOption("--no-report"), Description("Writes no report.html and no figures; the command report makes them later.")]
        public bool NoReport { get; init; }

        [CommandOption("--no-progress"), Description("Tells nothing of progress.")]
        public bool NoProgress { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }

        [CommandOption("--verbosity <LEVEL>"),
            Description("Lowest level that is logged: debug, information, warning or error. Default: as in appsettings.json.")]
        public LogEventLevel? Verbosity { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            CohortSize is < 1 or > RunPart.Rows ? Error($"--cohort-size is {CohortSize}; expected 1 to {RunPart.Rows}.")
            : Parallelism is < 1 or > 1024 ? Error($"--parallelism is {Parallelism}; expected 1 to 1024.")
            : Traces is < 0 or > RunOptions.MostTraced ? Error($"--traces is {Traces}; expected 0 to {RunOptions.MostTraced}.")
            : Patience is < 1 or > 86400 ? Error($"--patience is {Patience}; expected 1 to 86400 seconds.")
            : Resume && Overwrite ? Error("--resume continues a run and --overwrite replaces it: give one of them.")
            : Resume && Out is null ? Error("--resume needs --out, the folder of the interrupted run.")
            : Spectre.Console.ValidationResult.Success();

        private static Spectre.Console.ValidationResult Error(string message) => Spectre.Console.ValidationResult.Error(message);
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        // A silo of one's own starts while the experiment is read; where that cannot be run, it ends with the command.
        var starting = options.Cluster is null ? Task.Run(() => DeliberationHost.StartAsync(options.Verbosity), CancellationToken.None) : null;
        var plan = await ReadPlanAsync(options);
        if (plan.IsCampaign && options.Traces > 0)
        {
            throw new BadInputException("--traces writes down single crises: a matter of a campaign is shown round by round by replay --matter.");
        }

        Terminal.Remark(plan.Warnings);
        var cluster = ClusterConnection.Of(options.Cluster, options.Certificate, options.Authority, options.Patience);
        var cohortSize = options.CohortSize ?? (plan.IsCampaign ? RunPart.Campaigns
            : cluster is null ? new RunOptions().CohortSize : RunOptions.CohortSizeOfCluster);
        var run = new RunOptions { CohortSize = cohortSize, Parallelism = options.Parallelism, Traced = options.Traces, FailFast = options.FailFast,
            WritesTable = options.Csv, WritesReport = !options.NoReport };
        var folder = options.Out is { } path ? new ResultsFolder(path) : RecordedRun.NewFolder(Results, plan, DateTimeOffset.Now);
        if (options.Plan)
        {
            return await PlanAsync(
                plan, run, folder, starting ?? DeliberationHost.StartAsync(options.Verbosity, cluster), options, cancellationToken);
        }

        var resumed = await CheckAsync(plan, folder, options);
        FinishedRun? finished = null;
        try
        {
            await using var host = await (starting ?? DeliberationHost.StartAsync(options.Verbosity, cluster));
            IDisposable? held = null;
            if (options.Out is null)
            {
                (folder, held) = RecordedRun.ClaimFolder(Results, plan, DateTimeOffset.Now); // nobody else's, if another begins just now
            }

            await RunProgressBar.ShowAsync(
                !options.NoProgress,
                async progress => finished = await RecordedRun.RunAsync(
                    plan, folder, resumed, host.Runner, host.Grains, run, TimeProvider.System, progress, cancellationToken, damage =>
                        Console.Error.WriteLine($"runs/{damage}. It is deliberated again."), held));
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Interrupted. What was finished is kept in {folder.Path}; this continues it:");
            await Console.Error.WriteLineAsync($"  {ResumeCommand(options, cluster, folder)}");
            return ExitCode.Interrupted;
        }
        catch (CohortsFailedException e)
        {
            await TellAsync(e.Failures, folder, ResumeCommand(options, cluster, folder));
            return ExitCode.Failed;
        }
        catch (Exception e) when (ReasonOf(e, folder) is { } reason)
        {
            await Console.Error.WriteLineAsync(reason);
            if (folder.HasRun)
            {
                await Console.Error.WriteLineAsync("What was finished is kept, and nothing half-written is left. When this is mended, this "
                    + "continues the run:");
                await Console.Error.WriteLineAsync($"  {ResumeCommand(options, cluster, folder)}");
            }

            return ExitCode.Failed;
        }

        await Terminal.ShowAsync(ShownPath.Of(folder.Path), () => ShowAsync(finished!, folder, options));
        Terminal.Advise(finished!.Advice);
        return ExitCode.Done;
    }

    private static async Task ShowAsync(FinishedRun finished, ResultsFolder folder, Options options)
    {
        if (options.Format == OutputFormat.Json)
        {
            await Terminal.WriteDocumentAsync(output => finished.Campaigns is { } campaigns
                ? CampaignFiles.WriteJsonAsync(finished.Plan, campaigns, output)
                : SummaryFiles.WriteJsonAsync(finished.Plan, finished.Summary!, output));
            return;
        }

        if (finished.Campaigns is { } summary)
        {
            CampaignView.Write(Terminal.Results, finished.Plan, summary);
        }
        else
        {
            ComparisonView.Write(Terminal.Results, finished.Plan, finished.Summary!);
        }

        var hasReport = !options.NoReport;
        Terminal.Results.WriteLine(hasReport ? $"Report: {ShownPath.Of(folder.Report)}" : $"Results: {ShownPath.Of(folder.Path)}");
    }

    private static async Task<int> PlanAsync(
        ExperimentPlan plan, RunOptions run, ResultsFolder folder, Task<DeliberationHost> starting, Options options,
        CancellationToken cancellationToken)
    {
        RunEstimate estimate;
        await using (var host = await starting)
        {
            estimate = await RunEstimate.MeasureAsync(plan, run, host.Runner, cancellationToken);
        }

        RunEstimateView.Write(Terminal.Results, plan, estimate, folder, options.Format);
        return ExitCode.Done;
    }

    // Faults that a sentence says all about; null for those that are ours.
    private static string? ReasonOf(Exception fault, ResultsFolder folder) =>
        ResultsFolder.Explain(fault, folder.Path)
        ?? (fault is ClusterLostException or FailedException ? fault.Message : MachineLimits.Explain(fault));

    private static async Task TellAsync(IReadOnlyList<CohortFailure> failures, ResultsFolder folder, string resume)
    {
        const int MostShown = 10;
        await Console.Error.WriteLineAsync($"{failures.Count} {(failures.Count == 1 ? "cohort" : "cohorts")} could not be deliberated, and the "
            + "files of rows that they belong to were not written:");
        foreach (var failure in failures.Take(MostShown))
        {
            await Console.Error.WriteLineAsync($"  {failure.Arm}, replications {failure.First} to {failure.First + failure.Count - 1}: "
                + $"{failure.Message}");
            await Console.Error.WriteLineAsync($"    votingsim replay {ShellWord.Of(ShownPath.Of(folder.Path))} --arm {failure.Arm} --replication "
                + $"{failure.Replication}");
        }

        if (failures.Count > MostShown)
        {
            await Console.Error.WriteLineAsync($"  ... and {failures.Count - MostShown} more, in failures.json");
        }

        await Console.Error.WriteLineAsync("Nothing is compared while rows are missing. This deliberates them again:");
        await Console.Error.WriteLineAsync($"  {resume}");
    }

    private static string[] Settings(Options options) =>
    [
        .. options.Set,
        .. options.Replications is { } replications ? [$"replications={replications}"] : Array.Empty<string>(),
        .. options.Seed is { } seed ? [$"seed={seed}"] : Array.Empty<string>(),
    ];

    /// <returns>When the run that is resumed began; null for a new one.</returns>
    private static async Task<DateTimeOffset?> CheckAsync(ExperimentPlan plan, ResultsFolder folder, Options options)
    {
        if (options.Resume)
        {
            var former = await ReadFormerAsync(folder);
            if (former.Fingerprint != plan.Fingerprint)
            {
                var differences = former.DifferencesFrom(plan.Configuration);
                throw new BadInputException($"The configuration is not that of the run in '{folder.Path}':\n  {string.Join("\n  "
                    + "", differences.Take(20))}\nResume it unchanged, or choose another folder.");
            }

            RefuseOtherEngines(plan, folder, options);
            return former.Began;
        }

        if (!folder.IsEmpty && !(options.Overwrite && folder.HasRun))
        {
            throw new BadInputException(folder.HasRun
                ? $"'{folder.Path}' already holds a run: continue it with --resume, replace it with --overwrite, or choose another folder."
                : $"'{folder.Path}' is not empty and holds no run: choose another folder.");
        }

        return null;
    }

    private static async Task<Manifest> ReadFormerAsync(ResultsFolder folder)
    {
        try
        {
            return await Manifest.ReadAsync(folder);
        }
        catch (InvalidDataException e)
        {
            throw new BadInputException(e.Message);
        }
    }

    private static void RefuseOtherEngines(ExperimentPlan plan, ResultsFolder folder, Options options)
    {
        var others = folder.EnginesOf(plan).Where(engine => engine.Fingerprint != Engine.Current.Fingerprint).ToArray();
        if (others.Length > 0 && !options.AcceptEngine)
        {
            throw new BadInputException($"The run in '{folder.Path}' was deliberated by engine "
                + $"{string.Join(" and ", others.AsEnumerable())}, and this is {Engine.Current}: its numbers may differ. Resume it with the "
                + "program that began it, or go on all the same with --accept-engine; the journal keeps which file came of which.");
        }
    }

    // A folder is resumed, or repeated, as it was run.
    private static async Task<ExperimentPlan> ReadPlanAsync(Options options)
    {
        if (!Directory.Exists(options.Experiment))
        {
            return ExperimentReader.Read(options.Experiment, Settings(options), options.Certain);
        }

        if (options.Certain || Settings(options).Length > 0)
        {
            throw new BadInputException($"'{options.Experiment}' is the folder of a run, and what was run there is not changed: leave out --set, "
                + "--seed, --replications and --certain, or name the experiment's file.");
        }

        var run = new ResultsFolder(options.Experiment);
        return ExperimentReader.Read((await StoredRun.ReadAsync(run)).Configuration, run.Manifest);
    }

    private static string ResumeCommand(Options options, ClusterOptions? cluster, ResultsFolder folder)
    {
        string[] words = ["run", StandardInput.Is(options.Experiment) ? "-" : options.Experiment,
            .. Settings(options).SelectMany(setting => new[] { "--set", setting }), "--out", ShownPath.Of(folder.Path), "--resume"];
        words =
        [
            .. words,
            .. options.Certain ? ["--certain"] : Array.Empty<string>(),
            .. options.Csv ? ["--csv"] : Array.Empty<string>(),
            .. options.AcceptEngine ? ["--accept-engine"] : Array.Empty<string>(),
            .. options.NoReport ? ["--no-report"] : Array.Empty<string>(),
            .. options.Traces > 0 ? ["--traces", options.Traces.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        ];
        return ClusterConnection.Command(words, cluster?.Words ?? []);
    }
}
