using System.Globalization;
using System.Text.Json;
using VotingSim.Analysis.Documents;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Tests;

/// <summary>The distributions over worlds, recomputed from the exported rows by sorting them.</summary>
public class WorldsTests(RunFixture runs)
{
    private const int Replications = 500;
    private static readonly string[] Crises = ["flood", "strike"];
    private static readonly string[] Measures =
        ["mean_shift", "shift_aid", "agreement_index", "positional_cohesion", "outvoted", "coverage", "content", "mean_utility", "min_utility"];

    [Fact]
    public async Task Distributions_over_worlds_are_those_of_the_rows_to_the_last_digit()
    {
        var (json, rows) = await RunAsync();
        var comparisons = json.RootElement.GetProperty("comparisons").EnumerateArray().ToArray();
        comparisons.Length.ShouldBe(4);
        foreach (var comparison in comparisons)
        {
            var pairs = Pairs(rows, comparison.GetProperty("baseline").GetString()!, comparison.GetProperty("arm").GetString()!);
            ShouldBe(comparison.GetProperty("worlds"), pairs);
            comparison.GetProperty("earlier").GetProperty("value").GetDouble().ShouldBe(comparison.GetProperty("worlds").GetProperty("earlier").GetDouble());
        }
    }

    [Fact]
    public async Task Pooled_distributions_are_those_of_all_rows_of_a_rule_together()
    {
        var (json, rows) = await RunAsync();
        var overall = json.RootElement.GetProperty("overall").EnumerateArray().ToArray();
        overall.Select(contrast => contrast.GetProperty("rule").GetString()).ShouldBe(["majority", "minus-x"]);
        foreach (var contrast in overall)
        {
            contrast.GetProperty("crisis").ValueKind.ShouldBe(JsonValueKind.Null);
            var rule = contrast.GetProperty("rule").GetString();
            var pairs = Crises.SelectMany(crisis => Pairs(rows, $"{crisis}.consensus.p0", $"{crisis}.{rule}.p0")).ToArray();
            ShouldBe(contrast.GetProperty("worlds"), pairs);
            var decided = rows.Where(row => row["rule"] == rule && row["decided"] == "true").ToArray();
            contrast.GetProperty("consent_share").GetProperty("value").GetDouble().ShouldBe(decided.Count(row => row["ending"] == "consent") / (double)decided.Length, 1e-15);
        }
    }

    [Fact]
    public async Task Endings_and_spreads_of_an_arm_are_those_of_its_rows()
    {
        var (json, rows) = await RunAsync();
        foreach (var arm in json.RootElement.GetProperty("arms").EnumerateArray())
        {
            var own = rows.Where(row => row["arm"] == arm.GetProperty("arm").GetString()).ToArray();
            foreach (var ending in new[] { "consent", "vote", "failed", "open" })
            {
                arm.GetProperty($"{ending}_share").GetProperty("value").GetDouble().ShouldBe(own.Count(row => row["ending"] == ending) / (double)Replications);
            }

            own.ShouldAllBe(row => (row["ending"] == "consent" || row["ending"] == "vote") == (row["decided"] == "true"));
            own.ShouldAllBe(row => row["ending"] != (row["crisis"] == "strike" ? "open" : "failed"));
            ShouldBe(arm.GetProperty("days"), [.. own.Select(row => PlainRows.Number(row, "days")!.Value)], 1);
        }

        foreach (var frontier in json.RootElement.GetProperty("frontiers").EnumerateArray())
        {
            var measure = frontier.GetProperty("measure").GetString()!;
            foreach (var point in frontier.GetProperty("points").EnumerateArray())
            {
                var own = rows.Where(row => row["arm"] == point.GetProperty("arm").GetString()).Select(row => PlainRows.Number(row, measure)).OfType<double>();
                ShouldBe(point.GetProperty("values"), [.. own], Steps(measure));
            }
        }
    }

    [Fact]
    public async Task Rows_tell_waits_days_and_the_parameters_of_a_world_which_all_arms_share()
    {
        var (_, rows) = await RunAsync();
        var byWorld = rows.GroupBy(row => row["replication"]).ToArray();
        foreach (var world in byWorld)
        {
            world.Select(row => (row["wait_days"], row["deliberation.ballot-noise"], row["deliberation.patience-days"])).Distinct().ShouldHaveSingleItem();
        }

        rows.Where(row => row["arm"] == "flood.consensus.p0").Chunk(2).ShouldAllBe(draw => draw[0]["deliberation.patience-days"] == draw[1]["deliberation.patience-days"]);
        rows.Select(row => row["deliberation.patience-days"]).Distinct().Count().ShouldBe(Replications / 2);

        // Days count from the event: the wait, a week, and two weeks for every further round.
        rows.Where(row => row["decided"] == "true").ShouldAllBe(row =>
            PlainRows.Number(row, "days") == PlainRows.Number(row, "wait_days") + 7 + (14 * (PlainRows.Number(row, "rounds") - 1)));
        rows.Where(row => row["decided"] == "false").ShouldAllBe(row => row["days"] == "200");
        var late = rows.Where(row => PlainRows.Number(row, "wait_days") > 193).ToArray();
        late.Length.ShouldBeGreaterThan(100);
        late.ShouldAllBe(row => row["rounds"] == "0" && row["ballots"] == "" && row["agreement_index"] == "" && row["content"] == "" && row["decided"] == "false");
    }

