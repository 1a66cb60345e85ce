using System.Reflection;
using System.Runtime.InteropServices;
using Spectre.Console.Cli;
using VotingSim.Cli;
using VotingSim.Cli.CommandLine;
using VotingSim.Cli.Commands;
using VotingSim.Configuration;

Terminal.Open();
try
{
    MachineLimits.Check();
}
catch (FailedException e)
{
    Console.Error.WriteLine(e.Message);
    return ExitCode.Failed;
}

// The first interrupt drains and commits, the second ends at once.
using var interrupt = new CancellationTokenSource();
Action<PosixSignalContext> stop = signal =>
{
    if (!interrupt.IsCancellationRequested)
    {
        signal.Cancel = true;
        interrupt.Cancel();
    }
};
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, stop);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, stop);

var app = new CommandApp();
app.Configure(commands =>
{
    commands.Settings.ApplicationName = "votingsim";
    commands.Settings.ApplicationVersion =
        typeof(RunCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
    commands.Settings.StrictParsing = true;
    commands.Settings.PropagateExceptions = true;
    commands.Settings.Console = Terminal.Results;
    commands.AddCommand<RunCommand>("run").WithDescription("Runs an experiment and compares its rules.").WithExample("run",
        "configs/experiments/myanmar-consensus-or-qmv.yaml");
    commands.AddCommand<ValidateCommand>("validate").WithDescription("Checks configuration files; every problem at once.");
    commands.AddCommand<ReplayCommand>("replay").WithDescription("Shows one replication again, round by round.");
    commands.AddCommand<ReportCommand>("report").WithDescription("Writes the report, its figures and the summary of a run again.");
    commands.AddCommand<ServeCommand>("serve").WithDescription("Opens the classroom: deliberations to watch in a browser.");
    commands.AddCommand<ExportCommand>("export").WithDescription("Writes the rows of a run in another format.");
    commands.AddCommand<CohesionCommand>("cohesion").WithDescription("Agreement of members over anybody's roll calls.").WithExample("cohesion",
        "ballots.csv");
    commands.AddCommand<PowerCommand>("power").WithDescription("Voting power of every member under a rule.").WithExample("power", "eu-27",
        "eu-lisbon");
    commands.AddCommand<CompareCommand>("compare").WithDescription("Compares the arms of two runs, world by world where they have the same seed.");
    commands.AddCommand<ClaimsCommand>("claims").WithDescription("Holds the model against what is claimed and observed.").WithExample("claims")
        .WithExample("claims", "qmv-speeds-decisions", "--plot", "claims.svg");
    commands.AddCommand<CalibrateCommand>("calibrate").WithDescription("Says what real decisions tell of the model's parameters, through several "
        + "structures.").WithExample("calibrate", "asean", "--out", "calibration");
    commands.AddCommand<SurvivalCommand>("survival").WithDescription("Kaplan-Meier, log-rank and Cox on anybody's "
        + "durations.").WithExample("survival", "data.csv", "--time", "days", "--event", "decided", "--group", "rule");
    commands.AddCommand<ScoreCommand>("score").WithDescription("Scores the model against what really happened, beside one-line "
        + "baselines.").WithExample("score", "asean").WithExample("score", "my-cases", "--structure", "asean", "--out", "score");
    commands.AddCommand<SiloCommand>("silo").WithDescription("Joins a cluster as a worker, until it is asked to stop.").WithExample("silo",
        "--cluster", "redis://host:6379");
    commands.AddBranch("cluster", cluster =>
    {
        cluster.SetDescription("Prepares the store of a cluster.");
        cluster.AddCommand<ClusterInitCommand>("init").WithDescription("Creates the tables of a cluster in a PostgreSQL database, or brings them up "
            + "to date.");
    });
    commands.AddCommand<ImportCommand>("import").WithDescription("Makes a members file and a crisis file of a table of actors, or a "
        + "folder of cases of a table of decisions.").WithExample("import", "actors.csv", "--scale", "1..10").WithExample("import", "ktab",
        "scenario.xml").WithExample("import", "deu", "deu.tsv", "--out", "cases");
    commands.AddCommand<NewCommand>("new").WithDescription("Writes a commented starter experiment.");
    commands.AddCommand<ListCommand>("list").WithDescription("Lists what is shipped.");
    commands.AddCommand<SchemaCommand>("schema").WithDescription("Writes the JSON Schema of a kind of configuration file, for your editor.");
});

try
{
    return await app.RunAsync(CommandLineCheck.Check(args), interrupt.Token);
}
catch (ConfigurationException e)
{
    foreach (var problem in e.Problems)
    {
        await Console.Error.WriteLineAsync(problem.ToString());
    }

    if (e.More > 0)
    {
        await Console.Error.WriteLineAsync($"... and {e.More} more");
    }

    var count = e.Problems.Count + e.More;
    await Console.Error.WriteLineAsync(count == 1 ? "1 problem; nothing was written." : $"{count} problems; nothing was written.");
    return ExitCode.BadInput;
}
catch (Exception e) when (e is BadInputException or CommandAppException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.BadInput;
}
catch (OperationCanceledException)
{
    return ExitCode.Interrupted;
}
catch (OutputException e)
{
    // Whoever closes a pipe has seen enough; it is worth a word only where the rest is to be found.
    if (!e.IsUnread || e.InnerException is OutputException)
    {
        await Console.Error.WriteLineAsync(e.Message);
    }

    return e.IsUnread ? ExitCode.Done : ExitCode.Failed;
}
catch (Exception e)
{
    await Console.Error.WriteLineAsync(Fault.Explain(e));
    return ExitCode.Failed;
}
