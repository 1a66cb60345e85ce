using VotingSim.Configuration.Cases;
using VotingSim.Rules;

namespace VotingSim.Configuration.Tests.Cases;

public sealed class CaseReaderTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_case_has_what_its_files_say()
    {
        var one = _folder.Read();

        (one.Name, one.Title, one.Cluster, one.Class, one.RuleName).ShouldBe(("quota", "quota", "fish 2001", "fishery", "weighed"));
        one.StatusQuo.ShouldBe([20, null]);
        one.Terms.Crisis.Stances.SelectMany(stance => stance.Position).ShouldBe([10, 20, 30, 40, 70, 90, 90, 95]);
        var power = one.Terms.Crisis.ExternalPowers.ShouldHaveSingleItem();
        power.Salience.ShouldBe([35, 45]);
        (one.Record.Opened, one.Record.Ended, one.Record.Days).ShouldBe((new DateOnly(2001, 3, 15), new DateOnly(2002, 5, 30), 441));
        (one.Record.Ending, one.Record.IsDecided, one.Record.Grade, one.Record.Error).ShouldBe((RecordedEnding.Vote, true, "B", 10));
        one.Record.Outcome.ShouldBe([40, 60]);
        one.Record.Against.ShouldBe(["DD"]);
    }

    [Fact]
    public void What_a_record_leaves_out_is_not_known()
    {
        _folder.Write("case.yaml", $"{CaseFolder.Crisis}\n  members: members.yaml\n  rule: consensus\n  ending: failed");
        var record = _folder.Read().Record;

        (record.Opened, record.Ended, record.Days, record.IsDecided).ShouldBe((null, null, null, false));
        (record.Outcome.IsEmpty, record.Against.IsDefault, record.Grade, record.Error, record.IsBlind).ShouldBe((true, true, "C", 15, false));
        _folder.Break("opened: 2001-03-15", "opened: 2002-05-30");
        _folder.Read().Record.Days.ShouldBe(0.5);
    }

    [Fact]
    public void Who_is_absent_is_left_out_of_table_stances_and_weights()
    {
        _folder.Write("rule.yaml", "rule: weighed\nall-of:\n  - { weight: { AA: 4, BB: 2, CC: 2, DD: 1 }, at-least: 6/9 }\n  - { veto: { members: [AA, CC], rule: consensus } }");
        _folder.Break("  rule:", "  absent: [AA, CC]\n  rule:");
        var one = _folder.Read();

        one.Terms.Roster.Members.Select(member => member.Code).ShouldBe(["BB", "DD"]);
        one.Terms.Crisis.Stances.Select(stance => stance.Position[0]).ShouldBe([30, 90]);
        one.Parts.Rule.ToJsonString().ShouldBe(
            """{"rule":"weighed","all-of":[{"weight":{"BB":2,"DD":1},"at-least":"2/3","of":"all","blocking-minority":0},{"rule":"consensus","title":"Consensus","consensus":true}]}""");

        // Two of three votes are two thirds of those that are there.
        one.Terms.Rule.ShouldBeOfType<AllOf>().Rules[0].ShouldBeOfType<Criterion>().Quota.IsCount.ShouldBeFalse();
        VotingSim.Experiments.Plan.ConfigurationFile.Validate(_folder.In("case.yaml")).ShouldAllBe(problem => problem.IsWarning);
    }

    [Theory]
    [InlineData(".yaml", false)]
    [InlineData(".yml", false)]
    [InlineData(".json", true)]
    public void Of_a_folder_every_crisis_is_taken_however_it_is_written(string extension, bool isJson)
    {
        var json = PlainYaml.Parse($"{CaseFolder.Crisis.Replace("crisis: quota", "crisis: other", StringComparison.Ordinal)}\n{CaseFolder.Record}")!.ToJsonString();
        _folder.Write($"a{extension}", isJson ? json : $"# a comment\n\"crisis\": \"other\"\n{CaseFolder.Crisis[14..]}\n{CaseFolder.Record}");
        _folder.Write("dates.csv", "crisis: no\n");
        _folder.Write("package.json", "{ \"name\": \"something else\" }");
        _folder.Write("list.json", "[1, 2]");

        CaseReader.Read([_folder.Root]).Select(one => one.Name).ShouldBe(["other", "quota"]);
        CaseReader.Read([_folder.In("case.yaml"), "asean"]).Length.ShouldBe(1 + Shipped.Cases.Count(one => one.Set == "asean"));
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_folder_is_said_at_once()
    {
        _folder.Write("a.yaml", CaseFolder.Crisis[..CaseFolder.Crisis.IndexOf("record:", StringComparison.Ordinal)].Replace("quota", "plain", StringComparison.Ordinal));
        _folder.Write("b.yaml", $"{CaseFolder.Crisis}\n{CaseFolder.Record}".Replace("crisis: quota", "crisi: slip", StringComparison.Ordinal));
        _folder.Write("c.yaml", "crisis: [");
        _folder.Write("d.yaml", $"{CaseFolder.Crisis}\n{CaseFolder.Record}");
        Directory.CreateDirectory(_folder.In("empty"));

        _folder.Refused(_folder.Root, "asaen", _folder.In("cas.yaml"), _folder.In("empty")).ShouldBe(
        [
            "asaen: there is no such file, folder or set of cases; did you mean 'asean'?",
            "cas.yaml: there is no such file, folder or set of cases; did you mean 'case.yaml'?",
            "empty: there is no case in this folder; expected crisis files with a record",
            "a.yaml:1:1: crisis: this crisis has no record; expected one of what really happened",
            "b.yaml:1:1: crisi: unknown key; did you mean 'crisis'?",
            "b.yaml:1:1: crisis: missing; expected a name of up to 80 characters with a letter or a digit in it, e.g. myanmar-2021",
            "c.yaml:1:10: this is not YAML: it ends too early. While parsing a node, did not find expected node content",
            "d.yaml:1:9: crisis: two cases are named 'quota'; expected different names",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("opened: 2001-03-15", "opened: 15 March 2001", "case.yaml:16:11: record.opened: this is the text '15 March 2001'; expected a day as yyyy-mm-dd, e.g. 2021-02-01")]
    [InlineData("opened: 2001-03-15", "opened: 2001-02-29", "case.yaml:16:11: record.opened: this is the text '2001-02-29'; expected a day as yyyy-mm-dd, e.g. 2021-02-01")]
    [InlineData("ended: 2002-05-30", "ended: 2001-03-14", "case.yaml:17:10: record.ended: it ended before it was opened on 2001-03-15; expected that day or a later one")]
    [InlineData("ending: vote", "ending: voted", "case.yaml:18:11: record.ending: this is the text 'voted'; expected one of consent, vote, adopted, failed, open; did you mean 'vote'?")]
    [InlineData("ending: vote", "ending: failed", "case.yaml:19:3: record.outcome: nothing was adopted where the ending is failed; expected no outcome, or another ending")]
    [InlineData("ending: vote", "ending: consent", "case.yaml:20:3: record.against: members stood against it, but the ending is consent; expected vote, or an empty list")]
    [InlineData("against: [DD]", "against: []", "case.yaml:20:3: record.against: nobody is named, but the ending is vote; expected those that stood against it, or no such key")]
    [InlineData("against: [DD]", "against: [D]", "case.yaml:20:13: record.against[0]: no member has the code 'D'; did you mean 'DD'?")]
    [InlineData("against: [DD]", "against: [DD, DD]", "case.yaml:20:17: record.against[1]: two members against it are named 'DD'; expected different names")]
    [InlineData("against: [DD]", "against: [DD]\n  absent: [DD]", "case.yaml:20:13: record.against[0]: DD is absent; expected a member at the table")]
    [InlineData("against: [DD]", "absent: [DE]", "case.yaml:20:12: record.absent[0]: no member has the code 'DE'; did you mean 'DD'?")]
    [InlineData("against: [DD]", "absent: [AA, BB, CC, DD]", "case.yaml:20:11: record.absent: every member is absent; expected at least one at the table")]
    [InlineData("outcome: [40, 60]", "outcome: [40]", "case.yaml:19:12: record.outcome: this list has 1 values; expected 2, one for each issue")]
    [InlineData("outcome: [40, 60]", "outcome: [40, 160]", "case.yaml:19:17: record.outcome[1]: this is 160; expected a number from 0 to 100")]
    [InlineData("members: members.yaml", "members: member.yaml", "case.yaml:14:12: record.members: there is no file 'member.yaml'; did you mean 'members.yaml'?")]
    [InlineData("members: members.yaml", "members: case.yaml", "case.yaml:1:1: this is a file of kind 'crisis'; expected one of kind 'members'")]
    [InlineData("rule: rule.yaml", "rule: consenus", "case.yaml:15:9: record.rule: no rule of the name 'consenus' ships; did you mean 'consensus'? (a file of your own is named by its path, e.g. ./consenus.yaml)")]
    [InlineData("rule: rule.yaml", "rule: eu-nice", "(shipped) configs/rules/eu-nice.yaml:9:13: all-of[0].weight: there is no weight for AA, BB, CC, DD; expected a weight for every member at the table")]
    [InlineData("rule: rule.yaml", "rule:", "case.yaml:15:8: record.rule: nothing is given; expected a shipped name, the path of a file")]
    [InlineData("grade: B", "grade: D", "case.yaml:21:10: record.grade: this is the text 'D'; expected one of A, B, C; did you mean 'A'?")]
    [InlineData("grade: B", "grad: B", "case.yaml:21:3: record.grad: unknown key; did you mean 'grade'?")]
    public void A_broken_record_is_named_with_its_remedy(string part, string by, string problem)
    {
        _folder.Break(part, by);

        _folder.Problems().ShouldContain(problem);
        _folder.Refused(_folder.In("case.yaml")).ShouldContain(problem);
    }

    [Fact]
    public void One_mistake_in_a_record_does_not_hide_another()
    {
        _folder.Break(CaseFolder.Record, CaseFolder.Record
            .Replace("ended: 2002-05-30", "ended: 2001-03-14", StringComparison.Ordinal)
            .Replace("ending: vote", "ending: open", StringComparison.Ordinal)
            .Replace("outcome: [40, 60]", "outcome: [40]", StringComparison.Ordinal)
            .Replace("[DD]", "[XX]", StringComparison.Ordinal)
            .Replace("rule.yaml", "rul.yaml", StringComparison.Ordinal)
            .Replace("grade: B", "grade: E", StringComparison.Ordinal));

        _folder.Problems().ShouldBe(
        [
            "case.yaml:15:9: record.rule: there is no file 'rul.yaml'; did you mean 'rule.yaml'?",
            "case.yaml:17:10: record.ended: it ended before it was opened on 2001-03-15; expected that day or a later one",
            "case.yaml:19:3: record.outcome: nothing was adopted where the ending is open; expected no outcome, or another ending",
            "case.yaml:19:12: record.outcome: this list has 1 values; expected 2, one for each issue",
            "case.yaml:20:3: record.against: members stood against it, but the ending is open; expected vote, or an empty list",
            "case.yaml:20:13: record.against[0]: no member has the code 'XX'; expected one of AA, BB, CC, DD",
            "case.yaml:21:10: record.grade: this is the text 'E'; expected one of A, B, C; did you mean 'A'?",
        ]);
    }
}
