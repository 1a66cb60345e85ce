namespace VotingSim.Experiments.Tests.Plan;

/// <summary>What is sound but hardly meant so: it is said, and the experiment runs.</summary>
public sealed class RemarkTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("at-least: { count: 4 }", "rule.yaml:2:11: warning: at-least: nothing is ever adopted: it takes 4 (members), and all together are 3")]
    [InlineData("more-than: 1", "rule.yaml:2:12: warning: more-than: nothing is ever adopted: it takes 4 (members), and all together are 3")]
    [InlineData("weight: population\nmore-than: { count: 60 }", "rule.yaml:3:12: warning: more-than: nothing is ever adopted: it takes 61 (population), and all together are 60")]
    [InlineData("at-least: 0", "rule.yaml:2:11: warning: at-least: whatever one member supports is adopted, against all others")]
    [InlineData("consensus-minus: 2", "rule.yaml:2:18: warning: consensus-minus: whatever one member supports is adopted, against all others")]
    [InlineData("at-least: 0.9\nblocking-minority: 3", "rule.yaml:2:11: warning: at-least: whatever one member supports is adopted, against all others")]
    [InlineData("any-of: [consensus, { at-least: { count: 4 } }]", "rule.yaml:2:33: warning: any-of[1].at-least: nothing is ever adopted: it takes 4 (members), and all together are 3")]
    [InlineData("by-category: { fishery: consensus, otherwise: unanimity }", "rule.yaml:2:16: warning: by-category.fishery: no crisis of this experiment is of the category 'fishery', so that this rule decides nothing")]
    public void A_rule_that_never_or_always_adopts_is_remarked_on(string form, string warning)
    {
        _folder.Write("rule.yaml", $"rule: most-people\n{form}");

        _folder.Problems().ShouldBe([warning]);
        _folder.Read().Warnings.ShouldHaveSingleItem().IsWarning.ShouldBeTrue();
    }

    [Theory]
    [InlineData("more-than: 1", "rule.yaml:2:12: warning: more-than: nothing is ever adopted: nobody has more than the whole")]
    [InlineData("at-least: 0", "rule.yaml:2:11: warning: at-least: whatever one member supports is adopted, against all others")]
    [InlineData("by-category: { helth: consensus, otherwise: unanimity }", "rule.yaml:2:16: warning: by-category.helth: no crisis that ships is of the category 'helth'; did you mean 'health'?")]
    public void A_rule_alone_is_remarked_on_where_that_holds_of_every_table(string form, string warning)
    {
        _folder.Write("rule.yaml", $"rule: most-people\n{form}");

        _folder.Problems("rule.yaml").ShouldBe([warning]);
    }

    [Theory]
    [InlineData("at-least: 1")]
    [InlineData("more-than: 0.99")]
    [InlineData("consensus-minus: 1")]
    [InlineData("at-least: 1/3")]
    public void A_rule_that_some_adopt_and_some_do_not_is_not(string form)
    {
        _folder.Write("rule.yaml", $"rule: most-people\n{form}");

        _folder.Problems().ShouldBe(form == "at-least: 1/3" ? ["rule.yaml:2:11: warning: at-least: whatever one member supports is adopted, against all others"] : []);
    }

    [Fact]
    public void A_category_is_any_word_that_a_crisis_uses()
    {
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace("category: economic", "category: ประมง", StringComparison.Ordinal));
        _folder.Write("rule.yaml", "rule: most-people\nby-category: { ประมง: unanimity, otherwise: consensus }");

        _folder.Problems().ShouldBeEmpty();
        _folder.Read().Arms[1].Terms.Rule.InForce("ประมง", 0).ShouldBe(new VotingSim.Rules.Unanimity());
    }

    [Fact]
    public void A_category_that_a_rule_nearly_lists_is_remarked_on()
    {
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace("category: economic", "category: economical", StringComparison.Ordinal));
        _folder.Write("rule.yaml", "rule: most-people\nby-category: { economic: unanimity, otherwise: consensus }");

        _folder.Problems().ShouldBe(["crisis.yaml:2:11: warning: category: no rule of this experiment lists the category 'economical'; did you mean 'economic'?"]);
    }

    [Fact]
    public void A_missing_status_quo_is_the_farther_end_and_a_warning()
    {
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace(", status-quo: 10", "", StringComparison.Ordinal));
        _folder.Problems().ShouldHaveSingleItem().ShouldStartWith("crisis.yaml:4:13: warning: issues[0].name: the status quo of this issue is not given, and 0 is taken for it");
        _folder.Read().Arms[0].Terms.Crisis.Issues[0].StatusQuo.ShouldBe(0); // positions are 30, 50 and 90
        _folder.Read("crisis.status-quo=70").Arms[0].Terms.Crisis.Issues[0].StatusQuo.ShouldBe(70);
    }
}
