using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Rules;

namespace VotingSim.Experiments.Tests.Plan;

public sealed class ExperimentReaderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_file_says_arrives_and_the_rest_is_the_default()
    {
        var plan = _folder.Read();
        (plan.Name, plan.Seed, plan.Replications).ShouldBe(("small", 7UL, 10L));
        plan.Parameters.ShouldBeEmpty();
        plan.Arms.Select(arm => (arm.Id, arm.Index, arm.Baseline)).ShouldBe([("small-crisis.consensus", 0, 0), ("small-crisis.most-people", 1, 0)]);

        var terms = plan.Arms[1].Terms;
        terms.Seed.ShouldBe(7UL);
        terms.Roster.Members.Select(member => member.Name).ShouldBe(["AAA", "BBB", "CCC"]);
        terms.Roster.Members.Select(member => member.Influence).ShouldBe([1, 2, 1]);
        terms.Roster.Affinity.ShouldAllBe(affinity => affinity == 1);
        terms.Rule.ShouldBe(new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeast(0.65m) });
        terms.Settings.Text.ShouldBeEmpty();
        (terms.Settings with { Text = default }).ShouldBe(new DeliberationSettings { Text = default });
    }

    [Theory]
    [InlineData("horizon-days", 70)]
    [InlineData("position-noise", 0.7)]
    [InlineData("salience-noise", 0.7)]
    [InlineData("ballot-noise", 0.7)]
    [InlineData("disposition-days", 0.7)]
    [InlineData("consultation-rate", 0.7)]
    [InlineData("confidence", 0.7)]
    [InlineData("shadow-of-the-vote", 0.7)]
    [InlineData("foresight-days", 0.7)]
    [InlineData("urgency-response", 0.7)]
    [InlineData("accommodation", 0.7)]
    [InlineData("heaviest-voice", 1.7)]
    [InlineData("loss-exponent", 0.7)]
    public void A_number_of_deliberation_arrives_under_its_name(string key, double value)
    {
        var settings = _folder.Read(FormattableString.Invariant($"deliberation.{key}={value}")).Arms[0].Terms.Settings;
        var property = typeof(DeliberationSettings).GetProperty(string.Concat(key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])))!;
        property.GetValue(settings).ShouldBe(value);
        property.GetValue(new DeliberationSettings()).ShouldNotBe(value);
    }

    [Theory]
    [InlineData("influence")]
    [InlineData("flexibility")]
    [InlineData("unity")]
    [InlineData("reticence")]
    [InlineData("holdout")]
    [InlineData("concession-rate")]
    public void A_number_of_a_member_arrives_under_its_name(string key)
    {
        _folder.Write("members.yaml", ConfigurationFolder.Members.Replace("code: AAA", $"code: AAA, {key}: 0.7", StringComparison.Ordinal));
        var roster = _folder.Read().Arms[0].Terms.Roster;
        var property = typeof(Members.MemberState).GetProperty(string.Concat(key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])))!;
        property.GetValue(roster.Members[0]).ShouldBe(0.7);
        property.GetValue(roster.Members[2]).ShouldNotBe(0.7);
    }

    [Fact]
    public void A_member_without_a_stance_is_placed_by_its_orientation()
    {
        var stances = _folder.Read().Arms[0].Terms.Crisis.Stances;
        (stances[0].Position[0], stances[0].Salience[0], stances[0].Exposure).ShouldBe((30, 50, 0.5));
        (stances[1].Position[0], stances[1].Salience[0], stances[1].Exposure).ShouldBe((50, 40, 0.4));
        (stances[2].Position[0], stances[2].Salience[0], stances[2].Exposure).ShouldBe((90, 80, 0.5));
    }

    [Fact]
    public void Stances_follow_the_seats_and_not_the_file()
    {
        _folder.Write("members.yaml", """
            members:
              - { code: CCC, population: 1 }
              - { code: BBB, population: 1 }
            affinity: { CCC: { BBB: 0.25 } }
            """);
        var terms = _folder.Read().Arms[0].Terms;
        terms.Crisis.Stances.Select(stance => stance.Position[0]).ShouldBe([90, 50]);
        (terms.Roster.AffinityOf(0, 1), terms.Roster.AffinityOf(1, 0)).ShouldBe((0.25, 1));
    }

    [Fact]
    public void Red_lines_and_external_powers_arrive()
    {
        _folder.Write("crisis.yaml", """
            crisis: small-crisis
            category: economic
            issues:
              - { name: budget, low: nothing, high: everything, status-quo: 10 }
              - { name: seat, low: here, high: there, status-quo: 0 }
            stances:
              AAA: { position: [1, 2], salience: [3, 4], red-line: { seat: [0, 40] } }
              BBB: { position: [5, 6], salience: [7, 8] }
              CCC: { position: [5, 6], salience: [7, 8] }
            urgency: { growth: 0.5 }
            external-powers: [ { name: Far Away, position: [90, 80], influence: 3, affinity: { BBB: 0.7, THA: 1 } } ]
            """);
        var crisis = _folder.Read().Arms[0].Terms.Crisis;
        crisis.Stances[0].RedLines.Select(line => (line.Lowest, line.Highest)).ShouldBe([(0, 100), (0, 40)]);
        crisis.Stances[1].RedLines.ShouldBeEmpty();
        crisis.ExternalPowers.Single().Affinity.ShouldBe([0, 0.7, 0]);
        crisis.ExternalPowers.Single().Influence.ShouldBe(3);
        crisis.Urgency.ShouldBe(new() { Growth = 0.5 });
    }

    [Theory]
    [InlineData("consensus: true", "nobody objects", "SSA")]
    [InlineData("unanimity: true", "everybody", "SSS")]
    [InlineData("consensus-minus: 1", "one may object", "SOA")]
    [InlineData("at-least: { count: 2 }", "two", "SSO")]
    [InlineData("{ weight: { AAA: 5, BBB: 1, CCC: 1 }, more-than: 0.5 }", "the heavy one", "SOO")]
    [InlineData("{ at-least: 0.5, of: voting }", "of those voting", "SAA")]
    [InlineData("{ weight: population, at-least: 0.9, blocking-minority: 2 }", "one alone cannot block", "SSO")]
    [InlineData("any-of: [unanimity, { at-least: { count: 1 } }]", "either", "SOO")]
    [InlineData("all-of: [consensus, { at-least: { count: 2 } }]", "both", "SSA")]
    [InlineData("veto: { members: [CCC], rule: { at-least: { count: 1 } } }", "CCC alone has a veto", "SOA")]
    [InlineData("opt-out: { at-most: 1, rule: consensus }", "one stays out", "SSO")]
    public void A_rule_does_what_it_says(string form, string meaning, string adopted)
    {
        _folder.Write("rule.yaml", form.StartsWith('{') ? $"{{ rule: x, {form[1..]}" : $"rule: x\n{form}");
        var roster = RosterReader.Read(_folder.PathOf("members.yaml"));
        var rule = new SeatedRule(RuleReader.Read(_folder.PathOf("rule.yaml"), roster), roster);
        rule.Adopts(TallyOf(adopted)).ShouldBeTrue(meaning);

        // With one supporter less on the table's first seat, none of these ballots carries.
        rule.Adopts(TallyOf("O" + adopted[1..].Replace('S', 'O'))).ShouldBeFalse(meaning);
    }

    [Fact]
    public void A_rule_by_stage_and_by_category_is_the_one_in_force()
    {
        _folder.Write("rule.yaml", """
            rule: staged
            by-category:
              economic: { sequence: { first: consensus, until-day: 30, then: asean-minus-x } }
              otherwise: unanimity
            """);
        var rule = RuleReader.Read(_folder.PathOf("rule.yaml"), RosterReader.Read(_folder.PathOf("members.yaml")));
        rule.InForce("economic", 30).ShouldBe(new Consensus());
        rule.InForce("economic", 31).ShouldBe(new OptOut(2, new Consensus()));
        rule.InForce("health", 31).ShouldBe(new Unanimity());
    }

    [Fact]
    public void A_grid_varies_the_last_parameter_fastest_and_rules_stand_inside_points()
    {
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment + "\nsweep: { grid: { urgency.growth: [1, 2], members.BBB.unity: [0, 0.5, 1] } }");
        var plan = _folder.Read();
        plan.Parameters.ShouldBe(["urgency.growth", "members.BBB.unity"]);
        plan.Arms.Where(arm => arm.Rule == "consensus").Select(arm => (arm.Parameters[0].Number, arm.Parameters[1].Text))
            .ShouldBe([(1, "0"), (1, "0.5"), (1, "1"), (2, "0"), (2, "0.5"), (2, "1")]);
        plan.Arms.Select(arm => arm.Id).Take(3).ShouldBe(["small-crisis.consensus.p0", "small-crisis.most-people.p0", "small-crisis.consensus.p1"]);
        plan.Arms.Select(arm => arm.Baseline).ShouldBe([0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 10, 10]);
        plan.Arms.ShouldAllBe(arm => arm.Terms.Crisis.Urgency.Growth == arm.Parameters[0].Number
            && arm.Terms.Roster.Members[1].Unity == arm.Parameters[1].Number && arm.Terms.Roster.Members[0].Unity == 0.1);
    }

    [Fact]
    public void Paired_parameters_go_together_and_words_may_be_swept()
    {
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment + "\nsweep: { paired: { deliberation.drafting: [median, compromise], members.flexibility: [0, 1] } }");
        var arms = _folder.Read().Arms.Where(arm => arm.Rule == "consensus").ToArray();
        arms.Select(arm => (arm.Terms.Settings.Drafting, arm.Terms.Roster.Members[2].Flexibility)).ShouldBe([(DraftingMethod.Median, 0), (DraftingMethod.Compromise, 1)]);
        arms[0].Parameters.ShouldBe([new ParameterValue("median", null), new ParameterValue("0", 0)]);
    }

    [Fact]
    public void One_member_s_value_goes_before_that_of_all()
    {
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment + "\nsweep: { grid: { members.AAA.unity: [0.9], members.unity: [0.3] } }");
        _folder.Read().Arms[0].Terms.Roster.Members.Select(member => member.Unity).ShouldBe([0.9, 0.3, 0.3]);
    }

    [Fact]
    public void A_setting_goes_before_the_file_and_makes_the_maps_it_needs()
    {
        var plan = _folder.Read("deliberation.ballot-noise=0.5", "replications=99", "seed=0xFF", "urgency={initial: 2}", "rules=[unanimity, consensus]");
        (plan.Replications, plan.Seed).ShouldBe((99, 255UL));
        plan.Arms.Select(arm => arm.Rule).ShouldBe(["unanimity", "consensus"]);
        plan.Arms[0].Terms.Settings.BallotNoise.ShouldBe(0.5);
        plan.Arms[0].Terms.Crisis.Urgency.ShouldBe(new() { Initial = 2 });
        _folder.Read("replications=10").Fingerprint.ShouldBe(_folder.Read().Fingerprint);
        _folder.Read("stances.BBB.position=50").Fingerprint.ShouldBe(_folder.Read().Fingerprint);
        _folder.Read("replications=1e1").Fingerprint.ShouldBe(_folder.Read().Fingerprint);
    }

    [Theory]
    [InlineData("deliberation.foo=1", "--set deliberation.foo=1: deliberation.foo: unknown key; expected one of round-days")]
    [InlineData("deliberation.ballot-noise=-1", "--set deliberation.ballot-noise=-1: deliberation.ballot-noise: this is -1; expected a number from 0 to 1000")]
    [InlineData("members.influence=0", "--set members.influence=0: members.influence: this is 0; expected a number above 0, up to 1000000")]
    [InlineData("members.AAB.influence=1", "--set members.AAB.influence=1: members.AAB.influence: this cannot be set; did you mean 'members.AAA.influence'?")]
    [InlineData("stances.BBB.positon=1", "--set stances.BBB.positon=1: stances.BBB.positon: this cannot be set; did you mean 'stances.BBB.position'?")]
    [InlineData("stances.BBB.position=high", "--set stances.BBB.position=high: stances.BBB.position: this is the text 'high'; expected a number from 0 to 100")]
    [InlineData("rules.most-peple.at-least=0.5", "--set rules.most-peple.at-least=0.5: rules.most-peple.at-least: this cannot be set; did you mean 'rules.most-people.at-least'?")]
    [InlineData("rules.most-people.at-least=2", "--set rules.most-people.at-least=2: rules.most-people.at-least: this is 2; expected a number from 0 to 1")]
    [InlineData("members.population=0", "--set members.population=0: members.population: a rule does not work with these values: there is no weight for AAA, BBB, CCC")]
    [InlineData("crisis.status-quo=", "--set crisis.status-quo=: crisis.status-quo: nothing is given; expected a number from 0 to 100")]
    [InlineData("seed.a=1", "--set seed.a=1: seed.a: 'seed' is no map in this document")]
    [InlineData("seed", "--set seed: expected path=value")]
    [InlineData("rules=[a", "--set rules=[a: rules: this is not YAML")]
    [InlineData("sweep.grid={urgency.growth: [x]}", "--set sweep.grid={urgency.growth: [x]}: sweep.grid.urgency.growth[0]: this is the text 'x'; expected a number from -100 to 100")]
    public void A_setting_that_does_not_fit_is_named(string setting, string problem) =>
        Should.Throw<ConfigurationException>(() => _folder.Read(setting)).Problems.ShouldHaveSingleItem().ToString().ShouldStartWith(problem);

    [Fact]
    public void Json_is_read_as_yaml_is_whatever_its_white_space()
    {
        _folder.Write("members.json", "{\n\t\"members\": [\n\t\t{\"code\": \"AAA\", \"population\": 1e1, \"name\": \"\\u00c5 \\/ \\ud83d\\ude00\", \"orientation\": {\"budget\": 5}},\n\t\t{\"code\":\"BBB\",\"population\":20.0}\n\t]\n}");
        var roster = RosterReader.Read(_folder.PathOf("members.json"));
        roster.Members.Select(member => member.Population).ShouldBe([10, 20]);
        roster.Members[0].Name.ShouldBe("\u00c5 / \ud83d\ude00");
    }

    [Fact]
    public void Words_that_older_yaml_took_for_truth_values_stay_words()
    {
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace("low: nothing, high: everything", "low: no, high: on", StringComparison.Ordinal));
        var issue = _folder.Read().Arms[0].Terms.Crisis.Issues.Single();
        (issue.Low, issue.High).ShouldBe(("no", "on"));
    }

    [Fact]
    public void A_shipped_experiment_reads_from_any_folder_and_an_unknown_one_is_guessed()
    {
        ExperimentReader.Read("sensitivity", []).Arms.Length.ShouldBe(128);
        Should.Throw<ConfigurationException>(() => ExperimentReader.Read("sensitivty", [])).Problems.Single().Message.ShouldContain("did you mean 'sensitivity'?");
    }

    [Fact]
    public void The_fingerprint_changes_with_what_a_referred_file_says()
    {
        var before = _folder.Read().Fingerprint;
        _folder.Write("rule.yaml", ConfigurationFolder.Rule + "\n# a comment");
        _folder.Read().Fingerprint.ShouldBe(before);
        _folder.Write("rule.yaml", ConfigurationFolder.Rule.Replace("0.65", "0.66", StringComparison.Ordinal));
        _folder.Read().Fingerprint.ShouldNotBe(before);
    }

    private static Tally TallyOf(string ballots) => new(Seats(ballots, 'S'), Seats(ballots, 'O'));

    private static Coalition Seats(string ballots, char letter) =>
        ballots.Select((ballot, seat) => ballot == letter ? Coalition.Of(seat) : Coalition.Empty).Aggregate((one, other) => one | other);

    [Fact]
    public void Replications_may_be_a_precision_instead_of_a_number()
    {
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment.Replace("replications: 10", "replications: { until: { half-width: 0.5, of: outcome-budget }, at-most: 5000 }", StringComparison.Ordinal));

        var plan = _folder.Read();

        (plan.Replications, plan.Until).ShouldBe((5000, new Precision("outcome-budget", 0.5)));
        ExperimentReader.Read(plan.Configuration, "again").Until.ShouldBe(plan.Until);
        (_folder.Read("replications=7").Replications, _folder.Read("replications=7").Until).ShouldBe((7, null));
        _folder.Read("replications={until: {half-width: 2}}").ShouldSatisfyAllConditions(
            defaults => defaults.Until.ShouldBe(new Precision("rmst-days", 2)), defaults => defaults.Replications.ShouldBe(1_000_000));
    }
}
