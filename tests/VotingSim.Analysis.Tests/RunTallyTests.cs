using VotingSim.Analysis.Documents;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Tests;

/// <summary>A summary that is gathered while a run writes its rows, against one that is read from the rows alone.</summary>
public class RunTallyTests(RunFixture runs)
{
    [Theory]
    [InlineData(300, 64, 1)] // arms share a part
    [InlineData(5000, 1024, 2)] // a part for every arm
    [InlineData(RunPart.Rows + 2000, 4096, 3)] // several parts for every arm, which come in any order
    public async Task What_is_gathered_while_rows_are_written_is_to_the_last_byte_what_the_rows_say(int replications, int cohortSize, int parallelism)
    {
        var plan = RunFixture.Plan(replications);
        var (folder, gathered) = await GatherAsync(plan, runs.NewFolder(), new() { CohortSize = cohortSize, Parallelism = parallelism });

        (await JsonAsync(plan, gathered)).ShouldBe(await JsonAsync(plan, await SummaryReader.ReadAsync(plan, folder)));
    }

    [Fact]
    public async Task A_resumed_run_gathers_what_is_new_and_reads_what_was_there()
    {
        var plan = RunFixture.Plan(replications: RunPart.Rows + 500);
        var (folder, whole) = await GatherAsync(plan, runs.NewFolder(), new() { CohortSize = 4096 });

        // Of one arm the first part is missing, of another the last, of the other crisis nothing.
        foreach (var part in RunLayout.Of(plan).Parts.Where(part => (part.Slices[0].Arm.Index, part.Slices[0].Index) is (0, 0) or (2, 1)))
        {
            File.Delete(folder.RowsOf(part));
        }

        var (_, resumed) = await GatherAsync(plan, new ResultsFolder(folder.Path), new() { CohortSize = 4096 });

        (await JsonAsync(plan, resumed)).ShouldBe(await JsonAsync(plan, whole));
    }

    [Fact]
    public async Task A_run_that_stops_by_precision_gathers_its_batches()
    {
        var plan = RunFixture.Plan(replications: 60_000) with { Until = new("rmst-days", 1.5) };
        var folder = runs.NewFolder();
        using var held = folder.Lock();
        var tally = new RunTally(plan, folder);
        var runner = new ExperimentRunner(new TablesHere(runs.Grains));
        var (end, _) = await runner.RunAsync(plan, folder, new(), PrecisionTally.For(plan, folder), null, CancellationToken.None, tally);

        end.Replications.ShouldBeInRange(1025, 59_999);
        (await JsonAsync(end, await tally.FinishAsync(end))).ShouldBe(await JsonAsync(end, await SummaryReader.ReadAsync(end, folder)));
    }

    [Fact]
    public async Task Of_many_arms_the_summary_says_what_is_said_of_all_and_the_columns_hold_the_rest()
    {
        var few = RunFixture.Plan(replications: 20);
        var many = few with { Arms = [.. Enumerable.Range(0, 70).SelectMany(point => few.Arms.Take(3).Select(arm =>
            arm with { Index = (3 * point) + arm.Index, Baseline = 3 * point, Id = $"{arm.Id}-{point}" }))] };
        var (folder, summary) = await GatherAsync(many, runs.NewFolder(), new());
        await SummaryFiles.CommitAsync(many, summary, folder);

        using var json = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(folder.Summary));
        json.RootElement.GetProperty("overall").GetArrayLength().ShouldBe(2);
        json.RootElement.GetProperty("arms").GetArrayLength().ShouldBe(0);
        File.Exists(folder.SummaryTable).ShouldBeFalse();
        await using var columns = await ParquetRows.OpenAsync(folder.SummaryColumns);
        var (arm, estimate, value) = (await columns.TextsAsync("arm"), await columns.TextsAsync("estimate"), await columns.NumbersAsync("value"));
        arm.Distinct().Count().ShouldBe(210);
        foreach (var of in summary.Arms)
        {
            var row = Enumerable.Range(0, arm.Length).Single(row => arm[row] == of.Arm.Id && estimate[row] == "decided_share");
            value[row].ShouldBe(of.DecidedShare.Value);
        }
    }

    [Fact]
    public async Task The_columns_of_a_sweep_hold_what_the_table_holds()
    {
        var plan = RunFixture.Plan(replications: 50);
        var (folder, summary) = await GatherAsync(plan, runs.NewFolder(), new());
        await SummaryFiles.CommitAsync(plan, summary, folder);

        var lines = (await File.ReadAllLinesAsync(folder.SummaryTable)).Select(line => line.Split(',')).ToArray();
        await using var columns = await ParquetRows.OpenAsync(folder.SummaryColumns);
        columns.Schema.DataFields.Select(field => field.Name).ShouldBe(lines[0]);
        foreach (var (index, name) in lines[0].Index())
        {
            (await columns.TextsAsync(name)).ShouldBe(lines[1..].Select(line => line[index]), name);
        }
    }

    private async Task<(ResultsFolder Folder, Summary Summary)> GatherAsync(ExperimentPlan plan, ResultsFolder folder, RunOptions options)
    {
        using var held = folder.Lock();
        var tally = new RunTally(plan, folder);
        await new ExperimentRunner(new TablesHere(runs.Grains)).RunAsync(plan, folder, options, null, null, CancellationToken.None, tally);
        return (folder, await tally.FinishAsync(plan));
    }

    private static async Task<string> JsonAsync(ExperimentPlan plan, Summary summary)
    {
        using var stream = new MemoryStream();
        await SummaryFiles.WriteJsonAsync(plan, summary, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
