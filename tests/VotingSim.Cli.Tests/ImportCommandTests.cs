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

    private const string Decisions =
        "prnr\tisnr\tproc\tcounvte\tintro\tfinact\tpcom\tpat\tpbe\tpfr\tpde\tpit\tscom\tsat\tsbe\tsfr\tsde\tsit\trp\tout\n"
        + "d00001\td00001i1\tCOD\tQMV\t26-01-00\t1930-05-01\t50\t0\t10\t20\t30\t40\t50\t20\t30\t50\t60\t70\t0\t50\n"
        + "d00001\td00001i2\tCOD\tQMV\t26-01-00\t1930-05-01\t50\t\t10\t20\t30\t40\t50\t20\t30\t50\t60\t70\t0\t50\n";

    [Fact]
    public async Task A_table_of_decisions_becomes_a_folder_of_cases_that_validate_and_can_be_run()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("eu.tsv"), Decisions);

        var outcome = await command.RunAsync(["import", "deu", "eu.tsv", "--voices", "2"]);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Output.Trim().ShouldEndWith("eu: 1 case");
        outcome.Error.ShouldBe("""
            1 issue of 1 proposal is a case; both days are known of 1.
            Left out: 1 with fewer than 5 members with a position and a salience.
            Repaired: 1 day whose day and year had changed places.
            proposal  column  written     read        state     reason
            d00001    finact  1930-05-01  2001-05-30  repaired  day and year changed places

            """);
        string[] files = ["d00001i1.yaml", "members.eu-15.yaml", "rule.council-62-of-87.yaml"];
        Directory.GetFiles(command.In("eu")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["README.md", "d00001i1.yaml", "dates.csv", .. files[1..]]);
        (await command.RunAsync(["validate", .. files.Select(file => Path.Combine("eu", file))])).ShouldBe(new Outcome(0, "3 files: no problem\n", ""));
        (await File.ReadAllTextAsync(command.In("eu", "d00001i1.yaml"))).ShouldContain("draft-weight: 2");

        await File.WriteAllTextAsync(command.In("e.yaml"), "experiment: e\nmembers: eu/members.eu-15.yaml\ncrises: [eu/d00001i1.yaml]\nrules: [consensus]\n");
        (await command.RunAsync(["validate", "e.yaml"])).Error.ShouldContain("no stance for DNK");

        (await command.RunAsync(["import", "deu", "eu.tsv"])).Error.ShouldContain("is not empty; expected another --out, or --overwrite.");
        (await command.RunAsync(["import", "deu", "eu.tsv", "--overwrite"])).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("--scale is of tables of actors; of deu are --out, --overwrite and --voices.", "import", "deu", "s.csv", "--scale", "1..10")]
    [InlineData("--voices is of deu; expected it behind deu and a file", "import", "s.csv", "--voices", "1")]
    [InlineData("--voices is -1; expected a number from 0 to 1000000.", "import", "deu", "s.csv", "--voices", "-1")]
    [InlineData("there is no column 'prnr'", "import", "deu", "s.csv")]
    [InlineData("there is no such file; did you mean 's.csv'?", "import", "deu", "t.csv")]
    public async Task What_is_wrong_with_a_table_of_decisions_is_said_and_nothing_is_written(string message, params string[] arguments)
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("s.csv"), Scenario);

        var outcome = await command.RunAsync(arguments);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldNotContain("   at ");
        Directory.GetFileSystemEntries(command.Folder).ShouldHaveSingleItem();
    }
}
