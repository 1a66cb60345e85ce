using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Experiments.Tests.Store;
using VotingSim.Grains;

namespace VotingSim.Experiments.Tests.Running;

public class ExperimentRunnerTests(RunFixture runs)
{
    [Fact]
    public async Task Rows_are_the_same_bytes_for_any_cohort_size_and_parallelism()
    {
        var plan = RunFixture.Plan(replications: 500);
        var expected = RunFixture.Bytes(await runs.RunAsync(plan, new() { CohortSize = 4096, Parallelism = 1 }));

        expected.ShouldHaveSingleItem().Name.ShouldBe("000000-000005.parquet"); // few replications: the arms share a part
        foreach (var (size, parallelism) in new[] { (1, 2), (37, 1), (37, 2), (500, 3) })
        {
            RunFixture.Bytes(await runs.RunAsync(plan, new() { CohortSize = size, Parallelism = parallelism })).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Rows_are_the_same_bytes_after_an_interruption_and_a_resumption_with_another_cohort_size()
    {
        var plan = RunFixture.Plan(replications: RunPart.Rows + 5000);
        var expected = RunFixture.Bytes(await runs.RunAsync(plan, new() { CohortSize = 4096 }));

        var folder = runs.NewFolder();
        using (var held = folder.Lock())
        using (var stop = new CancellationTokenSource())
        {
            var progress = new StopAt(plan.Replications * 5 / 2, stop);
            await Should.ThrowAsync<OperationCanceledException>(
                () => new ExperimentRunner(new TablesHere(runs.Grains)).RunAsync(plan, folder, new() { CohortSize = 1000 }, null, progress, stop.Token));
        }

        RunFixture.Bytes(folder).Count.ShouldBeInRange(1, expected.Count - 1);
        await runs.RunAsync(plan, new() { CohortSize = 37 * 40, Parallelism = 1 }, folder);

        RunFixture.Bytes(folder).ShouldBe(expected);
    }

    [Fact]
    public async Task A_part_that_was_left_unfinished_is_swept_up_and_written_again()
    {
        var plan = RunFixture.Plan(replications: 200);
        var expected = RunFixture.Bytes(await runs.RunAsync(plan, new()));
        var folder = await runs.RunAsync(plan, new());
        var part = RunLayout.Of(plan).Parts.Single();
        File.Move(folder.RowsOf(part), folder.RowsOf(part) + ".unfinished");

        await runs.RunAsync(plan, new(), folder);

        RunFixture.Bytes(folder).ShouldBe(expected);
    }

    [Fact]
    public void A_folder_has_one_writer()
    {
        var folder = runs.NewFolder();
        using var held = folder.Lock();

        Should.Throw<IOException>(() => new ResultsFolder(folder.Path).Lock()).Message.ShouldContain("Another run");
    }

    [Fact]
    public async Task Rows_read_back_as_what_the_cohorts_held()
    {
        var plan = RunFixture.Plan(replications: 300);
        var folder = await runs.RunAsync(plan, new() { CohortSize = 64 });
        foreach (var arm in plan.Arms)
        {
            var chair = runs.Grains.GetGrain<IChairGrain>($"rows-{arm.Id}");
            var result = (await chair.DeliberateAsync(new(arm.Id, arm.Terms, new(0, 300), 0))).Result;
            await using var rows = await RowsOfArm.OpenAsync(folder, plan, arm);

            rows.File.Schema.DataFields.Select(field => field.Name).ShouldBe(
            [
                "arm", "crisis", "rule", "drafting", "replication", "decided", "ending", "rounds", "wait_days", "days",
                "outcome_aid", "outcome_lead", "shift_aid", "shift_lead", "mean_shift", "ballots", "agreement_index", "rice_index",
                "opening_cohesion", "positional_cohesion", "polarization", "outvoted", "opted_out", "coverage", "content", "mean_utility", "min_utility", "inequality",
            ]);
            (await rows.TextsAsync("arm")).ShouldAllBe(id => id == arm.Id);
            (await rows.NumbersAsync("replication")).ShouldBe(Enumerable.Range(0, 300).Select(index => (double)index));
            (await rows.NumbersAsync("days")).ShouldBe(result.Rounds.Select(rounds => rounds * 14.0));
            (await rows.TextsAsync("ending")).ShouldBe(result.Endings.Select(ending => ending.ToString().ToLowerInvariant()));
            (await rows.NumbersAsync("wait_days")).ShouldBe(result.WaitDays.Select(days => (double)days));
            (await rows.NumbersAsync("content")).ShouldBe(result.Content);
            (await rows.NumbersAsync("mean_shift")).ShouldBe(Enumerable.Range(0, 300).Select(row => result.Outcome.Average(issue => Math.Abs(issue[row] - 20))));
            (await rows.NumbersAsync("decided")).ShouldBe(result.Decided.Select(decided => decided ? 1.0 : 0.0));
            (await rows.NumbersAsync("outcome_aid")).ShouldBe(result.Outcome[0]);
            (await rows.NumbersAsync("outcome_lead")).ShouldBe(arm.Crisis == "flood" ? result.Outcome[1] : [.. Enumerable.Repeat(double.NaN, 300)]);
            (await rows.NumbersAsync("shift_aid")).ShouldBe(result.Outcome[0].Select(outcome => Math.Abs(outcome - 20)));
            (await rows.NumbersAsync("rice_index")).ShouldBe(result.RiceIndex);
            (await rows.NumbersAsync("coverage")).ShouldBe(result.Coverage);
            (await rows.NumbersAsync("mean_utility")).ShouldBe(result.MeanUtility);

            var ballots = await rows.TextsAsync("ballots");
            for (var row = 0; row < 300; row++)
            {
                for (var seat = 0; seat < 5; seat++)
                {
                    var (supports, objects, staysOut) = ((result.Supporters[row] >> seat & 1) == 1, (result.Objectors[row] >> seat & 1) == 1, (result.OptedOut[row] >> seat & 1) == 1);
                    ballots[row][seat].ShouldBe(supports ? 'S' : staysOut ? 'X' : objects ? 'O' : 'A');
                }
            }
        }
    }

    [Fact]
    public async Task Replay_deliberates_any_replication_to_the_very_numbers_of_its_row()
    {
        var plan = RunFixture.Plan(replications: 300);
        var folder = await runs.RunAsync(plan, new());
        var schema = new RunSchema(plan);
        foreach (var arm in plan.Arms)
        {
            await using var rows = await RowsOfArm.OpenAsync(folder, plan, arm);
            foreach (var replication in new[] { 0, 1, 157, 299 })
            {
                var result = await Replay.OfAsync(arm, (uint)replication, runs.Grains);
                foreach (var column in schema.Columns.OfType<RunColumn.OfNumbers>())
                {
                    column.Values(arm, result)[0].ShouldBe((await rows.NumbersAsync(column.Name))[replication]);
                }

                result.Traces.Count.ShouldBe(result.Rounds[0]);
                var letters = string.Concat(result.Traces[^1].Ballots.Select(BallotLetter.Of));
                (await rows.TextsAsync("ballots"))[replication].Replace('X', 'O').ShouldBe(letters);
            }
        }
    }

    [Fact]
    public async Task Traces_hold_the_rounds_of_the_first_replications_of_each_arm()
    {
        var plan = RunFixture.Plan(replications: 40);
        var folder = await runs.RunAsync(plan, new() { Traced = 5, CohortSize = 3 });
        foreach (var arm in plan.Arms)
        {
            await using var rows = await ParquetRows.OpenAsync(Path.Combine(folder.Traces, $"{arm.Index:00000}-{arm.Id}.parquet"));
            var (replication, round, member) = (await rows.NumbersAsync("replication"), await rows.NumbersAsync("round"), await rows.TextsAsync("member"));
            var (day, majority) = (await rows.NumbersAsync("day"), await rows.NumbersAsync("majority_day"));
            var (margin, opinion, ballot) = (await rows.NumbersAsync("margin"), await rows.NumbersAsync("opinion_aid"), await rows.TextsAsync("ballot"));
            var row = 0;
            for (var index = 0; index < 5; index++)
            {
                foreach (var held in (await Replay.OfAsync(arm, (uint)index, runs.Grains)).Traces)
                {
                    for (var seat = 0; seat < 5; seat++, row++)
                    {
                        (replication[row], round[row], member[row]).ShouldBe((index, held.Round, $"M0{seat}"));
                        (day[row], majority[row]).ShouldBe((14.0 * (held.Round + 1), held.MajorityDay)); // no wait: days after the opening are days from the event
                        (margin[row], opinion[row], ballot[row]).ShouldBe((held.Margins[seat], held.Opinions[seat * arm.Terms.Crisis.Issues.Length], BallotLetter.Of(held.Ballots[seat]).ToString()));
                    }
                }
            }

            row.ShouldBe(rows.Rows);
        }
    }
}
