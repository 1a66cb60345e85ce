using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Experiments.Tests.Store;

/// <summary>The rows of one arm in the file that all arms of a small run share: so many after so many.</summary>
internal sealed class RowsOfArm(ParquetColumns file, int first, int count) : IAsyncDisposable
{
    public ParquetColumns File => file;

    public static async Task<RowsOfArm> OpenAsync(ResultsFolder folder, ExperimentPlan plan, Arm arm) =>
        new(await ParquetRows.OpenAsync(Directory.EnumerateFiles(folder.Runs).Single()), arm.Index * (int)plan.Replications, (int)plan.Replications);

    public async Task<double[]> NumbersAsync(string name) => [.. (await file.NumbersAsync(name)).Skip(first).Take(count)];

    public async Task<string[]> TextsAsync(string name) => [.. (await file.TextsAsync(name)).Skip(first).Take(count)];

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
