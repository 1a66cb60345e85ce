using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;

namespace VotingSim.Experiments.Tests.Store;

/// <summary>The rows that are made now, against those that a version before wrote into a folder that is kept beside this file.</summary>
public class RowsOfBeforeTests(RunFixture runs)
{
    private static string Kept => RepositoryRoot.In("tests", "VotingSim.Experiments.Tests", "Store", "Before");

    [Theory]
    [InlineData("myanmar-exclusion-minus-one", 60)] // uncertain parameters
    [InlineData("energy-security-minus-x", 40)] // several issues, opting out
    public async Task Every_value_is_that_of_the_version_before(string experiment, int replications)
    {
        var before = new ResultsFolder(Path.Combine(Kept, experiment));
        var plan = ExperimentReader.Read((await Manifest.ReadAsync(before)).Configuration, before.Manifest);
        plan.Replications.ShouldBe(replications);
        var now = await runs.RunAsync(plan, new());
        Directory.EnumerateFiles(now.Runs).Count().ShouldBe(1);
        var files = Directory.EnumerateFiles(before.Runs).Order(StringComparer.Ordinal).ToArray();
        files.Length.ShouldBe(plan.Arms.Length);

        for (var arm = 0; arm < files.Length; arm++)
        {
            await using var old = await ParquetRows.OpenAsync(files[arm]);
            await using var rows = await RowsOfArm.OpenAsync(now, plan, plan.Arms[arm]);
            rows.File.Schema.DataFields.Select(field => (field.Name, field.ClrType, field.IsNullable))
                .ShouldBe(old.Schema.DataFields.Select(field => (field.Name, field.ClrType, field.IsNullable)));
            foreach (var field in old.Schema.DataFields)
            {
                // As text in the shortest form that reads back as the same number: equal texts are equal bits.
                (await rows.TextsAsync(field.Name)).ShouldBe(await old.TextsAsync(field.Name), field.Name);
            }
        }
    }

    [Fact]
    public async Task A_folder_of_the_version_before_is_read_and_resumed_as_it_is_cut()
    {
        var before = new ResultsFolder(Path.Combine(Kept, "myanmar-exclusion-minus-one"));
        var plan = ExperimentReader.Read((await Manifest.ReadAsync(before)).Configuration, before.Manifest);
        before.LayoutOf(plan).Parts.Select(before.Has).ShouldBe([true, true, true]);

        // One file short: the run goes on in files of single arms.
        var folder = runs.NewFolder();
        Directory.CreateDirectory(folder.Runs);
        foreach (var file in Directory.EnumerateFiles(before.Runs).Skip(1))
        {
            File.Copy(file, Path.Combine(folder.Runs, Path.GetFileName(file)));
        }

        File.Copy(before.JournalFile, folder.JournalFile);
        await runs.RunAsync(plan, new RunOptions(), folder);

        Directory.EnumerateFiles(folder.Runs).Select(Path.GetFileName).ShouldBe(Directory.EnumerateFiles(before.Runs).Select(Path.GetFileName), ignoreOrder: true);
        var (one, other) = (runs.NewFolder().Path, runs.NewFolder().Path);
        await RowsExport.ToCsvAsync(plan, before, Path.Combine(one, "runs.csv"));
        await RowsExport.ToCsvAsync(plan, folder, Path.Combine(other, "runs.csv"));
        (await File.ReadAllTextAsync(Path.Combine(other, "runs.csv"))).ShouldBe(await File.ReadAllTextAsync(Path.Combine(one, "runs.csv")));
    }
}
