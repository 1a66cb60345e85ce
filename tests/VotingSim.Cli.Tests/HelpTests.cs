namespace VotingSim.Cli.Tests;

public class HelpTests
{
    [Fact]
    public async Task The_help_of_the_program_names_every_command()
    {
        using var command = new Command();

        var outcome = await command.RunAsync(["--help"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        foreach (var name in Names())
        {
            outcome.Output.ShouldContain($"    {name.Data.Split(' ')[0]}");
        }

        // None is without a test below.
        outcome.Output.Split("COMMANDS:")[1].Split('\n').Count(line => line.Length > 5 && line.StartsWith("    ", StringComparison.Ordinal) && char.IsAsciiLetter(line[4]))
            .ShouldBe(Names().Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_command_has_help(string name)
    {
        using var command = new Command();

        var outcome = await command.RunAsync([.. name.Split(' '), "--help"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        outcome.Output.ShouldContain($"votingsim {name}");
        outcome.Output.ShouldNotContain("[[");
        Directory.EnumerateFileSystemEntries(command.Folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run")]
    [InlineData("silo")]
    [InlineData("serve")]
    [InlineData("cluster init")]
    public async Task What_stands_in_brackets_is_shown(string name)
    {
        using var command = new Command();

        var outcome = await command.RunAsync([.. name.Split(' '), "--help"]);

        // The line may be broken anywhere.
        string.Concat(outcome.Output.Where(letter => !char.IsWhiteSpace(letter))).ShouldContain("redis://[user:password@]host:6379");
    }

    public static TheoryData<string> Names() =>
    [
        "run", "validate", "replay", "report", "serve", "export", "cohesion", "power", "compare", "calibrate", "claims", "survival", "score", "silo", "cluster init", "import", "new", "list", "schema",
    ];
}
