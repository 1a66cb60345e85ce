using Microsoft.Extensions.Logging;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Report;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Runs;

/// <summary>The experiment that was started from the classroom: one at a time, whoever watches.</summary>
/// <remarks>It takes half of the processors at most, and less while people are in a room.</remarks>
public sealed partial class RunningExperiment(
    ClassroomOptions options, IGrainFactory grains, ITables tables, RoomRegister rooms, TimeProvider clock, ILogger<RunningExperiment> logger)
    : IAsyncDisposable
{
    private readonly ExperimentRunner _runner = new(new YieldingTables(tables, () => rooms.IsInSession, clock));
    private readonly RunOptions _use = new() { Parallelism = Math.Max(1, Environment.ProcessorCount / 2) };
    private readonly Lock _lock = new();
    private CancellationTokenSource? _stop;
    private Task _work = Task.CompletedTask;
    private Func<string>? _failure; // told to each who watches

    /// <summary>Told whenever something has changed, on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>The experiment that runs or ran last; null before the first.</summary>
    public ExperimentPlan? Plan { get; private set; }

    /// <summary>How far it is.</summary>
    public RunProgress Progress { get; private set; }

    /// <summary>What went wrong; null where nothing did.</summary>
    public string? Failure => _failure?.Invoke();

    /// <summary>Whether one is under way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>How much a run would be.</summary>
    public RunBudget BudgetOf(ExperimentPlan plan) => RunBudget.Of(plan, options.Results);

    /// <summary>Starts an experiment, unless one is under way.</summary>
    /// <returns>Whether it was started.</returns>
    /// <exception cref="ConfigurationException">It is beyond what a page may start.</exception>
    public bool TryStart(ExperimentPlan plan)
    {
        if (BudgetOf(plan).Refusal is { } refusal)
        {
            throw new ConfigurationException([new("this page", 0, 0, "replications", refusal)]);
        }

        lock (_lock)
        {
            if (IsRunning)
            {
                return false;
            }

            (IsRunning, Plan, _failure, Progress) = (true, plan, null, new(0, 0, plan.Replications * plan.Arms.Length));
            _stop = new();
            _work = Task.Run(() => RunAsync(plan, _stop.Token));
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    /// <summary>Stops the experiment that is under way; what was finished is kept.</summary>
    public void Stop() => _stop?.Cancel();

    public async ValueTask DisposeAsync()
    {
        Stop();
        await _work;
        _stop?.Dispose();
    }

    private async Task RunAsync(ExperimentPlan plan, CancellationToken cancellation)
    {
        try
        {
            var (folder, held) = RecordedRun.ClaimFolder(options.Results, plan, clock.GetLocalNow());
            await RecordedRun.RunAsync(
                plan, folder, resumed: null, _runner, grains, _use, clock, new Reporter(this), cancellation, claimed: held);
        }
        catch (OperationCanceledException)
        {
            _failure = () => Tell("It was stopped. What was finished is kept, and the command continues it with --resume.");
        }
        catch (Exception e)
        {
            LogFailure(e, plan.Name);
            _failure = e is IOException or UnauthorizedAccessException ? () => e.Message : () => Tell("It failed; the server has written down why.");
        }

        IsRunning = false;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "{Experiment}: the run failed")]
    private partial void LogFailure(Exception exception, string experiment);

    private void Note(RunProgress progress)
    {
        Progress = progress;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private sealed class Reporter(RunningExperiment running) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => running.Note(value);
    }
}
