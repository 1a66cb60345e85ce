using System.Globalization;
using System.Text.Json;

namespace VotingSim.Cli.Tests;

public class PowerCommandTests
{
    // UN Charter Art. 27(3): nine of fifteen with no permanent member against.
    private static readonly string[] Permanent = ["CHN", "FRA", "GBR", "RUS", "USA"];
    private static readonly string Council = "members:\n" + string.Concat(Permanent.Concat(Enumerable.Range(0, 10).Select(seat => $"E{(char)('A' + seat)}X")).Select(code => $"  - {{ code: {code} }}\n"));
    private const string Charter = "rule: charter\nveto: { members: [CHN, FRA, GBR, RUS, USA], rule: { at-least: { count: 9 } } }\n";

    [Fact]
    public async Task The_Security_Council_has_its_published_power()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("council.yaml"), Council);
        await File.WriteAllTextAsync(command.In("charter.yaml"), Charter);

        var outcome = await command.RunAsync(["power", "council.yaml", "charter.yaml", "--format", "json"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        using var json = JsonDocument.Parse(outcome.Output);
        var members = json.RootElement.GetProperty("members").EnumerateArray().ToArray();
        members.Length.ShouldBe(15);
        members[0].GetProperty("code").GetString().ShouldBe("CHN");
        members[0].GetProperty("shapley_shubik").GetDouble().ShouldBe(0.1963, 5e-5);
        members[14].GetProperty("shapley_shubik").GetDouble().ShouldBe(0.00186, 5e-6);
        members[0].GetProperty("coleman_prevent").GetDouble().ShouldBe(1);
        json.RootElement.GetProperty("winning_coalitions").GetInt64().ShouldBe(848);
        json.RootElement.GetProperty("power_to_act").GetDouble().ShouldBe(848 / 32768.0);
        json.RootElement.GetProperty("vetoers").EnumerateArray().Select(code => code.GetString()).ShouldBe(Permanent);
        json.RootElement.GetProperty("dummies").EnumerateArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_table_says_everything_that_a_reader_needs()
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["power", "asean-10", "asean-minus-x"]);

        outcome.ExitCode.ShouldBe(0);
        foreach (var index in new[] { "Banzhaf", "share", "Shapley-Shubik", "prevent", "initiate", "ternary", "Johnston", "Deegan-Packel", "Holler" })
        {
            outcome.Output.Split('\n').Count(line => line.StartsWith($"{index} ", StringComparison.Ordinal)).ShouldBe(1, $"{index} has no reading");
        }

        // All or all but two: 1 + 10 + 45 coalitions of 1024, the last 45 with nobody to spare.
        outcome.Output.ShouldContain("Power to act 0.0547: winning coalitions 56 of 1,024; blocking coalitions 968.");
        outcome.Output.ShouldContain("Minimal winning coalitions, with nobody to spare: 45.");
        outcome.Output.ShouldContain("Veto: nobody. Without any power: nobody.");
    }

    [Fact]
    public async Task A_staged_rule_has_a_table_for_each_rule_in_force_and_json_for_the_one_that_is_chosen()
    {
        using var command = new Command();

        var table = await command.RunAsync(["power", "asean-10", "by-category"]);
        table.Output.ShouldContain("in force for institutional, political, security");
        table.Output.ShouldContain("in force for other matters");
        table.Output.Split('\n').Count(line => line.StartsWith("Power to act 0.", StringComparison.Ordinal)).ShouldBe(2);

        var sequence = await command.RunAsync(["power", "asean-10", "consensus-then-qmv"]);
        sequence.Output.ShouldContain("in force for ballots until day 180");
        sequence.Output.ShouldContain("in force for ballots after day 180");

        var ambiguous = await command.RunAsync(["power", "asean-10", "consensus-then-qmv", "--format", "json"]);
        (ambiguous.ExitCode, ambiguous.Output).ShouldBe((2, ""));
        ambiguous.Error.ShouldContain("ballots until day 180 | ballots after day 180");

        (await PowerToActAsync("consensus-then-qmv", "--day", "180")).ShouldBe(await PowerToActAsync("consensus"));
        (await PowerToActAsync("consensus-then-qmv", "--day", "180.5")).ShouldBe(await PowerToActAsync("asean-qmv"));
        (await PowerToActAsync("by-category", "--category", "security")).ShouldBe(await PowerToActAsync("consensus"));
        (await PowerToActAsync("by-category", "--category", "health")).ShouldBe(await PowerToActAsync("asean-qmv"));

        async Task<double> PowerToActAsync(string rule, params string[] options)
        {
            var outcome = await command.RunAsync(["power", "asean-10", rule, .. options, "--format", "json"]);
            outcome.Error.ShouldBeEmpty();
            using var json = JsonDocument.Parse(outcome.Output);
            return json.RootElement.GetProperty("power_to_act").GetDouble();
        }
    }

    [Fact]
    public async Task Every_field_is_in_the_codebook()
    {
        using var command = new Command();
        var codebook = await File.ReadAllTextAsync(RepositoryRoot.In("docs", "codebook.md"));
        var section = codebook[codebook.IndexOf("## power", StringComparison.Ordinal)..];

        using var json = JsonDocument.Parse((await command.RunAsync(["power", "asean-10", "consensus", "--format", "json"])).Output);
        foreach (var field in Fields(json.RootElement).Distinct())
        {
            section.ShouldContain($"`{field}`");
        }

        static IEnumerable<string> Fields(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Fields(property.Value).Prepend(property.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Fields),
            _ => [],
        };
    }

    [Fact]
    public async Task Every_problem_of_both_files_is_reported_at_once()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("council.yaml"), Council.Replace("code: FRA", "code: CHN", StringComparison.Ordinal).Replace("code: GBR }", "code: GBR, influence: 0 }", StringComparison.Ordinal));
        await File.WriteAllTextAsync(command.In("charter.yaml"), Charter.Replace("at-least", "atleast", StringComparison.Ordinal));

        var outcome = await command.RunAsync(["power", "council.yaml", "charter.yaml"]);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain("council.yaml:3:");
        outcome.Error.ShouldContain("council.yaml:4:");
        outcome.Error.ShouldContain("charter.yaml:2:");
        outcome.Error.ShouldContain("did you mean 'at-least'?");
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_table_that_is_too_large_is_refused_with_the_limit_unless_its_members_are_alike()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(
            command.In("many.yaml"),
            "members:\n" + string.Concat(Enumerable.Range(0, 40).Select(seat => string.Create(CultureInfo.InvariantCulture, $"  - {{ code: {(char)('A' + (seat / 26))}{(char)('A' + (seat % 26))}X, population: {1000 + (seat * seat)} }}\n"))));

        var weighted = await command.RunAsync(["power", "many.yaml", "penrose"]);
        (weighted.ExitCode, weighted.Output).ShouldBe((2, ""));
        weighted.Error.ShouldContain("40 members");
        weighted.Error.ShouldContain("at most 30");
        (await command.RunAsync(["power", "many.yaml", "consensus"])).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("power", "asean-10")]
    [InlineData("power", "asean-1", "consensus")]
    [InlineData("power", "asean-10", "consensu")]
    [InlineData("power", "asean-10", "eu-27")]
    [InlineData("power", "asean-10", "consensus", "--category", "defence")]
    [InlineData("power", "asean-10", "consensus", "--day", "-1")]
    [InlineData("power", "asean-10", "consensus", "--day", "NaN")]
    [InlineData("power", "asean-10", "consensus", "--format", "xml")]
    public async Task Bad_usage_ends_with_two_and_a_message(params string[] arguments)
    {
        using var command = new Command();
        var outcome = await command.RunAsync(arguments);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.Trim().ShouldNotBeEmpty();
        outcome.Error.ShouldNotContain("   at ");
    }
}
