namespace VotingSim.Experiments.Tests.Plan;

/// <summary>Texts that would do more than name, and names that files could not tell apart.</summary>
public sealed class WrittenNameTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("experiment.yaml", "experiment: small", "experiment: \"small\\e[31m\"", "experiment.yaml:1:13: experiment: the text has the control character U+001B; expected a text without")]
    [InlineData("crisis.yaml", "low: nothing", "low: \"no\\u202Ething\"", "crisis.yaml:4:26: issues[0].low: the text has the control character U+202E; expected a text without")]
    [InlineData("crisis.yaml", "category: economic", "category: economic\nquestion: \"a\\bb\"", "crisis.yaml:3:11: question: the text has the control character U+0008; expected a text without")]
    [InlineData("members.yaml", "{ budget: 30 }", "{ \"bud\\u0007get\": 30 }", "members.yaml:2:49: members[0].orientation.bud?get: the key is no name; expected a name of up to 80 characters with a letter or a digit in it, e.g. myanmar-2021")]
    [InlineData("members.yaml", "code: CCC", "code: \"C\\u0000C\"", "members.yaml:4:13: members[2].code: the text has the control character U+0000; expected a text without")]
    public void Control_characters_are_refused_wherever_they_stand(string file, string sound, string broken, string problem)
    {
        _folder.Write(file, File.ReadAllText(_folder.PathOf(file)).Replace(sound, broken, StringComparison.Ordinal));
        _folder.Problems().ShouldContain(problem);
        _folder.Problems(file).ShouldContain(problem);
    }

    [Fact]
    public void A_question_may_have_several_lines()
    {
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace("category: economic", "category: economic\nquestion: |\n  One line,\n  and another?\ntitle: >\n  A title", StringComparison.Ordinal));
        _folder.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("experiment.yaml", "[consensus, rule.yaml]", "[consensus, { rule: Consensus!, unanimity: true }]", "experiment.yaml:6:20: rules[1]: two rules of this experiment are named 'consensus' and 'Consensus!', and files and columns would call both 'consensus'; expected names that differ in their letters or digits")]
    [InlineData("experiment.yaml", "[crisis.yaml]", "[crisis.yaml, other.yaml]", "experiment.yaml:5:23: crises[1]: two issues of this experiment are named 'budget' and 'Budget', and files and columns would call both 'budget'; expected names that differ in their letters or digits")]
    [InlineData("crisis.yaml", "status-quo: 10 }", "status-quo: 10 }\n  - { name: Budget., low: a, high: b, status-quo: 1 }", "crisis.yaml:5:13: issues[1].name: two issues are named 'budget' and 'Budget.', and files and columns would call both 'budget'; expected names that differ in their letters or digits")]
    [InlineData("crisis.yaml", "category: economic", "category: economic\nexternal-powers: [ { name: X, position: [1] }, { name: Y, code: X, position: [1] } ]", "crisis.yaml:3:65: external-powers[1].code: two external powers are named 'X'; expected different names")]
    public void Names_that_files_could_not_tell_apart_are_refused(string file, string sound, string broken, string problem)
    {
        _folder.Write("other.yaml", ConfigurationFolder.Crisis.Replace("small-crisis", "other", StringComparison.Ordinal).Replace("name: budget", "name: Budget, dimension: budget", StringComparison.Ordinal));
        _folder.Write(file, File.ReadAllText(_folder.PathOf(file)).Replace(sound, broken, StringComparison.Ordinal));
        _folder.Problems().ShouldContain(problem);
    }
}
