using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Configuration.Import;
using VotingSim.Configuration.Import.Deu;
using VotingSim.Experiments.Plan;
using Case = VotingSim.Configuration.Cases.Case;

namespace VotingSim.Configuration.Tests.Import.Deu;

/// <summary>Tables of decisions, made by hand, into folders of cases that read back.</summary>
public sealed class DeuImportTests : IDisposable
{
    private const string Six = "com 100 90, ep 80, at 40 20, be 40 20, fr 100 50, de 0 80, it 30 60, uk 20 0, es 50";

    private readonly TemporaryFolder _folder = new("deu");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_issue_is_a_case_with_what_the_table_says_of_it()
    {
        var one = Cases(new DeuTableText().With("d00032i4", Six)).ShouldHaveSingleItem();

        (one.Name, one.Title, one.Cluster, one.Class, one.RuleName).ShouldBe(
            ("d00032i4", "café: issue d00032i4", "d00032", "codecision", "council-62-of-87"));
        one.Terms.Roster.Members.Select(member => member.Code).ShouldBe(["AUT", "BEL", "FRA", "DEU", "ITA", "GBR"]); // Spain has no salience
        one.Terms.Crisis.Stances.Select(stance => (stance.Position[0], stance.Salience[0])).ShouldBe([(40, 20), (40, 20), (100, 50), (0, 80), (30, 60), (20, 0)]);
        one.Terms.Crisis.ExternalPowers.Select(power => (power.Name, power.Position[0], power.DraftWeight, power.Affinity.Max())).ShouldBe(
            [("European Commission", 100, 1, 0), ("European Parliament", 80, 1, 0)]);
        one.Terms.Crisis.ExternalPowers[0].Salience.ShouldBe([90]);
        one.Terms.Crisis.ExternalPowers[1].Salience.ShouldBeEmpty();
        one.StatusQuo.ShouldBe([0]);
        (one.Record.Opened, one.Record.Ended, one.Record.Days).ShouldBe((new DateOnly(2000, 1, 26), new DateOnly(2001, 5, 30), 490));
        (one.Record.Ending, one.Record.Grade, one.Record.Against.IsDefault).ShouldBe((RecordedEnding.Adopted, "B", true));
        one.Record.Outcome.ShouldBe([50]);
        one.Record.Source.ShouldContain("10.34810/data53");
    }

    [Fact]
    public void What_is_not_known_is_left_out_and_the_rest_stays()
    {
        var cases = Cases(new DeuTableText()
            .With("d00032i1", Six, rp: "", intro: "00-01-00")
            .With("d00032i2", Six, outcome: "")
            .With("d00032i3", "fr 100 50, de 0 80, it 30 60, uk 20 0, es 50")
            .With("d00032i4", Six, proc: "AVC")
            .With("d00032i5", Six, vote: "Simple"), out var made);

        var one = cases.ShouldHaveSingleItem();
        (one.Name, one.Record.Opened, one.Record.Ended, one.Record.Days).ShouldBe(("d00032i1", null, new DateOnly(2001, 5, 30), null));
        one.StatusQuo.ShouldBe([null]);
        made.Report.Take(8).ShouldBe(
        [
            "1 issue of 1 proposal is a case; both days are known of 0.",
            "Left out: 1 with a procedure that is neither COD nor CNS.",
            "Left out: 1 with a vote that is none of QMV, QMV(10) and Unan.",
            "Left out: 1 with fewer than 5 members with a position and a salience.",
            "Left out: 1 with no outcome.",
            "Repaired: 1 day whose day and year had changed places.",
            "Not used: 1 day in doubt.",
            "proposal  column  written     read        state     reason",
        ]);
    }

