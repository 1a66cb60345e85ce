using Microsoft.Extensions.Logging.Abstractions;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Runs;
using VotingSim.Experiments.Running;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>An experiment from its start on the page to the replay of one of its replications.</summary>
public sealed class ResultsViewModelTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("votingsim-results-").FullName;
    private readonly Convener _convener;
    private readonly ResultsShelf _shelf;
    private readonly RunningExperiment _running;

    public ResultsViewModelTests(SiloFixture silo)
    {
        var options = new ClassroomOptions { Folder = _folder };
        (_convener, _shelf) = (new(options, silo.Grains), new(options));
        var runner = new ExperimentRunner(new TablesHere(silo.Grains));
        _running = new(options, silo.Grains, runner, TimeProvider.System, NullLogger<RunningExperiment>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_started_is_a_run_of_which_any_replication_can_be_held_again()
    {
        var results = new ResultsViewModel(_convener, _shelf, _running) { Replications = "20" };
        await results.ReadAsync();
        results.Runs.ShouldBeEmpty();
        var ended = new TaskCompletionSource();
        _running.Changed += (_, _) =>
        {
            if (!_running.IsRunning)
            {
                ended.TrySetResult();
            }
        };
        results.Start();
        await results.RefreshAsync();
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await results.RefreshAsync();

        var run = results.Runs.ShouldHaveSingleItem();
        var arms = _running.Plan!.Arms.Length;
        results.Progress.ShouldBe($"finished, {20 * arms} of {20 * arms} replications");
        ResultsViewModel.SizeOf(run).ShouldBe($"{arms} arms of 20 replications");
        ResultsViewModel.DurationOf(run).ShouldEndWith(" s");
        results.Title.ShouldNotBeNullOrEmpty();

        await using var table = new TableViewModel(_convener, _shelf);
        await AskAsync(table, 19, run.Manifest.Arms[0]);
        table.Live!.Arm.Id.ShouldBe(run.Manifest.Arms[0]);
        table.Link.ShouldBe($"/?results={Uri.EscapeDataString(run.Name)}&arm={Uri.EscapeDataString(run.Manifest.Arms[0])}&replication=19&round=0");
        await AskAsync(table, 20, run.Manifest.Arms[0]);
        table.Problems.ShouldHaveSingleItem().Message.ShouldBe("there is no replication 20; expected 0 to 19");
        await AskAsync(table, 0, "no-such-arm");
        table.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("the run has no arm 'no-such-arm'; expected one of: ");

        async Task AskAsync(TableViewModel asked, uint replication, string arm)
        {
            asked.Ask(new() { Replication = replication }, run.Name, arm).ShouldBeTrue();
            await asked.ConveneAsync();
        }
    }

    [Fact]
    public void What_cannot_be_started_is_told()
    {
        var results = new ResultsViewModel(_convener, _shelf, _running) { Replications = "many" };
        results.Start();
        results.Problems.ShouldNotBeEmpty();
        _running.Plan.ShouldBeNull();
    }
}
