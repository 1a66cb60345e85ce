using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

public sealed class ClaimReaderTests : IDisposable
{
    private const string Sound = """
        claim: small
        title: A small claim
        text: said
        source: somebody
        certainty: read
        experiment: experiment.yaml
        set: { deliberation.horizon-days: 500 }
        sides:
          - { rule: consensus }
          - { rule: rule.yaml, name: people, set: { deliberation.horizon-days: 600, members.AAA.holdout: 1 } }
        quantity: hazard-ratio
        expected: { above: 1 }
        """;

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_side_has_the_rule_and_the_values_that_are_said_of_it_before_those_of_all()
    {
        _folder.Write("claim.yaml", Sound);
        var claim = ClaimReader.Read([_folder.PathOf("claim.yaml")]).ShouldHaveSingleItem();

        claim.Sides.Select(side => side.Name).ShouldBe(["consensus", "people"]);
        claim.Sides.Select(side => side.Terms.ShouldHaveSingleItem().Settings.HorizonDays).ShouldBe([500, 600]);
        claim.Sides.Select(side => side.Terms[0].Roster.Members[0].Holdout).ShouldBe([0.6, 1]);
        claim.Sides.Select(side => side.Terms[0].Rule.GetType().Name).ShouldBe(["Consensus", "Criterion"]);
        (claim.AtLeast, claim.AtMost).ShouldBe((1, double.PositiveInfinity));
        claim.Observed.ShouldBeNull();
        claim.Disputed.ShouldBeNull();
    }

    [Fact]
    public void Every_problem_is_found_at_once_with_its_place_and_remedy()
    {
        _folder.Write("claim.yaml", """
            claim: small
            title: A small claim
            text: said
            certainty: sure
            experiment: experiment.yaml
            set: { deliberation.horizn-days: 500 }
            sides:
              - { rule: consensus }
              - { rule: two-third, value: 3, set: { members.AAB.holdout: 1, deliberation.ballot-noise: -1 } }
              - { rule: unanimity, set: { members.AAB.holdout: 1, deliberation.ballot-noise: -1 } }
            quantity: unopposed-share
            ages: [5, 3]
            expected: { above: 1, below: 2 }
            observed: { value: 3, low: 4 }
            """);

        _folder.Problems("claim.yaml").ShouldBe(
        [
            "claim.yaml:1:1: source: missing; expected a text",
            "claim.yaml:4:12: certainty: this is the text 'sure'; expected one of computed, read, derived",
            "claim.yaml:6:8: set.deliberation.horizn-days: unknown key; did you mean 'horizon-days'?",
            "claim.yaml:8:3: sides: a claim of a unopposed-share has 3 sides; expected 1",
            "claim.yaml:9:13: sides[1].rule: no rule of the name 'two-third' ships; did you mean 'two-thirds'? (a file of your own is named by its path, e.g. ./two-third.yaml)",
            "claim.yaml:9:24: sides[1].value: a unopposed-share is taken by no value; expected no such key",
            "claim.yaml:10:31: sides[2].set.members.AAB.holdout: this cannot be set; did you mean 'members.AAA.holdout'?",
            "claim.yaml:10:55: sides[2].set.deliberation.ballot-noise: this is -1; expected a number from 0 to 1000",
            "claim.yaml:12:1: ages: ages are those of a hazard-ratio or a hazard-trend, and this is a unopposed-share; expected no such key",
            "claim.yaml:12:7: ages: the limits are in the wrong order; expected the lower one, then the value, then the higher one",
            "claim.yaml:13:23: expected.below: above and below are given together; expected exactly one of above, below, within",
            "claim.yaml:14:11: observed.source: missing; expected a text",
            "claim.yaml:14:23: observed.low: an interval has two limits; expected low and high",
            "claim.yaml:14:28: observed.low: the limits are in the wrong order; expected the lower one, then the value, then the higher one",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("experiment: experiment.yaml", "experiment: sensitivity", "claim.yaml:6:13: experiment: the experiment sensitivity has a sweep; expected one without, and its values as sides")]
    [InlineData("experiment: experiment.yaml", "experiment: { experiment: a }", "claim.yaml:6:13: experiment.members: missing; expected a shipped name, the path of a file, or a map")]
    [InlineData("  - { rule: consensus }", "  - { name: a }", "claim.yaml:9:5: sides[0]: the experiment has 2 rules; expected rule: with the one of this side")]
    [InlineData("quantity: hazard-ratio", "quantity: hazard-rate", "claim.yaml:11:11: quantity: this is the text 'hazard-rate'; expected one of hazard-ratio, hazard-trend, median-ratio, median-elasticity, decided-difference, unopposed-share, distance-difference; did you mean 'hazard-ratio'?")]
    [InlineData("quantity: hazard-ratio", "quantity: median-elasticity", "claim.yaml:9:5: sides[0]: this side has no value; expected value: with what the elasticity is taken by, e.g. the number of members")]
    [InlineData("- { rule: consensus }", "- { rule: consensus, experiment: code-of-conduct-consensus-or-qmv, set: { crisis.agenda.median-days: x } }", "claim.yaml:9:77: sides[0].set.crisis.agenda.median-days: this is the text 'x'; expected a number from 0 to 1000000")]
    [InlineData("claim: small", "claims: small", "claim.yaml:7:1: set: unknown key; expected one of experiment")]
    public void A_broken_line_is_named_with_its_remedy(string line, string broken, string problem)
    {
        _folder.Write("claim.yaml", Sound.Replace(line, broken, StringComparison.Ordinal));
        _folder.Problems("claim.yaml").ShouldContain(one => one.Contains(problem, StringComparison.Ordinal), string.Join("\n", _folder.Problems("claim.yaml")));
    }

    [Fact]
    public void Two_claims_of_one_name_are_refused()
    {
        _folder.Write("claim.yaml", Sound);
        _folder.Write("other.yaml", Sound);
        Should.Throw<ConfigurationException>(() => ClaimReader.Read([_folder.PathOf("claim.yaml"), _folder.PathOf("other.yaml")]))
            .Message.ShouldContain("two claims are named 'small'");
    }

    [Fact]
    public void Every_claim_that_ships_is_sound_and_says_where_its_numbers_come_from()
    {
        ClaimReader.ShippedNames.Count.ShouldBe(15);
        foreach (var name in ClaimReader.ShippedNames)
        {
            ConfigurationFile.Validate(name).ShouldBeEmpty();
        }

        var claims = ClaimReader.Read(ClaimReader.ShippedNames);
        claims.Select(claim => claim.Name).ShouldBe(ClaimReader.ShippedNames);
        claims.ShouldAllBe(claim => claim.Source.Length > 10 && !claim.Text.Contains('\n'));
        claims.Single(claim => claim.Name == "qmv-speeds-decisions").Observed.ShouldBe(new ClaimObservation(1.54, 1.38, 1.72, "1,669 directives, 1,320 adopted"));
    }
}
