using System.Text.Json;

namespace VotingSim.Cli.Tests;

/// <summary>Campaigns by the real command.</summary>
public class CampaignCommandTests
{
    private static readonly string Decade = RepositoryRoot.Experiment("asean-2015-2025");

    private const string TwoRules = "campaign.institutions=[{ name: consensus, rule: consensus }, { name: asean-qmv, rule: asean-qmv }]";

    [Fact]
    public async Task A_decade_runs_answers_in_a_sentence_and_replays_any_matter_of_any_replication()
    {
        using var command = new Command();
        var run = await command.RunAsync(["run", Decade, "--replications", "20", "--out", "out", "--csv", "--set", TwoRules]);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("Over 10 years, compared with Consensus, Qualified majority decides");
        run.Output.ShouldContain("Report: out");

        var lines = await File.ReadAllLinesAsync(command.In("out", "runs.csv"));
        var header = lines[0].Split(',');
        foreach (var line in new[] { lines[1], lines[90], lines[^1] })
        {
            var row = header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
            string[] replay = ["replay", "out", "--arm", row["arm"], "--replication", row["replication"]];
            var outcome = await command.RunAsync([.. replay, "--matter", row["matter"], "--format", "json"]);

            outcome.Error.ShouldBeEmpty();
            using var document = JsonDocument.Parse(outcome.Output);
            foreach (var (name, value) in row)
            {
                Text(document.RootElement.GetProperty("row").GetProperty(name)).ShouldBe(value, name);
            }

            var rounds = document.RootElement.GetProperty("rounds").EnumerateArray().ToArray();
            rounds.Length.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(row["rounds"]);
        }

        var matters = await command.RunAsync(["replay", "out", "--arm", "campaign.consensus", "--replication", "3"]);
        matters.Output.ShouldContain("south-china-sea");
        matters.Output.ShouldContain("--matter");

        static string Text(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetRawText(),
            _ => value.GetString()!,
        };
    }

    [Fact]
    public async Task The_three_questions_of_a_reviewer_are_each_one_setting()
    {
        using var command = new Command();
        var asIs = await MeasuresAsync(command, "as-is");
        var nobodyMinds = await MeasuresAsync(command, "nobody-minds", "campaign.memory.outvoted=0");
        var always = await MeasuresAsync(command, "always", "campaign.compliance.always=true");
        var ahead = await MeasuresAsync(command, "ahead", "campaign.minilateral.of=willing");

        nobodyMinds("asean-qmv", "goodwill_min").ShouldBeGreaterThan(asIs("asean-qmv", "goodwill_min"));
        always("asean-qmv", "carried_out").ShouldBe(1);
        asIs("asean-qmv", "carried_out").ShouldBeLessThan(1);
        asIs("consensus", "minilateral_per_year").ShouldBe(0);
        ahead("consensus", "minilateral_per_year").ShouldBeGreaterThan(0.1);
        ahead("consensus", "centrality").ShouldBeLessThan(asIs("consensus", "centrality"));
    }

    [Fact]
    public async Task What_knows_nothing_of_campaigns_says_so()
    {
        using var command = new Command();
        (await command.RunAsync(["run", Decade, "--replications", "2", "--out", "out"])).ExitCode.ShouldBe(0);

        foreach (var arguments in new string[][] { ["report", "out", "--tables", "csv"], ["compare", "out", "out"] })
        {
            var outcome = await command.RunAsync(arguments);
            (outcome.ExitCode, outcome.Error.Contains("is of campaigns", StringComparison.Ordinal)).ShouldBe((2, true), outcome.Error);
        }

        var arm = "campaign.consensus";
        var beyond = await command.RunAsync(["replay", "out", "--arm", arm, "--replication", "0", "--matter", "500"]);
        (beyond.ExitCode, beyond.Error.Contains("There is no matter 500; expected 0 to ", StringComparison.Ordinal)).ShouldBe((2, true), beyond.Error);
        (await command.RunAsync(["replay", "out", "--arm", arm, "--replication", "0", "--format", "json"])).ExitCode.ShouldBe(2);
        (await command.RunAsync(["run", Decade, "--replications", "2", "--out", "traced", "--traces", "1"])).ExitCode.ShouldBe(2);
        Directory.Exists(command.In("traced")).ShouldBeFalse();
        (await command.RunAsync(["export", "out", "--to", "csv", "--out", "rows.csv"])).ExitCode.ShouldBe(0);
        (await File.ReadAllLinesAsync(command.In("rows.csv")))[0].ShouldContain("opened_day");
        (await File.ReadAllLinesAsync(command.In("rows-years.csv")))[0].ShouldContain("goodwill_IDN");

        // The report that the run wrote, made again elsewhere.
        (await command.RunAsync(["report", "out", "--out", "again"])).ExitCode.ShouldBe(0);
        (await File.ReadAllBytesAsync(command.In("again", "report.html"))).ShouldBe(await File.ReadAllBytesAsync(command.In("out", "report.html")));
    }

    private static async Task<Func<string, string, double>> MeasuresAsync(Command command, string folder, params string[] settings)
    {
        var outcome = await command.RunAsync(
            ["run", Decade, "--replications", "60", "--no-report", "--set", TwoRules, "--out", folder, "--format", "json", .. settings.SelectMany(setting => new[] { "--set", setting })]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        var document = JsonDocument.Parse(outcome.Output);
        return (rule, measure) => document.RootElement.GetProperty("arms").EnumerateArray().Single(arm => arm.GetProperty("rule").GetString() == rule)
            .GetProperty("measures").GetProperty(measure).GetProperty("mean").GetDouble();
    }
}
