using System.Diagnostics;
using System.Text.RegularExpressions;

namespace VotingSim.Cli.Tests;

/// <summary>Twenty-odd broken files, as a user meets them: exit code 2, place and remedy, no stack trace, nothing written, within seconds.</summary>
public class BadInputTests
{
    private const string Sound = """
        experiment: sound
        replications: 10
        members: members.yaml
        crises: [crisis.yaml]
        rules: [consensus, rule.yaml]
        deliberation: { ballot-noise: 0.04 }
        """;

    private const string Members = """
        members:
          - { code: AAA, population: 1 }
          - { code: BBB, population: 2, influence: 1 }
        """;

    private const string Crisis = """
        crisis: flood
        category: environment
        issues: [ { name: aid, low: none, high: all, status-quo: 10 } ]
        stances:
          AAA: { position: [20], salience: [50] }
          BBB: { position: [80], salience: [50] }
        """;

    private const string Rule = """
        rule: half
        weight: population
        at-least: 0.5
        """;

    public static TheoryData<string, string, string, string, string> Broken() => new()
    {
        // what, file, text, replacement, what the message must say
        { "misspelt key", "experiment.yaml", "ballot-noise", "ballot-nois", "experiment.yaml:6:17: .*did you mean 'ballot-noise'" },
        { "wrong type", "experiment.yaml", "replications: 10", "replications: many", "experiment.yaml:2:15: .*whole number" },
        { "value out of range", "experiment.yaml", "0.04", "-1", "experiment.yaml:6:31: .*0" },
        { "no members", "experiment.yaml", "members: members.yaml\n", "", "experiment.yaml:.*members" },
        { "missing file", "experiment.yaml", "crisis.yaml", "crises.yaml", "experiment.yaml:4:10: .*crisis.yaml" },
        { "unknown rule", "experiment.yaml", "[consensus,", "[consensu,", "experiment.yaml:5:9: .*consensus" },
        { "tabs", "experiment.yaml", "deliberation: { ballot-noise: 0.04 }", "deliberation:\n\tballot-noise: 0.04", "experiment.yaml:7:.*tab" },
        { "truncated", "experiment.yaml", "{ ballot-noise: 0.04 }", "{ ballot-noise: 0.", "experiment.yaml:6:" },
        { "unknown sweep path", "experiment.yaml", "experiment: sound", "experiment: sound\nsweep: { grid: { deliberation.noise: [1] } }", "experiment.yaml:2:.*deliberation" },
        { "position of 120", "crisis.yaml", "[80]", "[120]", "crisis.yaml:6:.*100" },
        { "two positions for one issue", "crisis.yaml", "[80]", "[80, 20]", "crisis.yaml:6:.*1" },
        { "unknown member in a stance", "crisis.yaml", "BBB:", "BBC:", "crisis.yaml:6:3: .*BBB" },
        { "category without a name", "crisis.yaml", "environment", "'-'", "crisis.yaml:2:11: .*expected a name" },
        { "not a number", "crisis.yaml", "status-quo: 10", "status-quo: .nan", "crisis.yaml:3:.*status-quo" },
        { "negative influence", "members.yaml", "influence: 1", "influence: -1", "members.yaml:3:.*influence" },
        { "empty member list", "members.yaml", Members, "members: []", "members.yaml:1:" },
        { "65 members", "members.yaml", Members, "members:\n" + string.Concat(Enumerable.Range(0, 65).Select(i => $"- {{ code: {(char)('A' + (i / 26))}{(char)('A' + (i % 26))}X }}\n")), "members.yaml:.*64" },
        { "duplicate codes", "members.yaml", "BBB", "AAA", "members.yaml:3:.*AAA" },
        { "duplicate key", "members.yaml", "code: AAA", "code: AAA, code: CCC", "members.yaml:2:" },
        { "quota above one", "rule.yaml", "0.5", "1.5", "rule.yaml:3:11: .*1" },
        { "two forms in a rule", "rule.yaml", "at-least: 0.5", "consensus: true\nunanimity: true", "rule.yaml:" },
        { "a rule that refers to itself", "rule.yaml", "weight: population\nat-least: 0.5", "all-of: [rule.yaml]", "rule.yaml:2:.*rule.yaml" },
        { "deep nesting", "rule.yaml", "0.5", new string('[', 5000), "rule.yaml:3:.*64" },
        { "alias bomb", "rule.yaml", Rule, "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghi".Select(c => $"{c}: &{c} [*{(char)(c - 1)},*{(char)(c - 1)},*{(char)(c - 1)},*{(char)(c - 1)},*{(char)(c - 1)},*{(char)(c - 1)},*{(char)(c - 1)}]\n")), "rule.yaml:.*100,?000" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_file_ends_with_two_its_place_and_the_remedy(string what, string file, string text, string replacement, string expected)
    {
        using var command = new Command();
        await WriteAsync(command);
        var sound = (await File.ReadAllTextAsync(command.In("in", file))).Replace("\r", "", StringComparison.Ordinal);
        sound.ShouldContain(text);
        await File.WriteAllTextAsync(command.In("in", file), sound.Replace(text.Trim(), replacement.TrimEnd(), StringComparison.Ordinal));

        await ShouldRefuseAsync(command, expected, what);
    }

    [Fact]
    public async Task A_file_of_200_megabytes_is_not_even_read()
    {
        using var command = new Command();
        await WriteAsync(command);
        await using (var stream = File.OpenWrite(command.In("in", "members.yaml")))
        {
            stream.SetLength(200_000_000);
        }

        await ShouldRefuseAsync(command, "members.yaml.*MB", "200 MB");
    }

    [Fact]
    public async Task All_problems_of_all_files_are_reported_at_once()
    {
        using var command = new Command();
        await WriteAsync(command);
        foreach (var (file, text, replacement) in new[] { ("members.yaml", "influence: 1", "influence: 0"), ("crisis.yaml", "[80]", "[120]"), ("rule.yaml", "0.5", "5"), ("experiment.yaml", "0.04", "x") })
        {
            await File.WriteAllTextAsync(command.In("in", file), (await File.ReadAllTextAsync(command.In("in", file))).Replace(text, replacement, StringComparison.Ordinal));
        }

        var outcome = await command.RunAsync(["run", "in/experiment.yaml"]);

        outcome.ExitCode.ShouldBe(2);
        foreach (var file in new[] { "members.yaml:3:", "crisis.yaml:6:", "rule.yaml:3:", "experiment.yaml:6:" })
        {
            outcome.Error.ShouldContain(file);
        }

        outcome.Error.ShouldContain("4 problems; nothing was written.");
    }

    [Fact]
    public async Task The_files_are_sound_where_nothing_is_broken()
    {
        using var command = new Command();
        await WriteAsync(command);

        (await command.RunAsync(["run", "in/experiment.yaml", "--out", "out"])).ShouldSatisfyAllConditions(outcome => outcome.Error.ShouldBeEmpty(), outcome => outcome.ExitCode.ShouldBe(0));
    }

    private static async Task ShouldRefuseAsync(Command command, string expected, string what)
    {
        var clock = Stopwatch.StartNew();
        var outcome = await command.RunAsync(["run", "in/experiment.yaml"]);

        outcome.ExitCode.ShouldBe(2, what);
        Regex.IsMatch(outcome.Error, expected, RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBeTrue($"{what}: {outcome.Error}");
        outcome.Error.ShouldNotContain("   at ");
        outcome.Output.ShouldBeEmpty();
        Directory.Exists(command.In("results")).ShouldBeFalse();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "seconds, even on a busy machine");
    }

    private static async Task WriteAsync(Command command)
    {
        Directory.CreateDirectory(command.In("in"));
        foreach (var (file, text) in new[] { ("experiment.yaml", Sound), ("members.yaml", Members), ("crisis.yaml", Crisis), ("rule.yaml", Rule) })
        {
            await File.WriteAllTextAsync(command.In("in", file), text);
        }
    }
}
