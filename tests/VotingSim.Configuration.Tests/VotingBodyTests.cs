using VotingSim.Statistics.Power;

namespace VotingSim.Configuration.Tests;

public class VotingBodyTests
{
    [Theory]
    [InlineData("asean-10")]
    [InlineData("asean-11")]
    [InlineData("eu-27")]
    public void Every_shipped_rule_gives_power_at_every_shipped_table_that_it_has_weights_for(string members)
    {
        var tables = 0;
        foreach (var rule in Shipped.Files.Where(file => file.Kind == "rule"))
        {
            VotingBody table;
            try
            {
                table = VotingBody.Read(members, rule.Name);
            }
            catch (ConfigurationException e)
            {
                rule.Name.ShouldBeOneOf("eu-nice", "nice-style");
                e.Problems.ShouldAllBe(problem => problem.Message.Contains("expected a weight for every member at the table"));
                continue;
            }

            table.Name.ShouldBe(rule.Name);
            table.Title.ShouldBe(rule.Title);
            tables++;
            foreach (var stage in table.Stages(category: null, day: null))
            {
                var power = VotingPower.Of(stage.Rule, table.Roster);
                power.Members.Sum(member => member.ShapleyShubik).ShouldBe(1, 1e-12);
                power.Members.Select(member => member.Code).ShouldBe(table.Roster.Members.Select(member => member.Code));
                power.TernaryPowerToAct.ShouldBeInRange(double.Epsilon, 1);
            }
        }

        tables.ShouldBe(13); // one of the two with listed weights is of another table
    }

    [Theory]
    [InlineData("security", 1.0, "Consensus")]
    [InlineData("health", 1.0, "AllOf")]
    public void The_stages_of_a_category_are_its_own_or_those_of_all_others(string category, double day, string kind) =>
        VotingBody.Read("asean-10", "by-category").Stages(category, day).ShouldHaveSingleItem().Rule.GetType().Name.ShouldBe(kind);

    [Theory]
    [InlineData(0, "Consensus")]
    [InlineData(180, "Consensus")]
    [InlineData(180.001, "AllOf")]
    public void The_stage_of_a_day_is_the_rule_that_its_ballots_are_read_by(double day, string kind) =>
        VotingBody.Read("asean-10", "consensus-then-qmv").Stages("security", day).ShouldHaveSingleItem().Rule.GetType().Name.ShouldBe(kind);

    [Fact]
    public void Every_problem_of_members_and_rule_is_reported_together() =>
        Should.Throw<ConfigurationException>(() => VotingBody.Read("asean-1", "consensu")).Problems.Count.ShouldBe(2);
}