    [Fact]
    public void Days_are_held_against_one_another_and_all_that_were_not_simply_read_are_listed()
    {
        var cases = Cases(new DeuTableText()
            .With("d00032i1", Six)
            .With("d00032i2", Six)
            .With("n99001i1", Six, intro: "10-03-99", finact: "09-03-99")
            .With("n99002i1", Six, intro: "10-03-99", finact: "11-03-09")
            .With("n99003i1", Six, intro: "10-03-99", finact: "10-04-01")
            .With("n99003i2", Six, intro: "10-03-1999", finact: "11-04-01")
            .With("n99004i1", Six, intro: "10-03-02", finact: "999")
            .With("a-1i1", Six, intro: "10-03-02", finact: "10-03-2003"), out var made);

        cases.Select(one => one.Record.Days).ShouldBe([365, 490, 490, null, null, null, null, null]);
        cases.Select(one => one.Name).ShouldBe(["a-1i1", "d00032i1", "d00032i2", "n99001i1", "n99002i1", "n99003i1", "n99003i2", "n99004i1"]);
        cases[5].Record.Opened.ShouldBe(new DateOnly(1999, 3, 10));
        made.Files.Single(file => file.File == "dates.csv").Text.Split('\n').ShouldBe(
        [
            "proposal,column,written,read,state,reason,issues",
            "d00032,finact,1930-05-01,2001-05-30,repaired,day and year changed places,2",
            "n99001,intro,10-03-99,,doubtful,adopted before it was introduced,1",
            "n99001,finact,09-03-99,,doubtful,adopted before it was introduced,1",
            "n99002,intro,10-03-99,,doubtful,more than ten years from introduction to adoption,1",
            "n99002,finact,11-03-09,,doubtful,more than ten years from introduction to adoption,1",
            "n99003,finact,10-04-01,,doubtful,issues of this proposal give different days,1",
            "n99003,finact,11-04-01,,doubtful,issues of this proposal give different days,1",
            "n99004,intro,10-03-02,,doubtful,the proposal is numbered as of 99,1",
            "n99004,finact,999,,missing,not given,1",
            "",
        ]);
    }

    [Theory]
    [InlineData("30-04-04", "QMV", 15, "council-62-of-87", 15)]
    [InlineData("30-04-04", "QMV(10)", 15, "council-62-of-87-own-initiative", 15)]
    [InlineData("01-05-04", "QMV", 25, "council-88-of-124", 25)]
    [InlineData("01-11-04", "QMV", 25, "council-232-of-321", 25)]
    [InlineData("31-12-06", "QMV(10)", 25, "council-232-of-321-own-initiative", 25)]
    [InlineData("01-01-07", "QMV", 27, "council-255-of-345", 27)]
    [InlineData("31-10-14", "QMV", 28, "council-260-of-352", 28)]
    [InlineData("01-11-14", "QMV", 28, "council-55-65", 28)]
    [InlineData("01-11-14", "QMV(10)", 28, "council-55-65-own-initiative", 28)]
    [InlineData("01-11-14", "Unan", 28, "council-unanimity", 28)]
    [InlineData("30-04-04", "QMV", 25, "council-88-of-124", 25)] // never before all that took a position were members
    [InlineData("01-01-07", "QMV", 15, "council-255-of-345", 27)]
    public void Members_and_rule_are_those_of_the_day_of_adoption(string finact, string vote, int positioned, string rule, int members)
    {
        var intro = $"01-01-{finact[^2..]}";
        var one = Cases(new DeuTableText().With($"d{finact[^2..]}032i1", DeuTableText.All(positioned), vote: vote, intro: intro, finact: finact), out var made).ShouldHaveSingleItem();

        one.RuleName.ShouldBe(rule);
        one.Terms.Roster.Size.ShouldBe(positioned);
        made.Files.Select(file => file.File).ShouldBe([$"d{finact[^2..]}032i1.yaml", $"members.eu-{members}.yaml", $"rule.{rule}.yaml", "dates.csv", "README.md"]);
        RosterReader.Read(_folder.In("cases", $"members.eu-{members}.yaml")).Size.ShouldBe(members);
    }

    [Theory]
    [InlineData("", "26-01-00", "council-62-of-87")]
    [InlineData("", "26-01-04", "council-232-of-321")] // a year later
    [InlineData("", "999", "council-62-of-87")]
    public void Without_a_day_of_adoption_it_is_that_of_a_year_after_introduction(string finact, string intro, string rule) =>
        Cases(new DeuTableText().With("x1i1", Six, intro: intro, finact: finact)).ShouldHaveSingleItem().RuleName.ShouldBe(rule);

    // 62 of 87 votes; without Germany and France there are 67, of which that is 47.7.
    [Theory]
    [InlineData("", "at be dk fi fr de el ie it lu", 55, false)]
    [InlineData("", "fr de it uk es be el dk", 61, false)]
    [InlineData("", "fr de it uk es be el at", 62, true)]
    [InlineData("fr de", "it uk es be el nl at", 47, false)]
    [InlineData("fr de", "it uk es be el nl pt", 48, true)]
    public void A_qualified_majority_of_the_fifteen_is_62_of_87_or_as_much_of_those_that_are_there(string absent, string supporters, int votes, bool isAdopted)
    {
        var present = DeuTableText.All(15).Split(", ").Where(view => !absent.Split(' ').Contains(view.Split(' ')[0]));
        var one = Cases(new DeuTableText().With("d00032i1", string.Join(", ", present))).ShouldHaveSingleItem();

        var states = supporters.Split(' ').Select(label => DeuStates.Of(label)!).ToArray();
        states.Sum(state => state.Votes).ShouldBe(votes);
        IsAdopted(one, [.. states.Select(state => state.Code)]).ShouldBe(isAdopted);
    }

