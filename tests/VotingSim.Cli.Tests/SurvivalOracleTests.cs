using System.Globalization;
using System.Text.Json;

namespace VotingSim.Cli.Tests;

/// <summary>The command against R: <c>R/spells.csv</c> was made by hand, <c>R/spells.R</c> wrote the numbers.</summary>
public class SurvivalOracleTests
{
    private static readonly string Spells = RepositoryRoot.In("tests", "VotingSim.Cli.Tests", "R", "spells.csv");
    private static readonly string[] StartStop = ["--entry", "begin", "--time", "end", "--event", "adopted"];
    private static readonly Dictionary<string, double[]> Expected = File.ReadAllLines(RepositoryRoot.In("tests", "VotingSim.Cli.Tests", "R", "spells-expected.txt"))
        .Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..].Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray());

    [Theory]
    [InlineData("covariates", "--covariate rule --covariate members --baseline rule=unanimity")]
    [InlineData("covariates", "--group rule --covariate members --baseline unanimity")]
    [InlineData("breslow", "--covariate rule --covariate members --baseline rule=unanimity --ties breslow")]
    [InlineData("words", "--covariate members --covariate bloc")]
    [InlineData("numbers-as-words", "--covariate members --baseline members=12")]
    [InlineData("strata", "--covariate rule --covariate members --baseline rule=unanimity --strata bloc")]
    [InlineData("weights", "--covariate rule --covariate members --baseline rule=unanimity --weights copies")]
    public async Task The_model_is_that_of_R(string name, string options)
    {
        var cox = (await JsonAsync([.. StartStop, .. options.Split(' ')])).GetProperty("cox");

        Numbers(cox, "coefficient").ShouldBe(Expected[$"{name}.coefficient"], 1e-6);
        Numbers(cox, "standard_error").ShouldBe(Expected[$"{name}.error"], 1e-6);
        new[] { cox.GetProperty("null_log_likelihood").GetDouble(), cox.GetProperty("log_likelihood").GetDouble() }.ShouldBe(Expected[$"{name}.likelihood"], 1e-8);
        new[] { cox.GetProperty("score").GetProperty("chi2").GetDouble(), cox.GetProperty("score").GetProperty("df").GetDouble() }.ShouldBe(Expected[$"{name}.score"], 1e-6);
        if (Expected.TryGetValue($"{name}.drift", out var drift))
        {
            var tests = cox.GetProperty("coefficients").EnumerateArray().Append(cox).Select(part => part.GetProperty("proportionality").GetProperty("chi2").GetDouble());
            tests.ToArray().ShouldBe(drift, 1e-5);
            cox.GetProperty("concordance").GetProperty("value").GetDouble().ShouldBe(Expected[$"{name}.concordance"][0], 1e-9);
        }
    }

    [Theory]
    [InlineData("logarithm", "rule")]
    [InlineData("stretches", "rule=40")]
    public async Task An_effect_that_changes_with_time_is_that_of_split_rows_in_R(string name, string interaction)
    {
        var cox = (await JsonAsync([.. StartStop, "--covariate", "rule", "--covariate", "members", "--baseline", "rule=unanimity", "--time-interaction", interaction])).GetProperty("cox");

        Numbers(cox, "coefficient").ShouldBe(Expected[$"{name}.coefficient"], 1e-5);
        Numbers(cox, "standard_error").ShouldBe(Expected[$"{name}.error"], 1e-5);
        cox.GetProperty("log_likelihood").GetDouble().ShouldBe(Expected[$"{name}.likelihood"][1], 1e-8);
        cox.GetProperty("proportionality").ValueKind.ShouldBe(JsonValueKind.Null);
        cox.GetProperty("concordance").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Clusters_widen_the_standard_errors_as_in_R_and_leave_the_estimates()
    {
        var cox = (await JsonAsync([.. StartStop, "--covariate", "rule", "--covariate", "members", "--baseline", "rule=unanimity", "--cluster", "chair"])).GetProperty("cox");

        cox.GetProperty("clusters").GetString().ShouldBe("chair");
        Numbers(cox, "coefficient").ShouldBe(Expected["covariates.coefficient"], 1e-6);
        Numbers(cox, "standard_error").ShouldBe(Expected["cluster.error"], 1e-6);
    }

    [Fact]
    public async Task Who_came_late_is_at_risk_only_after_its_entry()
    {
        var json = await JsonAsync([.. StartStop, "--id", "file", "--group", "rule"]);

        (json.GetProperty("rows").GetInt32(), json.GetProperty("subjects").GetInt32()).ShouldBe((24, 20));
        foreach (var group in json.GetProperty("groups").EnumerateArray())
        {
            var key = $"entry.{group.GetProperty("group").GetString()}.";
            var curve = group.GetProperty("survival");
            Values(curve, "days").ShouldBe(Expected[$"{key}time"]);
            Values(curve, "at_risk").ShouldBe(Expected[$"{key}risk"]);
            Values(curve, "survival").ShouldBe(Expected[$"{key}survival"], 1e-12);
            Values(curve, "low").ShouldBe(Expected[$"{key}low"], 1e-9);
            group.GetProperty("median").GetProperty("value").GetDouble().ShouldBe(Expected[$"{key}median"][0]);
        }
    }

    [Fact]
    public async Task Events_that_come_again_make_the_rows_of_a_subject_a_cluster_as_in_R()
    {
        using var command = new Command();
        var rows = (await File.ReadAllLinesAsync(Spells)).Select(row => row.StartsWith("f02,0,35,0", StringComparison.Ordinal) || row.StartsWith("f09,0,60,0", StringComparison.Ordinal) ? string.Join(',', row.Split(',').Select((cell, at) => at == 3 ? "1" : cell)) : row);
        await File.WriteAllLinesAsync(command.In("again.csv"), rows);

        var outcome = await command.RunAsync(["survival", "again.csv", .. StartStop, "--id", "file", "--covariate", "rule", "--baseline", "rule=unanimity", "--format", "json"]);

        outcome.Error.ShouldBeEmpty();
        var cox = JsonDocument.Parse(outcome.Output).RootElement.GetProperty("cox");
        cox.GetProperty("clusters").GetString().ShouldBe("file");
        Numbers(cox, "coefficient").ShouldBe(Expected["repeated.coefficient"], 1e-6);
        Numbers(cox, "standard_error").ShouldBe(Expected["repeated.error"], 1e-6);
    }

    [Fact]
    public async Task Log_rank_within_strata_and_of_many_groups_and_days_between_dates()
    {
        using var command = new Command();
        var rows = await File.ReadAllLinesAsync(Spells);
        await File.WriteAllLinesAsync(command.In("ended.csv"), rows.Where((row, index) => index == 0 || index == rows.Length - 1 || row[..4] != rows[index + 1][..4]));

        (await LogRankAsync("--group", "rule", "--strata", "bloc")).ShouldBe(Expected["logrank.strata"][0], 1e-9);
        (await LogRankAsync("--group", "members")).ShouldBe(Expected["logrank.members"][0], 1e-9);

        var json = await JsonAsync(command, ["survival", "ended.csv", "--start", "opened", "--end", "closed", "--event", "adopted", "--format", "json"]);
        var group = json.GetProperty("groups")[0];
        Values(group.GetProperty("survival"), "days").ShouldBe(Expected["dates.time"].Distinct().Order());
        var median = group.GetProperty("median");
        ((double[])[median.GetProperty("value").GetDouble(), median.GetProperty("low").GetDouble(), median.GetProperty("high").GetDouble()]).ShouldBe(Expected["dates.median"]);

        async Task<double> LogRankAsync(params string[] options) =>
            (await JsonAsync(command, ["survival", "ended.csv", "--time", "end", "--event", "adopted", .. options, "--format", "json"])).GetProperty("log_rank").GetProperty("chi2").GetDouble();
    }

    private static async Task<JsonElement> JsonAsync(string[] options)
    {
        using var command = new Command();
        return await JsonAsync(command, ["survival", Spells, .. options, "--format", "json"]);
    }

    private static async Task<JsonElement> JsonAsync(Command command, string[] arguments)
    {
        var outcome = await command.RunAsync(arguments);
        (outcome.Error, outcome.ExitCode).ShouldBe(("", 0));
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private static double[] Numbers(JsonElement cox, string field) => [.. cox.GetProperty("coefficients").EnumerateArray().Select(coefficient => coefficient.GetProperty(field).GetDouble())];

    private static double[] Values(JsonElement curve, string field) => [.. curve.GetProperty(field).EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())];
}
