using System.Globalization;
using System.Text.Json;

namespace VotingSim.Cli.Tests;

/// <summary>Roll calls as they are published; <c>R/rollcalls.csv</c> was made by hand, <c>R/cohesion.R</c> wrote the numbers.</summary>
public sealed class CohesionLayoutTests : IDisposable
{
    private static readonly string Assembly = RepositoryRoot.In("tests", "VotingSim.Cli.Tests", "R", "rollcalls.csv");
    private static readonly string[] Columns = ["--vote", "rcid", "--member", "ccode", "--ballot", "vote", "--codes", "un"];
    private static readonly Dictionary<string, double[]> Expected = File.ReadAllLines(RepositoryRoot.In("tests", "VotingSim.Cli.Tests", "R", "cohesion-expected.txt"))
        .Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..].Select(word => word == "NA" ? double.NaN : double.Parse(word, CultureInfo.InvariantCulture)).ToArray());

    private readonly Command _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task The_General_Assembly_as_Voeten_codes_it_and_ASEAN_within_it_year_by_year()
    {
        Compare("all", await JsonAsync([Assembly, .. Columns]));
        var asean = await JsonAsync([Assembly, .. Columns, "--members", "BRN,IDN,MYS,VNM", "--by", "YEAR"]);
        Compare("asean", asean);
        asean.GetProperty("members").EnumerateArray().Select(member => member.GetString()).ShouldBe(["BRN", "IDN", "MYS", "VNM"]);
        asean.GetProperty("by").GetString().ShouldBe("YEAR");
        var parts = asean.GetProperty("parts").EnumerateArray().ToArray();
        parts.Select(part => (part.GetProperty("part").GetString(), part.GetProperty("vote_count").GetInt32())).ShouldBe([("1983", 4), ("1990", 4), ("2001", 4)]);
        foreach (var part in parts)
        {
            Compare($"asean.{part.GetProperty("part").GetString()}", part);
        }
    }

    [Fact]
    public async Task A_shipped_group_is_found_by_code_or_name_and_those_that_are_not_there_do_not_count()
    {
        var byCode = await JsonAsync([Assembly, .. Columns, "--members", "asean-10"]);
        byCode.GetProperty("members").GetArrayLength().ShouldBe(4);
        var byName = await JsonAsync([Assembly, "--vote", "rcid", "--member", "country", "--ballot", "vote", "--codes", "un", "--members", "asean-10"]);
        byName.GetProperty("members").EnumerateArray().Select(member => member.GetString()).ShouldContain("Indonesia");
        (await ErrorAsync(Assembly, [.. Columns, "--members", "BRN,IND,MYS"])).ShouldContain("there is no member 'IND'; did you mean 'IDN'?");
    }

    [Theory]
    [InlineData("vote,member,ballot\n1,A,yes\n1,B,NO\n2,A,abstain\n2,B,NA\n", "--codes", "words")]
    [InlineData("rollnumber,icpsr,cast_code\n1,A,1\n1,B,6\n2,A,7\n2,B,9\n", "--codes", "voteview", "--vote", "rollnumber", "--member", "icpsr", "--ballot", "cast_code")]
    [InlineData("rollnumber,icpsr,cast_code\n1,A,1.0\n1,B,5.0\n2,A,8\n2,B,0\n", "--codes", "voteview", "--vote", "rollnumber", "--member", "icpsr", "--ballot", "cast_code")]
    [InlineData("Vote;Member;BALLOT\n1;A;S\n1;B;O\n2;A;A\n2;B;\n")]
    [InlineData("vote,member,ballot\n1,A,+\n1,B,-\n2,A,0\n2,B,x\n", "--codes", "+=S,-=O,0=A,x=")]
    [InlineData("vote,A,B\n1,S,O\n2,A,NA\n", "--wide", "--vote", "vote")]
    [InlineData("who,1,2\nA,Y,A\nB,N,\n", "--wide", "--member", "who")]
    [InlineData("vote,title,A,B\n1,x,S,O\n2,y,A,\n", "--wide", "--vote", "vote", "--members", "A,B")]
    [InlineData("chamber,number,member,ballot\nS,1,A,S\nS,1,B,O\nH,1,A,A\nH,1,B,.\n", "--vote", "chamber", "--vote", "number")]
    public async Task Layouts_and_codes_of_all_kinds_are_the_same_votes(string text, params string[] options)
    {
        await File.WriteAllTextAsync(_command.In("b.csv"), text);

        var json = await JsonAsync(["b.csv", .. options]);

        json.GetProperty("members").EnumerateArray().Select(member => member.GetString()).ShouldBe(["A", "B"]);
        json.GetProperty("complete_votes").GetInt32().ShouldBe(1);
        json.GetProperty("votes").EnumerateArray().Select(vote => vote.GetProperty("agreement_index").GetDouble()).ShouldBe([0.25, 1]);
    }

    [Theory]
    [InlineData("vote,member,ballot,year\n1,A,S,1990\n1,B,S,1991\n", "'1991' here and '1990' before for vote '1'", "--by", "year")]
    [InlineData("vote,member,ballot\n1,A,7\n1,B,1\n", "'7' is no ballot; expected '1' or '2' or '3' or '8' or '9', as --codes says", "--codes", "un")]
    [InlineData("vote,title,A,B\n1,x,S,O\n", "title: 'x' is no ballot", "--wide", "--vote", "vote")]
    [InlineData("vote,member,ballot\n", "--codes is 'x'; expected un, voteview or words", "--codes", "x")]
    [InlineData("vote,member,ballot\n", "--wide goes with either --vote", "--wide")]
    [InlineData("vote,member,ballot\n", "--plot draws the agreement over --by", "--plot", "a.svg")]
    [InlineData("vote,member,ballot\n", "--by is given twice", "--by", "a", "--by", "b")]
    [InlineData("vote,member,ballot\n1,X,S\n1,Y,S\n", "none of the --members is in the table", "--members", "asean-10")]
    public async Task What_does_not_fit_is_refused_with_the_reason(string text, string expected, params string[] options)
    {
        await File.WriteAllTextAsync(_command.In("b.csv"), text);
        (await ErrorAsync("b.csv", options)).ShouldContain(expected);
    }

    [Fact]
    public async Task Bounded_measures_have_bounded_intervals()
    {
        await File.WriteAllTextAsync(_command.In("b.csv"), "vote,member,ballot\n1,A,S\n1,B,S\n2,A,S\n2,B,O\n");
        var json = await JsonAsync(["b.csv"]);
        foreach (var name in new[] { "mean_agreement_index_interval", "mean_rice_index_interval" })
        {
            json.GetProperty(name).GetProperty("low").GetDouble().ShouldBeInRange(0, 0.5);
            json.GetProperty(name).GetProperty("high").GetDouble().ShouldBeInRange(0.5, 1);
        }
    }

    [Fact]
    public async Task The_table_has_a_row_for_each_part_and_the_figure_a_curve_over_them()
    {
        var outcome = await _command.RunAsync(["cohesion", Assembly, .. Columns, "--by", "issue", "--plot", "by.svg"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        foreach (var issue in new[] { "arms", "trade", "rights" })
        {
            outcome.Output.ShouldContain(issue);
        }

        (await File.ReadAllTextAsync(_command.In("by.svg"))).ShouldContain("Mean agreement index and mean Rice index by issue");
        (await _command.RunAsync(["cohesion", Assembly, .. Columns, "--by", "year", "--plot", "by.png"])).ExitCode.ShouldBe(0);
        new FileInfo(_command.In("by.png")).Length.ShouldBeGreaterThan(5000);
    }

    private static void Compare(string name, JsonElement json)
    {
        foreach (var (field, key) in new[] { ("mean_agreement_index", "agreement"), ("mean_rice_index", "rice") })
        {
            var limits = json.GetProperty($"{field}_interval");
            double[] all = [Number(json.GetProperty(field)), Number(limits.GetProperty("low")), Number(limits.GetProperty("high"))];
            all.ShouldBe(Expected[$"{name}.{key}"], 1e-6);
        }

        json.GetProperty("unanimous_share").GetDouble().ShouldBe(Expected[$"{name}.unanimous"][0], 1e-12);
        json.GetProperty("krippendorff_alpha").GetDouble().ShouldBe(Expected[$"{name}.alpha"][0], 1e-12);
    }

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();

    private async Task<JsonElement> JsonAsync(string[] arguments)
    {
        var outcome = await _command.RunAsync(["cohesion", .. arguments, "--format", "json"]);
        (outcome.Error, outcome.ExitCode).ShouldBe(("", 0));
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private async Task<string> ErrorAsync(string file, params string[] options)
    {
        var outcome = await _command.RunAsync(["cohesion", file, .. options]);
        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldNotContain("   at ");
        return outcome.Error;
    }
}