    private static void ShouldBe(JsonElement worlds, (Dictionary<string, string> Baseline, Dictionary<string, string> Arm)[] pairs)
    {
        worlds.GetProperty("worlds").GetInt32().ShouldBe(pairs.Length);
        Share("earlier").ShouldBe(pairs.Count(pair => PlainRows.Time(pair.Arm) < PlainRows.Time(pair.Baseline)) / (double)pairs.Length);
        Share("same").ShouldBe(pairs.Count(pair => PlainRows.Time(pair.Arm).Equals(PlainRows.Time(pair.Baseline))) / (double)pairs.Length);
        Share("later").ShouldBe(pairs.Count(pair => PlainRows.Time(pair.Arm) > PlainRows.Time(pair.Baseline)) / (double)pairs.Length);
        Share("neither_decides").ShouldBe(pairs.Count(pair => pair.Arm["decided"] == "false" && pair.Baseline["decided"] == "false") / (double)pairs.Length);
        Share("only_rule_decides").ShouldBe(pairs.Count(pair => pair.Arm["decided"] == "true" && pair.Baseline["decided"] == "false") / (double)pairs.Length);
        Share("only_baseline_decides").ShouldBe(pairs.Count(pair => pair.Arm["decided"] == "false" && pair.Baseline["decided"] == "true") / (double)pairs.Length);
        ShouldBe(worlds.GetProperty("days"), [.. pairs.Select(pair => PlainRows.Number(pair.Arm, "days")!.Value - PlainRows.Number(pair.Baseline, "days")!.Value)], 1);
        foreach (var measure in Measures)
        {
            var differences = pairs.Select(pair => PlainRows.Number(pair.Arm, measure) - PlainRows.Number(pair.Baseline, measure)).OfType<double>().ToArray();
            var told = worlds.GetProperty(measure);
            told.GetProperty("worlds").GetInt32().ShouldBe(differences.Length);
            ShouldBe(told, differences, Steps(measure));
            var half = 0.5 / Steps(measure);
            told.GetProperty("lower").GetDouble().ShouldBe(differences.Count(difference => difference < -half) / (double)differences.Length);
            told.GetProperty("higher").GetDouble().ShouldBe(differences.Count(difference => difference > half) / (double)differences.Length);
        }

        double Share(string name) => worlds.GetProperty(name).GetDouble();
    }

    // Steps in a unit: whole members, hundredths of the issue scale, ten-thousandths of everything else.
    private static int Steps(string measure) => measure == "outvoted" ? 1 : measure.Contains("shift", StringComparison.Ordinal) ? 100 : 10_000;

    // Quantiles of the values at their nearest steps, interpolated between neighbours as R's quantile does by default.
    private static void ShouldBe(JsonElement spread, double[] values, int steps)
    {
        var sorted = values.Select(value => (double)(long)Math.Round(value / (1.0 / steps), MidpointRounding.AwayFromZero)).Order().ToArray();
        foreach (var percent in new[] { 5, 25, 50, 75, 95 })
        {
            var place = percent / 100.0 * (sorted.Length - 1);
            var below = (int)place;
            var value = sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
            spread.GetProperty(string.Create(CultureInfo.InvariantCulture, $"p{percent:00}")).GetDouble().ShouldBe(1.0 / steps * value);
        }
    }

    private static (Dictionary<string, string> Baseline, Dictionary<string, string> Arm)[] Pairs(Dictionary<string, string>[] rows, string baseline, string arm) =>
        [.. rows.Where(row => row["arm"] == baseline).Zip(rows.Where(row => row["arm"] == arm))];

    private async Task<(JsonDocument Json, Dictionary<string, string>[] Rows)> RunAsync()
    {
        var plan = UncertainRuns.Plan(Replications);
        var folder = await runs.RunAsync(plan, new());
        await SummaryFiles.CommitAsync(plan, await SummaryReader.ReadAsync(plan, folder), folder);
        await RowsExport.ToCsvAsync(plan, folder, folder.RunsTable);
        return (JsonDocument.Parse(await File.ReadAllTextAsync(folder.Summary)), await PlainRows.ReadAsync(folder.RunsTable));
    }
}
