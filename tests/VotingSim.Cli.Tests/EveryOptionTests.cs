using VotingSim.Cli.CommandLine;

namespace VotingSim.Cli.Tests;

/// <summary>Every option and argument of every command, found in the settings themselves: an unset variable of a shell or a slip of the keyboard
/// is refused in a sentence that names the option, before anything is done.</summary>
public class EveryOptionTests
{
    private static readonly string[] NoNumbers = ["garbage", "nan", "1e400", "--", "0x10", "1,5", "1__0", "0.5.5"];

    public static TheoryData<string> Commands() => [.. CommandShape.All.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_empty_value_is_refused_by_name(string name)
    {
        var shape = Shape(name);
        foreach (var option in shape.Parameters.Where(parameter => !parameter.Names.IsEmpty && !parameter.IsFlag))
        {
            foreach (var spelling in option.Names)
            {
                ShouldRefuse([.. name.Split(' '), spelling, ""], option.Name);
                ShouldRefuse([.. name.Split(' '), spelling, "  "], option.Name);
                ShouldRefuse([.. name.Split(' '), $"{spelling}="], option.Name);
                ShouldRefuse([.. name.Split(' '), spelling], option.Name).ShouldContain("has no value; expected");
            }
        }

        var arguments = shape.Parameters.Where(parameter => parameter.Names.IsEmpty).ToArray();
        for (var index = 0; index < arguments.Length; index++)
        {
            ShouldRefuse([.. name.Split(' '), .. Enumerable.Repeat("x", index), ""], arguments[index].Name);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void What_is_no_number_and_no_word_of_the_list_is_refused_with_what_is_expected_and_an_example(string name)
    {
        foreach (var option in Shape(name).Parameters.Where(parameter => !parameter.Names.IsEmpty && !parameter.IsFlag && parameter.Type != typeof(string)))
        {
            foreach (var garbage in NoNumbers)
            {
                ShouldRefuse([.. name.Split(' '), $"{option.Name}={garbage}"], option.Name).ShouldContain($"e.g. {option.Name} ");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_slip_in_an_option_is_answered_with_the_nearest_once(string name)
    {
        foreach (var option in Shape(name).Parameters.Where(parameter => parameter.Name.Length > 6 && !parameter.Names.IsEmpty))
        {
            var slip = option.Name[..4] + option.Name[5..];
            ShouldRefuse([.. name.Split(' '), slip, "x"], slip).Split("did you mean").Length.ShouldBe(2, slip);
        }

        ShouldRefuse([.. name.Split(' '), "--nothing-like-it"], "--nothing-like-it").ShouldContain($"votingsim {name} --help");
        ShouldRefuse([.. name.Split(' '), "-q"], "-q");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Flags_take_no_value_and_what_is_needed_is_said(string name)
    {
        var shape = Shape(name);
        foreach (var flag in shape.Parameters.Where(parameter => parameter.IsFlag))
        {
            ShouldRefuse([.. name.Split(' '), $"{flag.Name}=maybe"], flag.Name);
        }

        if (shape.Parameters.FirstOrDefault(parameter => parameter.IsRequired) is { } needed)
        {
            ShouldRefuse([.. name.Split(' ')], needed.Name);
        }

        if (!shape.Parameters.Any(parameter => parameter.Names.IsEmpty && parameter.IsMany))
        {
            var arguments = shape.Parameters.Count(parameter => parameter.Names.IsEmpty);
            ShouldRefuse([.. name.Split(' '), .. Enumerable.Repeat("x", arguments), "surplus"], "surplus");
        }
    }

    [Theory]
    [InlineData("rum", "'run'")]
    [InlineData("cohesoin", "'cohesion'")]
    [InlineData("clustr", "'cluster'")]
    [InlineData("cluster inti", "'init'")]
    [InlineData("xyzzy", "expected one of")]
    [InlineData("--out", "Expected a command")]
    public void An_unknown_command_is_answered_with_the_nearest(string line, string expected)
    {
        var error = ShouldRefuse(line.Split(' '), line.Split(' ')[^1]);
        error.ShouldContain(expected);
        error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public void A_seed_says_what_it_may_be()
    {
        ShouldRefuse(["run", "x", "--seed", "-1"], "--seed").Trim()
            .ShouldBe("--seed is '-1'; expected a whole number from 0 to 18446744073709551615, e.g. --seed 42.");
        ShouldRefuse(["run", "x", "--seed", "1.5"], "--seed");
        ShouldRefuse(["run", "x", "--seed", "18446744073709551616"], "--seed");
        ShouldRefuse(["run", "x", "--format", "jsn"], "--format").ShouldContain("did you mean 'json'?");
    }

    [Theory]
    [InlineData("10000", "10000")]
    [InlineData("10_000", "10000")]
    [InlineData("1e4", "10000")]
    [InlineData("1.5e3", "1500")]
    [InlineData("+7", "7")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("1.5", null)]
    [InlineData("1e-2", null)]
    [InlineData("1e99", null)]
    [InlineData("1_", null)]
    [InlineData("１", null)]
    [InlineData("10000000000000000000000000000001e0", null)]
    public void Whole_numbers_may_be_written_in_several_ways_and_are_never_rounded(string text, string? number) =>
        $"{WholeNumber.Parse(text)}".ShouldBe(number ?? "");

    [Fact]
    public void The_help_names_the_commands_by_their_classes()
    {
        foreach (var shape in CommandShape.All)
        {
            var outcome = CommandHere.Run([.. shape.Name.Split(' '), "--help"]);
            (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
            foreach (var option in shape.Parameters.Where(parameter => !parameter.Names.IsEmpty))
            {
                outcome.Output.ShouldContain(option.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_text_that_makes_no_sense_is_refused_with_nothing_written(string name)
    {
        using var folder = new TemporaryFolder("garbage");
        await File.WriteAllTextAsync(folder.In("data.csv"), "days,decided,rule\n3,1,a\n5,0,b\n9,1,a\n12,1,b\n");
        await File.WriteAllTextAsync(folder.In("ballots.csv"), "vote,member,ballot\n1,A,S\n1,B,O\n2,A,S\n2,B,S\n");
        string[] sound = name switch
        {
            "survival" => ["survival", folder.In("data.csv"), "--time", "days", "--event", "decided"],
            "cohesion" => ["cohesion", folder.In("ballots.csv")],
            "power" => ["power", "asean-10", "asean-qmv"],
            "run" => ["run", "myanmar-consensus-or-qmv", "--replications", "1", "--out", folder.In("out")],
            _ => [.. name.Split(' ')],
        };

        // A folder and a file to write may have any name.
        foreach (var option in Shape(name).Parameters.Where(parameter =>
            !parameter.Names.IsEmpty && parameter.Type == typeof(string) && parameter.ValueName is not ("DIR" or "PATH")))
        {
            var outcome = CommandHere.Run([.. sound, option.Name, "☠ garbage"]);
            var said = $"{name} {option.Name}: {outcome.Error}";
            outcome.ExitCode.ShouldBe(2, said);
            (outcome.Error.Contains("garbage", StringComparison.Ordinal) || outcome.Error.Contains(option.Name, StringComparison.Ordinal)
                || outcome.Error.Contains(" needs ", StringComparison.Ordinal)).ShouldBeTrue(said);
            outcome.Error.ShouldNotContain("   at ", Case.Sensitive, said);
            outcome.Output.ShouldBeEmpty(said);
            Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(2, said);
        }
    }

    private static CommandShape Shape(string name) => CommandShape.Find(name.Split(' ')).ShouldNotBeNull(name);

    private static string ShouldRefuse(string[] words, string named)
    {
        var before = Directory.EnumerateFileSystemEntries(".").Count();
        var outcome = CommandHere.Run(words);
        var line = string.Join(' ', words);
        outcome.ExitCode.ShouldBe(2, $"{line}: {outcome.Error}");
        outcome.Error.ShouldContain(named, Case.Sensitive, line);
        outcome.Error.ShouldNotContain("   at ", Case.Sensitive, line);
        outcome.Output.ShouldBeEmpty(line);
        Directory.EnumerateFileSystemEntries(".").Count().ShouldBe(before, line);
        return outcome.Error;
    }
}
