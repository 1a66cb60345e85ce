using System.Collections.Immutable;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Rules;

/// <summary>Which rule is in force when, and for what.</summary>
public class StagingTests
{
    private static readonly DecisionRule First = new Consensus();
    private static readonly DecisionRule Second = new ConsensusMinus(1);
    private static readonly DecisionRule Third = new Criterion { Quota = Quota.MoreThan(0.5m) };

    [Theory]
    [InlineData(0, true)]
    [InlineData(89.999, true)]
    [InlineData(90, true)] // on the day itself still the first
    [InlineData(90.001, false)]
    [InlineData(1e6, false)]
    public void The_first_rule_of_a_sequence_is_in_force_until_its_day_and_on_it(double day, bool isFirst) =>
        new Sequence(First, 90, Third).InForce("security", day).ShouldBe(isFirst ? First : Third);

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(60, 2)]
    [InlineData(61, 3)]
    public void Sequences_nest_on_either_side(double day, int expected)
    {
        var rule = new[] { First, Second, Third }[expected - 1];

        new Sequence(First, 30, new Sequence(Second, 60, Third)).InForce("security", day).ShouldBe(rule);
        new Sequence(new Sequence(First, 30, Second), 60, Third).InForce("security", day).ShouldBe(rule);
    }

    [Fact]
    public void A_rule_by_category_is_its_own_for_each_and_another_otherwise()
    {
        var rule = ByCategory(("security", First), ("economic", Third), Second);

        rule.InForce("security", 1).ShouldBe(First);
        rule.InForce("economic", 1).ShouldBe(Third);
        rule.InForce("health", 1).ShouldBe(Second);
        rule.InForce("Security", 1).ShouldBe(Second); // categories are names, not words
    }

    [Fact]
    public void Categories_and_sequences_nest_in_one_another()
    {
        var rule = ByCategory(("security", First), ("economic", new Sequence(First, 90, Third)), Second);
        var later = new Sequence(rule, 120, ByCategory(("security", Second), ("economic", Second), Third));

        later.InForce("economic", 90).ShouldBe(First);
        later.InForce("economic", 91).ShouldBe(Third);
        later.InForce("economic", 121).ShouldBe(Second);
        later.InForce("security", 120).ShouldBe(First);
        later.InForce("health", 121).ShouldBe(Third);
    }

    [Fact]
    public void Combinations_hand_the_day_and_the_category_on_to_their_parts()
    {
        var staged = new Sequence(First, 10, Third);
        (string Category, double Day, DecisionRule Rule)[] stages = [("security", 10, First), ("security", 11, Third), ("economic", 10, Second)];
        var part = ByCategory(("economic", Second), ("health", Second), staged);
        foreach (var (category, day, expected) in stages)
        {
            new AllOf([part, First]).InForce(category, day).ShouldBeOfType<AllOf>().Rules.ShouldBe([expected, First]);
            new AnyOf([First, part]).InForce(category, day).ShouldBeOfType<AnyOf>().Rules.ShouldBe([First, expected]);
            new Veto(["A"], part).InForce(category, day).ShouldBeOfType<Veto>().Rule.ShouldBe(expected);
            new OptOut(2, part).InForce(category, day).ShouldBe(new OptOut(2, expected));
        }
    }

    [Fact]
    public void A_rule_that_stays_the_same_is_in_force_itself()
    {
        foreach (var rule in new[] { First, Second, Third, new Unanimity() })
        {
            rule.InForce("security", 1e9).ShouldBeSameAs(rule);
        }
    }

    [Fact]
    public void A_rule_that_depends_on_the_day_or_the_category_cannot_be_seated()
    {
        var roster = Some.Roster("A");

        Should.Throw<InvalidOperationException>(() => new SeatedRule(new Sequence(First, 1, Third), roster)).Message.ShouldContain("rule in force");
        Should.Throw<InvalidOperationException>(() => new SeatedRule(ByCategory(("a", First), ("b", First), First), roster)).Message.ShouldContain("rule in force");
    }

    private static ByCategory ByCategory((string Name, DecisionRule Rule) one, (string Name, DecisionRule Rule) another, DecisionRule otherwise) =>
        new(ImmutableSortedDictionary<string, DecisionRule>.Empty.Add(one.Name, one.Rule).Add(another.Name, another.Rule), otherwise);
}