    [Fact]
    public void Ten_of_fifteen_have_to_agree_where_the_Commission_proposed_nothing()
    {
        var one = Cases(new DeuTableText().With("d00032i1", DeuTableText.All(15), vote: "QMV(10)")).ShouldHaveSingleItem();

        IsAdopted(one, ["FRA", "DEU", "ITA", "GBR", "ESP", "BEL", "GRC", "NLD", "PRT"]).ShouldBeFalse();
        IsAdopted(one, ["FRA", "DEU", "ITA", "GBR", "ESP", "BEL", "GRC", "NLD", "PRT", "LUX"]).ShouldBeTrue();
    }

    [Fact]
    public void Votes_add_up_to_what_the_treaties_say()
    {
        DeuTreaty.All.Where(treaty => treaty.Quota > 0).Select(treaty => (treaty.Members, treaty.Quota, treaty.Total)).ShouldBe(
            [(15, 62, 87), (25, 88, 124), (25, 232, 321), (27, 255, 345), (28, 260, 352)]);
        DeuTreaty.All.ShouldAllBe(treaty => DeuStates.Among(treaty.Members).Length == treaty.Members);
    }

    [Fact]
    public void Everything_that_is_written_is_sound_and_the_same_again()
    {
        var table = new DeuTableText().With("d00032i1", Six).With("d07001i1", DeuTableText.All(27), "CNS", "Unan", "01-02-07", "01-02-08");
        Cases(table, out var made);
        foreach (var file in made.Files.Where(file => file.File.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            ConfigurationFile.Validate(_folder.In("cases", file.File)).ShouldBeEmpty(file.File);
        }

        DeuImport.Read(_folder.In("table.tsv"), 2.5).Files.Select(file => file.Text).ShouldNotBe(made.Files.Select(file => file.Text));
        DeuImport.Read(_folder.In("table.tsv"), DeuImport.OneVoice).Files.ShouldBe(made.Files);
        made.Name.ShouldBe("table");
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_table_is_said_with_its_place()
    {
        new DeuTableText().With("d00032i1", "fr 101 50, de much 80").With("d00032i1", Six).With("d00032i2", Six, rp: "-1").With("\u0001i3", Six).Write(_folder.In("t.tsv"));
        Problems().ShouldBe(
        [
            "t.tsv:3:75: pfr: this is '101'; expected a number from 0 to 100, or nothing",
            "t.tsv:3:79: pde: this is 'much'; expected a number from 0 to 100, or nothing",
            "t.tsv:4:17: isnr: 'd00032i1' has a row already; expected a number of its own for every issue",
            "t.tsv:5:177: rp: this is '-1'; expected a number from 0 to 100, or nothing",
            "t.tsv:6:12: isnr: this is no name; expected a number of its own for every issue",
        ]);

        File.WriteAllText(_folder.In("t.tsv"), "prnr\tisnr\tproc\tcounvte\tintro\tfinactt\trp\tout\tpcom\tscom\n");
        Problems().ShouldBe(
        [
            "t.tsv:1:1: there is no column 'finact'; did you mean 'finactt'?",
            "t.tsv: no column is the position of a member state; expected columns such as pfr and sfr",
        ]);

        new DeuTableText().With("d00032i1", "fr 1 50").Write(_folder.In("t.tsv"));
        Problems().ShouldBe(
            ["t.tsv: no issue can be a case. Left out: 1 with fewer than 5 members with a position and a salience."]);

        string[] Problems() => [.. Should.Throw<ConfigurationException>(() => DeuImport.Read(_folder.In("t.tsv"), 1)).Problems
            .Select(problem => problem.ToString().Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }

    private static bool IsAdopted(Case one, string[] supporters)
    {
        var roster = one.Terms.Roster;
        return PlainRule.Suffices(one.Terms.Rule, roster, seat => supporters.Contains(roster.Members[seat].Code));
    }

    private ImmutableArray<Case> Cases(DeuTableText table) => Cases(table, out _);

    private ImmutableArray<Case> Cases(DeuTableText table, out ImportedFolder made)
    {
        table.Write(_folder.In("table.tsv"));
        made = DeuImport.Read(_folder.In("table.tsv"), DeuImport.OneVoice);
        Directory.CreateDirectory(_folder.In("cases"));
        foreach (var (file, text) in made.Files)
        {
            File.WriteAllText(_folder.In("cases", file), text);
        }

        return CaseReader.Read([_folder.In("cases")]);
    }
}
