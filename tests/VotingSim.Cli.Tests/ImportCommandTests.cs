namespace VotingSim.Cli.Tests;

public class ImportCommandTests
{
    private const string Scenario = """
        Trade talks ,"A scenario, made by hand",4,2,
        Actor,Description,Power,Pstn1,Sal1,Pstn2,Sal2,
        North, A northern state, 102.5, 75.5, 49.5,  6.3,  5.9,
        South, A southern state,  53.4, 82.7, 30.3, 73.5, 21.2,
        East,  An eastern state, 129.6, 12.4, 48.4, 90.8, 13.5,
        West,  A western state,   75.9, 42.5, 20.7, 50.8, 39.2
        """;

    [Fact]
    public async Task What_is_imported_validates_and_runs()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("s.csv"), Scenario);

        var outcome = await command.RunAsync(["import", "ktab", "s.csv", "--take", "issue 1"]);
        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("trade-talks-members.yaml");
        outcome.Output.ShouldContain("trade-talks-crisis.yaml");
        outcome.Error.ShouldBe("The status quo on issue 1 is not known: see status-quo in docs/configuration.md.\n");

        (await command.RunAsync(["import", "ktab", "s.csv"])).Error.ShouldContain("exists already");
        (await command.RunAsync(["import", "ktab", "s.csv", "--overwrite"])).ExitCode.ShouldBe(0);
        foreach (var file in new[] { "trade-talks-members.yaml", "trade-talks-crisis.yaml" })
        {
            (await File.ReadAllTextAsync(command.In(file))).ShouldStartWith("# Imported from s.csv (ktab). A scenario, made by hand\n");
            (await command.RunAsync(["validate", file])).ExitCode.ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_new_experiment_from_a_table_runs_as_it_is_and_says_what_it_takes_for_the_status_quo()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("s.csv"), Scenario);

        (await command.RunAsync(["new", "Talks of 2026", "--from", "s.csv"])).ExitCode.ShouldBe(0);
        var run = await command.RunAsync(["run", "talks-of-2026.yaml", "--replications", "20", "--out", "out", "--no-report"]);

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("warning: issues[0].name: the status quo of this issue is not given, and 0 is taken for it");
        (await File.ReadAllTextAsync(command.In("out", "manifest.json"))).ShouldContain("Talks of 2026");
    }

    [Fact]
    public async Task A_table_may_come_by_standard_input()
    {
        using var command = new Command();

        var outcome = await command.ShellAsync("printf 'actor,position\\nA,1\\nB,9\\n' | votingsim import - --scale 0..10");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.ShouldContain("imported-members.yaml");
        (await File.ReadAllTextAsync(command.In("imported-crisis.yaml"))).ShouldStartWith("# Imported from standard input (actors).\n");
        (await command.RunAsync(["validate", "imported-crisis.yaml"])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_new_experiment_from_a_crisis_that_was_imported_has_its_members()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("s.csv"), Scenario);
        (await command.RunAsync(["import", "ktab", "s.csv"])).ExitCode.ShouldBe(0);

        (await command.RunAsync(["new", "mine", "--from", "trade-talks-crisis.yaml"])).ExitCode.ShouldBe(0);

        (await File.ReadAllTextAsync(command.In("mine.yaml"))).ShouldContain("members: \"trade-talks-members.yaml\"");
        (await command.RunAsync(["validate", "mine.yaml"])).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_new_experiment_from_a_crisis_file_names_it()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("c.yaml"), (await command.RunAsync(["list"])).Output.Length > 0 ? await File.ReadAllTextAsync(RepositoryRoot.In("configs", "crises", "pandemic.yaml")) : "");

        (await command.RunAsync(["new", "mine", "--from", "c.yaml"])).ExitCode.ShouldBe(0);

        (await File.ReadAllTextAsync(command.In("mine.yaml"))).ShouldContain("crises: [\"c.yaml\"]");
        (await command.RunAsync(["validate", "mine.yaml"])).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("did you mean 'exchange'?", "import", "exchang", "s.csv")]
    [InlineData("expected two numbers that differ, e.g. 1..10", "import", "ktab", "s.csv", "--scale", "10")]
    [InlineData("Pstn1: 12.4 is outside the scale 20..100; expected a number on the scale 20..100", "import", "s.csv", "--scale", "20..100")]
    [InlineData("there is no issue 'issue 3'; did you mean 'issue 1'?", "import", "s.csv", "--take", "issue 3", "--take", "issue 1", "--take", "issue 2")]
    [InlineData("there is no such file; did you mean 's.csv'?", "import", "t.csv")]
    [InlineData("there is no column 'Pstn9'; did you mean 'Pstn1'?", "import", "s.csv", "--position", "Pstn9")]
    public async Task What_is_wrong_is_said_and_nothing_is_written(string message, params string[] arguments)
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("s.csv"), Scenario);

        var outcome = await command.RunAsync(arguments);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldNotContain("   at ");
        Directory.GetFiles(command.Folder).ShouldHaveSingleItem();
    }
}
