using System.Globalization;
using System.Text.Json;
using nietras.SeparatedValues;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Documents;

/// <summary>Writes a summary as <c>summary.json</c>, as <c>summary.csv</c> where there are few arms, and of a sweep as
/// <c>summary.parquet</c>. An undefined number is null, an empty field.</summary>
public static class SummaryFiles
{
    /// <summary>Of more arms <c>summary.json</c> says what is said of all together, and <c>summary.parquet</c> alone the rest.</summary>
    public const int MostArmsInFull = 200;

    private const int RowsOfGroup = 1 << 18;

    /// <summary>Writes the files into the folder of the run.</summary>
    public static async Task CommitAsync(ExperimentPlan plan, Summary summary, ResultsFolder folder)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await ResultsFolder.CommitAsync(folder.Summary, stream => WriteJsonAsync(plan, summary, stream));
        if (!plan.Parameters.IsEmpty || !IsInFull(plan))
        {
            await ResultsFolder.CommitAsync(folder.SummaryColumns, stream => WriteColumnsAsync(plan, summary, stream));
        }

        if (IsInFull(plan))
        {
            await ResultsFolder.CommitAsync(folder.SummaryTable, stream => WriteTableAsync(plan, summary, stream));
        }
        else
        {
            File.Delete(folder.SummaryTable); // of a version that wrote it
        }
    }

    /// <summary>Writes the JSON document; its contract is <see cref="SummaryDocument"/>.</summary>
    public static Task WriteJsonAsync(ExperimentPlan plan, Summary summary, Stream stream) => JsonSerializer.SerializeAsync(
        stream, SummaryMapping.Of(plan, summary, IsInFull(plan)), SummaryContext.Default.SummaryDocument);

    /// <summary>Writes comparisons as a JSON list; the contract of each is <see cref="ComparisonDocument"/>.</summary>
    public static Task WriteComparisonsAsync(IEnumerable<ArmComparison> comparisons, Stream stream) =>
        JsonSerializer.SerializeAsync(stream, comparisons.Select(SummaryMapping.Of), SummaryContext.Default.IEnumerableComparisonDocument);

    private static bool IsInFull(ExperimentPlan plan) => plan.Arms.Length <= MostArmsInFull;

    private static async Task WriteTableAsync(ExperimentPlan plan, Summary summary, Stream stream)
    {
        await using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        using var table = Sep.New(',').Writer(options => options with { Escape = true }).To(text, leaveOpen: true);
        foreach (var (arm, replications, name, interval, baseline) in SummaryRow.Of(summary))
        {
            using var row = table.NewRow();
            row["arm"].Set(arm.Id);
            row["crisis"].Set(arm.Crisis);
            row["rule"].Set(arm.Rule);
            foreach (var (parameter, value) in plan.Parameters.Zip(arm.Parameters))
            {
                row[parameter].Set(value.Text);
            }

            row["replications"].Set(replications.ToString(CultureInfo.InvariantCulture));
            row["estimate"].Set(name);
            row["value"].Set(Text(interval.Estimate));
            row["simulation_error_low"].Set(Text(interval.Low));
            row["simulation_error_high"].Set(Text(interval.High));
            row["baseline"].Set(baseline);
        }
    }

    private static async Task WriteColumnsAsync(ExperimentPlan plan, Summary summary, Stream stream)
    {
        bool[] isNumber = [.. plan.Parameters.Select((_, index) => plan.Arms.All(arm => arm.Parameters[index].Number.HasValue))];
        await using var table = await ParquetTable.CreateAsync(
            stream,
            [
                ("arm", typeof(string)), ("crisis", typeof(string)), ("rule", typeof(string)),
                .. plan.Parameters.Zip(isNumber, (name, isIt) => (name, isIt ? typeof(double) : typeof(string))),
                ("replications", typeof(long)), ("estimate", typeof(string)), ("value", typeof(double)),
                ("simulation_error_low", typeof(double)), ("simulation_error_high", typeof(double)), ("baseline", typeof(string)),
            ]);
        foreach (var rows in SummaryRow.Of(summary).Chunk(RowsOfGroup))
        {
            await table.WriteAsync(
            [
                Array.ConvertAll(rows, row => row.Arm.Id),
                Array.ConvertAll(rows, row => row.Arm.Crisis),
                Array.ConvertAll(rows, row => row.Arm.Rule),
                .. isNumber.Select((isIt, index) => isIt
                    ? (Array)Array.ConvertAll(rows, row => row.Arm.Parameters[index].Number!.Value)
                    : Array.ConvertAll(rows, row => row.Arm.Parameters[index].Text)),
                Array.ConvertAll(rows, row => row.Replications),
                Array.ConvertAll(rows, row => row.Name),
                Array.ConvertAll(rows, row => row.Interval.Estimate),
                Array.ConvertAll(rows, row => row.Interval.Low),
                Array.ConvertAll(rows, row => row.Interval.High),
                Array.ConvertAll(rows, row => row.Baseline),
            ]);
        }
    }

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
}
