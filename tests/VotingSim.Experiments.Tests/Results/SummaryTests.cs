using System.Globalization;
using System.Text.Json;
using VotingSim.Experiments.Results;

namespace VotingSim.Experiments.Tests.Results;

public class SummaryTests(RunFixture runs)
{
    [Fact]
    public async Task The_summary_agrees_with_plain_arithmetic_on_the_exported_rows()
    {
        var plan = RunFixture.Plan(replications: 400);
        var folder = await runs.RunAsync(plan, new());
        var summary = await Summary.OfAsync(plan, folder);
        await SummaryFiles.CommitAsync(plan, summary, folder);
        await RowsExport.ToCsvAsync(plan, folder, folder.RunsTable);

        var lines = await File.ReadAllLinesAsync(folder.RunsTable);
        var header = lines[0].Split(',');
        var rows = lines[1..].Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second)).ToArray();
        rows.Length.ShouldBe(400 * plan.Arms.Length);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Summary));
        foreach (var arm in json.RootElement.GetProperty("arms").EnumerateArray())
        {
            var own = rows.Where(row => row["arm"] == arm.GetProperty("arm").GetString()).ToArray();
            own.Length.ShouldBe(arm.GetProperty("replications").GetInt32());
            arm.GetProperty("parameters").GetProperty("drafting").GetString().ShouldBe("coalition");
            Value("decided_share", "value").ShouldBe(own.Count(row => row["decided"] == "true") / 400.0);
            Value("rmst_days", "value").GetValueOrDefault().ShouldBe(own.Average(row => Number(row["days"])!.Value), 1e-9);
            var days = own.Select(row => row["decided"] == "true" ? Number(row["days"])!.Value : double.PositiveInfinity).Order().ToArray();
            Value("median_days", "value").ShouldBe(double.IsInfinity(days[199]) ? null : (days[199] + Math.Min(days[200], own.Max(row => Number(row["days"])!.Value))) / 2);
            foreach (var measure in new[] { "outcome_aid", "outcome_lead", "rice_index", "coverage", "outvoted", "mean_utility", "inequality" })
            {
                var values = own.Select(row => Number(row[measure])).OfType<double>().ToArray();
                if (values.Length == 0)
                {
                    Value(measure, "mean").ShouldBeNull();
                    continue;
                }

                var mean = values.Average();
                var half = 1.966 * Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
                Value(measure, "mean")!.Value.ShouldBe(mean, 1e-9);
                Value(measure, "low")!.Value.ShouldBe(mean - half, (half * 0.01) + 1e-12);
                Value(measure, "high")!.Value.ShouldBe(mean + half, (half * 0.01) + 1e-12);
            }

            double? Value(string estimate, string part) => arm.GetProperty(estimate).GetProperty(part) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
        }

        static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task One_Parquet_file_of_all_rows_holds_what_the_parts_hold()
    {
        var plan = RunFixture.Plan(replications: 50);
        var folder = await runs.RunAsync(plan, new());
        var path = Path.Combine(folder.Path, "runs.parquet");
        await RowsExport.ToParquetAsync(plan, folder, path);

        await using var reader = await Parquet.ParquetReader.CreateAsync(path);
        reader.RowGroupCount.ShouldBe(plan.Arms.Length);
        reader.RowGroups.Sum(group => group.RowCount).ShouldBe(50 * plan.Arms.Length);
    }
}
