using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Runs;
using VotingSim.Classroom.Tests.Rooms;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Grains;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>An experiment from its start on the page to the replay of one of its replications.</summary>
public sealed class ResultsViewModelTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("votingsim-results-").FullName;
    private readonly Convener _convener;
    private readonly ResultsShelf _shelf;
    private readonly RunningExperiment _running;
    private readonly OpenRooms _rooms;

    public ResultsViewModelTests(SiloFixture silo)
    {
        var options = new ClassroomOptions { Folder = _folder };
        (_convener, _shelf) = (new(options, silo.Grains), new(options));
        _rooms = new(silo);
        _running = new(
            options, silo.Grains, new TablesHere(silo.Grains), _rooms.Register, TimeProvider.System, NullLogger<RunningExperiment>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        await _rooms.DisposeAsync();
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
    public async Task Campaigns_are_among_the_results_and_not_held_again_at_the_table()
    {
        var plan = ExperimentReader.Read("asean-2015-2025", ["replications=1"]);
        var folder = new ResultsFolder(Path.Combine(new ClassroomOptions { Folder = _folder }.Results, "a-decade"));
        Directory.CreateDirectory(folder.Path);
        await new Manifest { Configuration = plan.Configuration, Fingerprint = plan.Fingerprint, Version = "1", Machine = "any", Began = default, Arms = [.. plan.Arms.Select(arm => arm.Id)] }.CommitAsync(folder);
        var run = (await _shelf.NewestAsync()).ShouldHaveSingleItem();
        run.Manifest.IsOfCampaigns.ShouldBeTrue();

        await using var table = new TableViewModel(_convener, _shelf);
        table.Ask(new(), run.Name, plan.Arms[0].Id).ShouldBeTrue();
        await table.ConveneAsync();
        table.Live.ShouldBeNull();
        table.Problems.ShouldHaveSingleItem().Message.ShouldStartWith($"'{run.Name}' is a run of campaigns; expected one of single crises");
    }

    [Fact]
    public void What_cannot_be_started_is_told()
    {
        var results = new ResultsViewModel(_convener, _shelf, _running) { Replications = "many" };
        results.Start();
        results.Problems.ShouldNotBeEmpty();
        _running.Plan.ShouldBeNull();
    }

    [Fact]
    public void What_is_beyond_the_budget_is_told_before_and_not_started()
    {
        var results = new ResultsViewModel(_convener, _shelf, _running) { Replications = "2000" };
        results.Weigh();
        results.Estimate.ShouldBe("8,000 deliberations in all, at most 560.0 kB on the disk.");
        (results.Experiment, results.Replications) = ("all-crises-all-rules", "100000");
        results.Weigh();
        results.Estimate.ShouldStartWith("Not from here: ");
        results.Estimate.ShouldContain("expected at most 1,000,000");
        results.Start();
        results.Problems.ShouldHaveSingleItem().Message.ShouldContain("expected at most 1,000,000");
        (_running.Plan, Directory.Exists(Path.Combine(_folder, "results"))).ShouldBe((null, false));
    }

    [Fact]
    public async Task A_runs_tables_rest_while_people_are_in_a_room()
    {
        var (clock, isInSession) = (new FakeTimeProvider(), true);
        var tables = new YieldingTables(new OneTable(clock), () => isInSession, clock);
        var done = 0;
        var work = tables.SeatAsync(
            async table =>
            {
                for (; done < 2; done++)
                {
                    await table.DeliberateAsync(null!);
                }
            },
            null,
            TestContext.Current.CancellationToken);
        done.ShouldBe(0); // worked for a second, rests for four
        clock.Advance(TimeSpan.FromSeconds(YieldingTables.Rest - 0.1));
        done.ShouldBe(0);
        isInSession = false;
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await work.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        done.ShouldBe(2);
    }

    private sealed class OneTable(FakeTimeProvider clock) : ITables, ITable
    {
        public string Site => "here";

        public Task SeatAsync(Func<ITable, Task> sit, int? parallelism, CancellationToken cancellation) => sit(this);

        public Task<CohortResult> DeliberateAsync(CohortOrder order)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult<CohortResult>(null!);
        }
    }
}
