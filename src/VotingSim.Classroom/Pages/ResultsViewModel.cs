using System.Globalization;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Runs;
using VotingSim.Configuration;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>The runs among the results, and the experiment that is started from the page.</summary>
public sealed class ResultsViewModel(Convener convener, ResultsShelf shelf, RunningExperiment running)
{
    /// <summary>The largest number of arms that can be chosen from.</summary>
    public const int MostArms = 2000;

    private bool _wasRunning = running.IsRunning;

    /// <summary>The experiment that is chosen.</summary>
    public string Experiment { get; set; } = "myanmar-consensus-or-qmv";

    /// <summary>The number of replications that is typed; empty where the file's own stands.</summary>
    public string Replications { get; set; } = "";

    /// <summary>The runs, newest first; null before they are read.</summary>
    public IReadOnlyList<StoredRun>? Runs { get; private set; }

    /// <summary>What is wrong with what was to be started.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The title of the experiment that is chosen.</summary>
    public string? Title =>
        convener.CatalogueOf("experiment").FirstOrDefault(entry => entry.Name == Experiment) is { } entry ? Translated(entry.Title) : null;

    /// <summary>How much the experiment would be that is chosen, or why it cannot be started; read anew by <see cref="Weigh"/>.</summary>
    public string Estimate { get; private set; } = "";

    /// <summary>How far the experiment is that was started.</summary>
    public string Progress
    {
        get
        {
            var (done, total) = (ClassroomWording.Large(running.Progress.Done), ClassroomWording.Large(running.Progress.Total));
            return running.IsRunning ? Tell($"deliberating, {done} of {total} replications")
                : running.Failure is { } failure ? Tell($"{done} of {total} replications. {failure}")
                : Tell($"finished, {done} of {total} replications");
        }
    }

    /// <summary>Reads the runs.</summary>
    public async Task ReadAsync() => Runs = await shelf.NewestAsync();

    /// <summary>Reads the runs again where an experiment has begun or ended since.</summary>
    public async Task RefreshAsync()
    {
        if (_wasRunning != running.IsRunning)
        {
            _wasRunning = running.IsRunning;
            await ReadAsync();
        }
    }

    /// <summary>Estimates the experiment that is chosen.</summary>
    public void Weigh()
    {
        try
        {
            var budget = running.BudgetOf(convener.Experiment(Experiment, Replications));
            Estimate = budget.Refusal is { } refusal ? Tell($"Not from here: {refusal}.") : budget.Estimate;
        }
        catch (ConfigurationException e)
        {
            Estimate = e.Problems[0].Message;
        }
    }

    /// <summary>Starts the experiment that is chosen, unless one is under way.</summary>
    public void Start()
    {
        try
        {
            running.TryStart(convener.Experiment(Experiment, Replications));
            Problems = [];
        }
        catch (ConfigurationException e)
        {
            Problems = e.Problems;
        }
    }

    /// <summary>The arms and replications of a run.</summary>
    public static string SizeOf(StoredRun run)
    {
        var (arms, replications) = (run.Manifest.Arms.Count, ReplicationsOf(run));
        return TellOf(arms, $"{arms} arm of {replications}", $"{arms} arms of {replications}");
    }

    /// <summary>How long a run took.</summary>
    public static string DurationOf(StoredRun run) =>
        run.Manifest.Ended is null ? Tell("unfinished") : ClassroomWording.Seconds(run.Manifest.Seconds);

    private static string ReplicationsOf(StoredRun run) =>
        run.Manifest.Configuration["replications"]?.ToString() is { } text && long.TryParse(text, CultureInfo.InvariantCulture, out var count)
            ? TellOf(count, $"{count} replication", $"{count} replications")
            : "?";
}
