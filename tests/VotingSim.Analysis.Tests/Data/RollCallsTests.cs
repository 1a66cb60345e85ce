using VotingSim.Analysis.Data;
using VotingSim.Configuration;
using VotingSim.Deliberation;

namespace VotingSim.Analysis.Tests.Data;

public sealed class RollCallsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Rows_come_in_any_order_and_ballots_in_either_alphabet()
    {
        var rollCalls = Read("vote,member,ballot\n1,IDN,S\n2,IDN,n\n1,MYS,Y\n3,LAO,\n2,LAO,a\n3,IDN,O\n");

        rollCalls.Members.ShouldBe(["IDN", "MYS", "LAO"]);
        rollCalls.Votes.ShouldBe(["1", "2", "3"]);
        Ballots(rollCalls, 0).ShouldBe([Ballot.Support, Ballot.Support, null]);
        Ballots(rollCalls, 1).ShouldBe([Ballot.Objection, null, Ballot.Abstention]);
        Ballots(rollCalls, 2).ShouldBe([Ballot.Objection, null, null]);
        rollCalls.IndicesOf(0).ShouldBe((1, 1));
        rollCalls.IndicesOf(1).ShouldBe((0.25, 1));
        rollCalls.Summarize(seed: 1).Pairs.Select(pair => (pair.Votes, pair.Agreement.Value)).ShouldBe([(1, 1), (1, 0), (0, double.NaN)]);
    }

    [Fact]
    public void The_summary_does_not_depend_on_the_order_of_rows()
    {
        string[] rows = [.. Enumerable.Range(0, 300).Select(index => $"v{index % 30},m{index / 30},{"SSSOA"[index * index % 7 % 5]}")];
        var summary = Read($"vote,member,ballot\n{string.Join('\n', rows)}").Summarize(seed: 1);
        var shuffled = Read($"vote,member,ballot\n{string.Join('\n', rows.OrderBy(row => row[^1]).ThenByDescending(row => row, StringComparer.Ordinal))}").Summarize(seed: 1);

        (shuffled with { Pairs = [] }).ShouldBe(summary with { Pairs = [] });
        shuffled.Pairs.Select(pair => pair.Agreement.Value).Order().ShouldBe(summary.Pairs.Select(pair => pair.Agreement.Value).Order());
    }

    [Fact]
    public void Every_problem_is_named_at_once_with_its_place()
    {
        Problems("vote,member,ballot\n1,A,S\n1,B,abstain\n1,A,N\n,B,Y\n2,,?\n").ShouldBe(
        [
            "3:5: ballot: 'abstain' is no ballot; expected S, A or O, or Y, A or N, or nothing for absent; other codes with --codes",
            "4:3: member: 'A' has a row for vote '1' already; expected the name of a member, once in each vote",
            "5:1: vote: this cell is empty; expected the name of a vote",
            "6:3: member: this cell is empty; expected the name of a member, once in each vote",
            "6:4: ballot: '?' is no ballot; expected S, A or O, or Y, A or N, or nothing for absent; other codes with --codes",
        ]);
    }

    [Theory]
    [InlineData("vote,membre,ballot\n1,A,S\n", "1:1: there is no column 'member'; did you mean 'membre'?")]
    [InlineData("vote,member,ballot\n1,A,S\n2,A,O\n", "0:0: all rows are of one member, 'A'; expected two or more, to compare")]
    [InlineData("vote,member,ballot\n", "0:0: there is no row with a vote and a member below the header; expected one for each member of each vote")]
    [InlineData("", "1:1: the file cannot be read: the first line is empty; expected a header with the names of the columns")]
    public void A_table_that_cannot_be_compared_is_refused(string text, string problem) => Problems(text).ShouldBe([problem]);

    [Fact]
    public void A_member_that_was_wrong_once_can_still_be_named_twice()
    {
        Problems("vote,member,ballot\n1,A,x\n1,A,S\n1,B,S\n").Length.ShouldBe(2);
    }

    [Fact]
    public void More_members_than_pairs_can_be_held_of_are_refused() =>
        Problems("vote,member,ballot\n" + string.Join('\n', Enumerable.Range(0, 3001).Select(member => $"1,{member},S"))).ShouldBe(["0:0: 3001 members; expected at most 3000"]);

    private static Ballot?[] Ballots(RollCalls rollCalls, int vote) => [.. Enumerable.Range(0, rollCalls.Members.Length).Select(member => rollCalls.BallotOf(vote, member))];

    private RollCalls Read(string text)
    {
        File.WriteAllText(_path, text);
        return RollCalls.Read(_path);
    }

    private string[] Problems(string text) => [.. Should.Throw<ConfigurationException>(() => Read(text)).Problems.Select(problem => $"{problem.Line}:{problem.Column}: {problem.Message}")];
}
