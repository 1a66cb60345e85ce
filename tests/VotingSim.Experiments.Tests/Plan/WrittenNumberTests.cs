using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Rules;

namespace VotingSim.Experiments.Tests.Plan;

/// <summary>Numbers as people write them.</summary>
public sealed class WrittenNumberTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2/3", "2", 3)]
    [InlineData("2 / 3", "2", 3)]
    [InlineData("4/6", "2", 3)]
    [InlineData("20/30", "2", 3)]
    [InlineData("3/4", "0.75", 1)]
    [InlineData("1/1", "1", 1)]
    [InlineData("60 %", "0.6", 1)]
    [InlineData("60%", "0.6", 1)]
    [InlineData("66.6 %", "0.666", 1)]
    [InlineData("0.6", "0.6", 1)]
    [InlineData("'0.6 '", "", 0)]
    [InlineData("4/3", "", 0)]
    [InlineData("2/0", "", 0)]
    [InlineData("2/3/4", "", 0)]
    [InlineData("160 %", "", 0)]
    [InlineData("two thirds", "", 0)]
    public void A_quota_is_a_number_a_percentage_or_exactly_a_quotient(string written, string amount, int divisor)
    {
        _folder.Write("rule.yaml", $"rule: most-people\nat-least: {written}");
        if (divisor == 0)
        {
            _folder.Problems("rule.yaml").ShouldHaveSingleItem().ShouldStartWith("rule.yaml:2:11: at-least: this is");
            return;
        }

        var quota = ((Criterion)_folder.Read().Arms[1].Terms.Rule).Quota;
        quota.ShouldBe(Quota.AtLeast(decimal.Parse(amount)) with { Divisor = divisor });

        // What is stored with a run says the same.
        var plan = _folder.Read();
        ((Criterion)ExperimentReader.Read(plan.Configuration, "manifest.json").Arms[1].Terms.Rule).Quota.ShouldBe(quota);
    }

    [Fact]
    public void Two_thirds_ship_as_exactly_that() =>
        ((Criterion)RuleReader.Read("two-thirds", RosterReader.Read("asean-10"))).Quota.ShouldBe(Quota.AtLeast(2) with { Divisor = 3 });

    [Fact]
    public void Underscores_percentages_and_quotients_are_numbers_wherever_one_is_expected()
    {
        _folder.Write("members.yaml", ConfigurationFolder.Members.Replace("population: 10", "population: 5_000_000, holdout: 60 %, influence: 1/3", StringComparison.Ordinal));
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment.Replace("replications: 10", "replications: 10_000", StringComparison.Ordinal));

        var plan = _folder.Read("deliberation.chair-bias=10 %", "deliberation.chair=BBB", "members.CCC.unity=5 %");

        plan.Replications.ShouldBe(10_000);
        var terms = plan.Arms[0].Terms;
        (terms.Roster.Members[0].Population, terms.Roster.Members[0].Holdout, terms.Roster.Members[0].Influence).ShouldBe((5_000_000, 0.6, 1 / 3.0));
        (terms.Settings.ChairBias, terms.Roster.Members[2].Unity).ShouldBe((0.1, 0.05));
    }

    [Fact]
    public void A_swept_quota_may_be_a_quotient()
    {
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment + "\nsweep: { grid: { rules.most-people.at-least: [1/2, 2/3, 75 %] } }");

        var plan = _folder.Read();

        plan.Arms.Where(arm => arm.Rule == "most-people").Select(arm => ((Criterion)arm.Terms.Rule).Quota)
            .ShouldBe([Quota.AtLeast(0.5m), Quota.AtLeast(2) with { Divisor = 3 }, Quota.AtLeast(0.75m)]);
        plan.Arms.Where(arm => arm.Rule == "most-people").Select(arm => (arm.Parameters[0].Text, arm.Parameters[0].Number)).ShouldBe([("0.5", 0.5), ("2/3", 2 / 3.0), ("0.75", 0.75)]);
    }

    [Theory]
    [InlineData("crisis.yaml", "position: [50]", "position: [50 %]", "crisis.yaml:6:21: stances.BBB.position[0]: this is the text '50 %'; expected a number from 0 to 100")]
    [InlineData("experiment.yaml", "seed: 7", "seed: 1/2", "experiment.yaml:2:7: seed: this is the text '1/2'; expected a whole number from 0 to 18446744073709551615")]
    [InlineData("experiment.yaml", "replications: 10", "replications: 1__0", "experiment.yaml:3:15: replications: this is the text '1__0'; expected a whole number from 1 to 4294967296")]
    [InlineData("members.yaml", "population: 10", "population: '10,5'", "members.yaml:2:30: members[0].population: this is the text '10,5'; expected a number from 0 to 1000000000000")]
    public void What_could_be_two_numbers_is_none(string file, string sound, string written, string problem)
    {
        _folder.Write(file, File.ReadAllText(_folder.PathOf(file)).Replace(sound, written, StringComparison.Ordinal));
        _folder.Problems().ShouldContain(problem);
    }
}
