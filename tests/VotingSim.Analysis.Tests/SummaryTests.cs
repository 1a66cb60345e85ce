using System.Globalization;
using System.Text.Json;
using VotingSim.Analysis.Documents;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Tests;

public class SummaryTests(RunFixture runs)
{
    [Fact]
    public async Task The_summary_agrees_with_plain_arithmetic_on_the_exported_rows()
    {
        var plan = RunFixture.Plan(replications: 400);
        var folder = await runs.RunAsync(plan, new());
        var summary = await SummaryReader.ReadAsync(plan, folder);
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

            double? Value(string estimate, string part) =>
                (part is "low" or "high" ? arm.GetProperty(estimate).GetProperty("simulation_error") : arm.GetProperty(estimate)).GetProperty(part) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;
        }

        static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Comparisons_members_and_frontiers_agree_with_plain_arithmetic_on_the_exported_rows()
    {
        var plan = RunFixture.Plan(replications: 400);
        var folder = await runs.RunAsync(plan, new());
        var summary = await SummaryReader.ReadAsync(plan, folder);
        await SummaryFiles.CommitAsync(plan, summary, folder);
        await RowsExport.ToCsvAsync(plan, folder, folder.RunsTable);
        var rows = await PlainRows.ReadAsync(folder.RunsTable);

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Summary));
        foreach (var arm in json.RootElement.GetProperty("arms").EnumerateArray())
        {
            var own = rows.Where(row => row["arm"] == arm.GetProperty("arm").GetString()).ToArray();
            foreach (var (member, seat) in arm.GetProperty("members").EnumerateArray().Select((member, seat) => (member, seat)))
            {
                double Value(string share) => member.GetProperty(share).GetProperty("value").GetDouble();
                Value("supported").ShouldBe(own.Average(row => row["ballots"][seat] == 'S' ? 1.0 : 0), 1e-12);
                Value("abstained").ShouldBe(own.Average(row => row["ballots"][seat] == 'A' ? 1.0 : 0), 1e-12);
                Value("objected").ShouldBe(own.Average(row => row["ballots"][seat] is 'O' or 'X' ? 1.0 : 0), 1e-12);
                Value("outvoted").ShouldBe(own.Average(row => row["decided"] == "true" && row["ballots"][seat] == 'O' ? 1.0 : 0), 1e-12);
                Value("opted_out").ShouldBe(own.Average(row => row["ballots"][seat] == 'X' ? 1.0 : 0), 1e-12);
                Value("decisive").ShouldBe(own.Average(row => PlainRows.IsDecisive(row, seat) ? 1.0 : 0), 1e-12);
            }

            // Outvoted members add up to the column.
            arm.GetProperty("members").EnumerateArray().Sum(member => member.GetProperty("outvoted").GetProperty("value").GetDouble())
                .ShouldBe(arm.GetProperty("outvoted").GetProperty("mean").GetDouble(), 1e-9);
            foreach (var pair in arm.GetProperty("agreement").GetProperty("pairs").EnumerateArray())
            {
                var (a, b) = (Seat(pair.GetProperty("a")), Seat(pair.GetProperty("b")));
                pair.GetProperty("agreement").GetProperty("value").GetDouble().ShouldBe(own.Average(row => PlainRows.Ballot(row, a) == PlainRows.Ballot(row, b) ? 1.0 : 0), 1e-12);
            }
        }

        json.RootElement.GetProperty("comparisons").GetArrayLength().ShouldBe(4);
        json.RootElement.GetProperty("pairwise").GetArrayLength().ShouldBe(6);
        foreach (var comparison in json.RootElement.GetProperty("comparisons").EnumerateArray().Concat(json.RootElement.GetProperty("pairwise").EnumerateArray()))
        {
            var pairs = Pairs(comparison.GetProperty("baseline").GetString()!, comparison.GetProperty("arm").GetString()!);
            Share("earlier").ShouldBe(pairs.Count(pair => PlainRows.Time(pair.Arm) < PlainRows.Time(pair.Baseline)) / 400.0);
            Share("same").ShouldBe(pairs.Count(pair => PlainRows.Time(pair.Arm).Equals(PlainRows.Time(pair.Baseline))) / 400.0);
            Share("later").ShouldBe(pairs.Count(pair => PlainRows.Time(pair.Arm) > PlainRows.Time(pair.Baseline)) / 400.0);
            Share("rmst_difference").ShouldBe(pairs.Average(pair => PlainRows.Number(pair.Arm, "days")!.Value - PlainRows.Number(pair.Baseline, "days")!.Value), 1e-9);
            foreach (var measure in new[] { "rounds", "outcome_aid", "rice_index", "coverage", "outvoted", "mean_utility" })
            {
                var differences = pairs.Select(pair => PlainRows.Number(pair.Arm, measure) - PlainRows.Number(pair.Baseline, measure)).OfType<double>().ToArray();
                comparison.GetProperty(measure).GetProperty("mean").GetDouble().ShouldBe(differences.Average(), 1e-9);
                comparison.GetProperty(measure).GetProperty("pairs").GetInt32().ShouldBe(differences.Length);
            }

            double Share(string name) => comparison.GetProperty(name).GetProperty("value").GetDouble();
        }

        foreach (var frontier in json.RootElement.GetProperty("frontiers").EnumerateArray())
        {
            var measure = frontier.GetProperty("measure").GetString()!;
            var sign = frontier.GetProperty("more_is_better").GetBoolean() ? 1 : -1;
            var arms = frontier.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("arm").GetString()!).ToArray();
            foreach (var point in frontier.GetProperty("points").EnumerateArray())
            {
                point.GetProperty("dominated_by").EnumerateArray().Select(other => other.GetString())
                    .ShouldBe(arms.Where(other => Dominates(other, point.GetProperty("arm").GetString()!, measure, sign)));
            }
        }

        bool Dominates(string one, string other, string measure, int sign)
        {
            var (days, cohesion) = (Interval(one, other, "days", 1), Interval(one, other, measure, sign));
            return (days.High < 0 && (cohesion.Low > 0 || cohesion == (0, 0))) || (cohesion.Low > 0 && days == (0, 0));
        }

        (double Low, double High) Interval(string one, string other, string column, int sign)
        {
            var differences = Pairs(other, one).Select(pair => sign * (PlainRows.Number(pair.Arm, column)!.Value - PlainRows.Number(pair.Baseline, column)!.Value)).ToArray();
            var mean = differences.Average();
            var half = 1.9659 * Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / 399 / 400);
            return (mean - half, mean + half);
        }

        (Dictionary<string, string> Baseline, Dictionary<string, string> Arm)[] Pairs(string baseline, string arm) =>
            [.. rows.Where(row => row["arm"] == baseline).Zip(rows.Where(row => row["arm"] == arm))];

        static int Seat(JsonElement code) => int.Parse(code.GetString()![1..], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task One_Parquet_file_of_all_rows_holds_what_the_parts_hold()
    {
        var plan = RunFixture.Plan(replications: 50);
        var folder = await runs.RunAsync(plan, new());
        var path = Path.Combine(folder.Path, "runs.parquet");
        await RowsExport.ToParquetAsync(plan, folder, path);

        await using var reader = await Parquet.ParquetReader.CreateAsync(path);
        reader.RowGroupCount.ShouldBe(RunLayout.Of(plan).Parts.Length);
        reader.RowGroups.Sum(group => group.RowCount).ShouldBe(50 * plan.Arms.Length);
    }
}
