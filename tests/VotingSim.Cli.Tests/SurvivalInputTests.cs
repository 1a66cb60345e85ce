using System.Text.Json;

namespace VotingSim.Cli.Tests;

/// <summary>What people's tables of durations look like.</summary>
public sealed class SurvivalInputTests : IDisposable
{
    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Theory]
    [InlineData("1", "0", "")]
    [InlineData("2", "1", "")] // R
    [InlineData("1.0", "0.0", "")] // pandas, after a missing value
    [InlineData("2.0", "1.0", "")]
    [InlineData("TRUE", "FALSE", "")]
    [InlineData("True", "False", "")]
    [InlineData("yes", "No", "")]
    [InlineData("adopted", "pending", "adopted=1,pending=0")]
    [InlineData("0", "1", "0=1,1=0")]
    public async Task Events_are_read_as_they_are_written(string yes, string no, string codes)
    {
        await File.WriteAllTextAsync(_command.In("d.csv"), $"days,end\n3,{yes}\n5,{no}\n8,{yes}\n9,{yes}\n");

        var json = await JsonAsync(["--time", "days", "--event", "end", .. codes.Length == 0 ? Array.Empty<string>() : ["--event-codes", codes]]);

        (json.GetProperty("groups")[0].GetProperty("n").GetInt32(), json.GetProperty("groups")[0].GetProperty("events").GetInt32()).ShouldBe((4, 3));
    }

    [Theory]
    [InlineData("days,end\n3,0\n4,1\n5,2\n", "says 0 as well as 2; say with --event-codes")]
    [InlineData("days,end\n3,maybe\n", "'maybe' is no event code; expected 1, true or yes")]
    [InlineData("days,end\n3,NA\n", "'NA' is a missing value (--drop-missing leaves such rows out)")]
    [InlineData("days,end\n3,3\n", "'3' is no event code")]
    public async Task What_an_event_code_means_is_not_guessed(string text, string expected) => (await ErrorAsync(text, "--time", "days", "--event", "end")).ShouldContain(expected);

    [Fact]
    public async Task Rows_with_missing_values_are_left_out_where_that_is_asked_for_and_counted()
    {
        const string Text = "days,end,size,rule,note\n3,1,5,a,NA\n5,0,NA,a,\n,1,4,b,\n8,1,2,b,x\n9,NaN,1,a,x\n7,1,1,,x\n4,0,2,b,.\n";
        await File.WriteAllTextAsync(_command.In("d.csv"), Text);

        var json = await JsonAsync(["--time", "days", "--event", "end", "--covariate", "size", "--group", "rule", "--drop-missing"]);

        (json.GetProperty("rows").GetInt32(), json.GetProperty("left_out").GetInt32()).ShouldBe((3, 4));
        (await ErrorAsync(Text, "--time", "days", "--event", "end", "--covariate", "size", "--group", "rule")).ShouldContain("4 problems");
        var table = await _command.RunAsync(["survival", "d.csv", "--time", "days", "--event", "end", "--covariate", "size", "--group", "rule", "--drop-missing"]);
        table.Output.ShouldContain("4 more with a missing value were left out");
    }

    [Fact]
    public async Task All_censored_is_a_curve_at_1()
    {
        await File.WriteAllTextAsync(_command.In("d.csv"), "days,end,rule\n3,0,a\n5,0,b\n8,0,b\n");

        var json = await JsonAsync(["--time", "days", "--event", "end", "--group", "rule"]);

        json.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("survival").GetProperty("survival").EnumerateArray()).Select(value => value.GetDouble()).Distinct().ShouldBe([1]);
        json.GetProperty("groups")[0].GetProperty("rmst").GetProperty("value").GetDouble().ShouldBe(3);
        json.GetProperty("log_rank").GetProperty("chi2").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("cox").GetProperty("status").GetString().ShouldBe("no_information");
        (await _command.RunAsync(["survival", "d.csv", "--time", "days", "--event", "end", "--group", "rule"])).Output.ShouldContain("the share undecided stays at 1");
    }

    [Fact]
    public async Task Fifty_states_are_fifty_groups_and_three_hundred_have_no_model()
    {
        await File.WriteAllLinesAsync(_command.In("d.csv"), Rows(50));
        (await JsonAsync(["--time", "days", "--event", "end", "--group", "state"])).GetProperty("cox").GetProperty("coefficients").GetArrayLength().ShouldBe(49);

        await File.WriteAllLinesAsync(_command.In("d.csv"), Rows(300));
        var json = await JsonAsync(["--time", "days", "--event", "end", "--group", "state"]);
        json.GetProperty("log_rank").GetProperty("df").GetInt32().ShouldBe(299);
        json.GetProperty("cox").ValueKind.ShouldBe(JsonValueKind.Null);

        static IEnumerable<string> Rows(int states) => Enumerable.Range(0, 4 * states).Select(index => $"{1 + (index * 7 % 90)},{(index % 3 == 0 ? 0 : 1)},s{index % states}").Prepend("days,end,state");
    }

    [Theory]
    [InlineData("0.0003", "0.0004", "half by", "0.0003")]
    [InlineData("0.00000012", "0.0000005", "half by", "1.2e-7")]
    [InlineData("1e308", "1.5e308", "half by", "1e+308")]
    [InlineData("86400.4", "90000", "half by", "86400")]
    public async Task Times_of_any_size_can_be_read(string first, string second, string heading, string expected)
    {
        await File.WriteAllTextAsync(_command.In("d.csv"), $"days,end\n{first},1\n{first},1\n{second},0\n");

        var outcome = await _command.RunAsync(["survival", "d.csv", "--time", "days", "--event", "end"]);

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain(heading);
        outcome.Output.ShouldContain($"{expected} [{expected}, -]");
        outcome.Output.Split('\n').Max(line => line.Length).ShouldBeLessThan(200);
    }

    [Fact]
    public async Task A_semicolon_table_may_have_decimal_commas_and_headers_of_another_case()
    {
        await File.WriteAllTextAsync(_command.In("d.csv"), "Days;End\n1,5;1\n2,25;1\n4;0\n");

        var json = await JsonAsync(["--time", "days", "--event", "end"]);

        json.GetProperty("groups")[0].GetProperty("survival").GetProperty("days").EnumerateArray().Select(day => day.GetDouble()).ShouldBe([1.5, 2.25, 4]);
        (await ErrorAsync("days,end\n\"1,5\",1\n", "--time", "days", "--event", "end")).ShouldContain("'1,5' is not a number with a decimal point");
        (await ErrorAsync("days;end\n1.000,5;1\n", "--time", "days", "--event", "end")).ShouldContain("1.000,5");
    }

    [Theory]
    [InlineData("3,1,1", "is not before the end of the row", "--entry", "late")]
    [InlineData("3,1,5", "'5' is not before the end of the row", "--entry", "late")]
    [InlineData("3,1,-1", "'-1' is negative", "--entry", "late")]
    [InlineData("3,1,0.5", "'0.5' is no number of rows", "--weights", "late")]
    [InlineData("3,1,2", "has no '3'", "--covariate", "late", "--baseline", "late=3")]
    [InlineData("3,1,2", "no covariate of the model", "--time-interaction", "late")]
    [InlineData("0,1,2", "something happened at time 0", "--covariate", "late", "--time-interaction", "late")]
    [InlineData("3,1,2", "'2' is of no column", "--baseline", "2")]
    public async Task A_table_that_does_not_fit_its_options_is_refused_with_the_reason(string row, string expected, params string[] options)
    {
        row = row == "3,1,1" ? "1,1,1" : row;
        (await ErrorAsync($"days,end,late\n{row}\n9,1,0\n7,0,1\n", ["--time", "days", "--event", "end", .. options])).ShouldContain(expected);
    }

    [Fact]
    public async Task Spells_that_overlap_count_somebody_twice_and_are_refused() =>
        (await ErrorAsync("days,end,late,who\n5,0,0,x\n9,1,4,x\n7,1,0,y\n", "--time", "days", "--event", "end", "--entry", "late", "--id", "who")).ShouldContain("two rows of 'x' overlap, (0, 5] and (4, 9]");

    [Theory]
    [InlineData("1987-07-01", "1987-07-31", 30)]
    [InlineData("1987-07-01 12:00", "1987-07-02 00:00:00", 0.5)]
    [InlineData("01.07.1987", "31.07.1987", 30)]
    [InlineData("1987/7/1", "1988-07-01T00:00:00Z", 366)]
    public async Task Dates_are_counted_in_days(string start, string end, double days)
    {
        await File.WriteAllTextAsync(_command.In("d.csv"), $"from,to,end\n{start},{end},1\n");
        (await JsonAsync(["--start", "from", "--end", "to", "--event", "end"])).GetProperty("groups")[0].GetProperty("median").GetProperty("value").GetDouble().ShouldBe(days, 1e-9);
    }

    [Theory]
    [InlineData("3/4/1987,1988-01-01", "'3/4/1987' is no date; expected a date such as 1987-07-01")]
    [InlineData("1988-01-01,1987-01-01", "is before the start, 1988-01-01")]
    [InlineData("3,1987-01-01", "'3' is a number, for which there are --entry and --time")]
    public async Task A_date_that_could_be_two_is_none(string row, string expected) => (await ErrorAsync($"from,to,end\n{row},1\n", "--start", "from", "--end", "to", "--event", "end")).ShouldContain(expected);

    [Theory]
    [InlineData("Expected --time with a column of times, or --start and --end", "--event", "end")]
    [InlineData("Expected --time with a column of times, or --start and --end", "--event", "end", "--time", "days", "--start", "days")]
    [InlineData("--event-codes is 'x'", "--event", "end", "--time", "days", "--event-codes", "x")]
    [InlineData("--time-interaction is 'a=3,2'", "--event", "end", "--time", "days", "--time-interaction", "a=3,2")]
    [InlineData("--plot is 'x.pdf'; expected a file that ends in .svg or .png", "--event", "end", "--time", "days", "--plot", "x.pdf")]
    [InlineData("--group is given twice; expected once, it takes one value", "--event", "end", "--time", "days", "--group", "a", "--group=b")]
    public async Task Options_that_make_no_sense_are_refused(string expected, params string[] options) => (await ErrorAsync("days,end\n3,1\n", options)).ShouldContain(expected);

    [Theory]
    [InlineData("power", "asean-10", "asean-qmv", "--day", "3", "--day", "4")]
    [InlineData("cohesion", "d.csv", "--seed", "1", "--seed", "2")]
    [InlineData("compare", "a", "b", "--format", "json", "--format", "table")]
    public async Task An_option_of_one_value_that_is_given_twice_is_refused_by_every_command(params string[] arguments)
    {
        var outcome = await _command.RunAsync(arguments);
        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain("is given twice; expected once");
    }

    [Theory]
    [InlineData("curve.svg", "<svg")]
    [InlineData("curve.PNG", "PNG")]
    public async Task The_curves_are_drawn(string file, string beginning)
    {
        await File.WriteAllTextAsync(_command.In("d.csv"), "days,end,rule\n3,1,qmv\n5,1,unanimity\n8,0,qmv\n9,1,unanimity\n");

        await JsonAsync(["--time", "days", "--event", "end", "--group", "rule", "--plot", file]);

        var bytes = await File.ReadAllBytesAsync(_command.In(file));
        System.Text.Encoding.Latin1.GetString(bytes)[..200].ShouldContain(beginning);
        if (file.EndsWith("svg", StringComparison.Ordinal))
        {
            var svg = System.Text.Encoding.UTF8.GetString(bytes);
            svg.ShouldContain("unanimity");
            svg.ShouldContain("Times by which half have decided: qmv 5.5; unanimity 7");
        }
    }

    private async Task<JsonElement> JsonAsync(string[] options)
    {
        var outcome = await _command.RunAsync(["survival", "d.csv", .. options, "--format", "json"]);
        (outcome.Error, outcome.ExitCode).ShouldBe(("", 0));
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private async Task<string> ErrorAsync(string text, params string[] options)
    {
        await File.WriteAllTextAsync(_command.In("d.csv"), text);
        var outcome = await _command.RunAsync(["survival", "d.csv", .. options]);
        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldNotContain("   at ");
        return outcome.Error;
    }
}
