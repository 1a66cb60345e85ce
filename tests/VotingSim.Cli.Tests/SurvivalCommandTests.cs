using System.Text.Json;

namespace VotingSim.Cli.Tests;

public class SurvivalCommandTests
{
    private static readonly string Gehan = RepositoryRoot.In("tests", "VotingSim.Statistics.Tests", "Survival", "R", "gehan.csv");

    [Fact]
    public async Task The_document_has_the_numbers_that_R_gives_for_Freireichs_data()
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["survival", Gehan, "--time", "time", "--event", "event", "--group", "group", "--horizon", "20", "--format", "json"]);

        outcome.Error.ShouldBeEmpty();
        outcome.ExitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(outcome.Output);
        var group = json.RootElement.GetProperty("groups")[0];
        group.GetProperty("group").GetString().ShouldBe("1");
        group.GetProperty("n").GetInt32().ShouldBe(21);
        group.GetProperty("events").GetInt32().ShouldBe(9);
        group.GetProperty("median").GetProperty("value").GetDouble().ShouldBe(23);
        group.GetProperty("median").GetProperty("low").GetDouble().ShouldBe(13);
        group.GetProperty("median").GetProperty("high").ValueKind.ShouldBe(JsonValueKind.Null);
        group.GetProperty("rmst").GetProperty("value").GetDouble().ShouldBe(16.1165266, 1e-6);
        group.GetProperty("rmst").GetProperty("standard_error").GetDouble().ShouldBe(1.2515602, 1e-6);
        group.GetProperty("survival").EnumerateObject().Select(part => part.Value.GetArrayLength()).Distinct().ShouldHaveSingleItem().ShouldBe(16);
        json.RootElement.GetProperty("log_rank").GetProperty("chi2").GetDouble().ShouldBe(16.792941, 1e-6);
        json.RootElement.GetProperty("log_rank").GetProperty("df").GetInt32().ShouldBe(1);
        var coefficient = json.RootElement.GetProperty("cox").GetProperty("coefficients")[0];
        coefficient.GetProperty("hazard_ratio").GetProperty("value").GetDouble().ShouldBe(4.8168739, 1e-6);
        coefficient.GetProperty("hazard_ratio").GetProperty("low").GetDouble().ShouldBe(2.1465082, 1e-6);
        coefficient.GetProperty("z").GetDouble().ShouldBe(3.81217, 1e-5);
        coefficient.GetProperty("p").GetDouble().ShouldBe(0.00013775, 1e-8);
    }

    [Fact]
    public async Task The_table_shows_every_estimate_with_its_interval_and_says_how_to_read_it()
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["survival", Gehan, "--time", "time", "--event", "event", "--group", "group", "--ties", "breslow"]);

        outcome.ExitCode.ShouldBe(0);
        foreach (var words in new[] { "23 [13, -]", "8 [4, 11]", "4.523 [", "A hazard ratio above 1 decides faster", "censored", "ties by Breslow", "p < 0.001: the groups differ", "no drift is shown" })
        {
            outcome.Output.ShouldContain(words);
        }
    }

    [Fact]
    public async Task Every_problem_of_a_bad_table_is_told_at_once_with_its_place()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("bad.csv"), "days;decided;rule\n-3;1;a\nsoon;1;a\n3;maybe;a\n5;1\n");

        var outcome = await command.RunAsync(["survival", "bad.csv", "--time", "days", "--event", "decided"]);

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.Trim().Split('\n').Select(line => line.Split(": ")[0]).ShouldBe(["bad.csv:2:1", "bad.csv:3:1", "bad.csv:4:3", "bad.csv:5:1", "4 problems; nothing was written."]);
        outcome.Error.ShouldNotContain("   at ");

        var missing = await command.RunAsync(["survival", "bad.csv", "--time", "day", "--event", "decide"]);
        missing.ExitCode.ShouldBe(2);
        missing.Error.ShouldContain("did you mean 'days'?");
        missing.Error.ShouldContain("did you mean 'decided'?");
    }
}
