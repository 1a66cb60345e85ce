using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Worlds;

namespace VotingSim.Experiments.Tests.Plan;

/// <summary>What is uncertain, from the file to the terms of an arm.</summary>
public sealed class UncertaintyTests : IDisposable
{
    private const string TwoIssues = """
        crisis: two-issues
        category: health
        pressure: slow
        issues:
          - { name: seat, low: here, high: there, status-quo: 30 }
          - { name: budget, low: nothing, high: everything, status-quo: 20 }
        stances:
          AAA: { position: [1, 2], salience: [3, 4] }
          BBB: { position: [5, 6], salience: [7, 8] }
          CCC: { position: [5, 6], salience: [7, 8] }
        external-powers: [ { name: Near, position: [1, 2] }, { name: Far Away, code: FAR, position: [90, 80] } ]
        """;

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Distributions_arrive_with_names_factors_and_legal_ranges_and_all_come_before_one()
    {
        Write("""
            uncertainty:
              per-draw: 3
              parameters:
                members.BBB.holdout: { triangular: [0, 0.5, 1] }
                deliberation.ballot-noise: { log-uniform: [0.01, 0.12] }
                members.holdout: { scale: { log-normal: [1, 0.3] } }
                urgency.growth: { normal: [0.05, 0.02] }
                members.influence: { scale: { uniform: [0.5, 2] } }
            """);
        var uncertainty = _folder.Read().Uncertainty!;
        uncertainty.PerDraw.ShouldBe(3);
        uncertainty.Posterior.ShouldBeNull();
        uncertainty.Parameters.ShouldBe(
        [
            new() { Name = "deliberation.ballot-noise", Parameter = WorldParameter.BallotNoise, Prior = new Prior.LogUniform(0.01, 0.12), Lowest = 0, Highest = 1000 },
            new() { Name = "members.holdout", Parameter = WorldParameter.Holdout, Prior = new Prior.LogNormal(1, 0.3), Scales = true, Lowest = 0, Highest = 1 },
            new() { Name = "urgency.growth", Parameter = WorldParameter.UrgencyGrowth, Prior = new Prior.Normal(0.05, 0.02), Lowest = -100, Highest = 100 },
            new() { Name = "members.influence", Parameter = WorldParameter.Influence, Prior = new Prior.Uniform(0.5, 2), Scales = true, Lowest = 1e-9, Highest = 1e6 },
            new() { Name = "members.BBB.holdout", Parameter = WorldParameter.Holdout, Seat = 1, Prior = new Prior.Triangular(0, 0.5, 1), Lowest = 0, Highest = 1 },
        ]);
    }

    [Fact]
    public void Each_crisis_has_the_seat_issue_and_power_of_its_own_and_nothing_where_it_has_none()
    {
        _folder.Write("two.yaml", TwoIssues);
        Write("""
            uncertainty:
              parameters:
                stances.BBB.position: { uniform: [0, 100] }
                stances.BBB.salience.budget: { uniform: [0, 100] }
                crisis.seat.status-quo: { uniform: [0, 100] }
                external-powers.FAR.influence: { uniform: [1, 2] }
                external-powers.draft-weight: { uniform: [1, 2] }
                calendar.slow.patience: { uniform: [1, 2] }
                calendar.slow.agenda.spread: { uniform: [1, 2] }
                deliberation.agenda.median-days: { uniform: [1, 2] }
            """, "[crisis.yaml, two.yaml]");
        var plan = _folder.Read();
        Of("small-crisis").ShouldBe(
        [
            ("external-powers.draft-weight", WorldParameter.PowerDraftWeight, null, null, null),
            ("stances.BBB.position", WorldParameter.Position, 1, 0, null),
            ("crisis.seat.status-quo", WorldParameter.StatusQuo, null, -1, null),
            ("external-powers.FAR.influence", WorldParameter.PowerInfluence, null, null, -1),
            ("calendar.slow.patience", WorldParameter.PatienceDays, -1, null, null),
            ("deliberation.agenda.median-days", WorldParameter.AgendaMedianDays, null, null, null),
            ("stances.BBB.salience.budget", WorldParameter.Salience, 1, 0, null),
            ("calendar.slow.agenda.spread", WorldParameter.AgendaSpread, -1, null, null),
        ]);
        Of("two-issues").ShouldBe(
        [
            ("external-powers.draft-weight", WorldParameter.PowerDraftWeight, null, null, null),
            ("stances.BBB.position", WorldParameter.Position, 1, -1, null),
            ("crisis.seat.status-quo", WorldParameter.StatusQuo, null, 0, null),
            ("external-powers.FAR.influence", WorldParameter.PowerInfluence, null, null, 1),
            ("calendar.slow.patience", WorldParameter.PatienceDays, null, null, null),
            ("deliberation.agenda.median-days", WorldParameter.AgendaMedianDays, null, null, null),
            ("stances.BBB.salience.budget", WorldParameter.Salience, 1, 1, null),
            ("calendar.slow.agenda.spread", WorldParameter.AgendaSpread, null, null, null),
        ]);

        IEnumerable<(string, WorldParameter, int?, int?, int?)> Of(string crisis) => plan.Arms.First(arm => arm.Crisis == crisis).Terms.Uncertainty!.Parameters
            .Select(parameter => (parameter.Name, parameter.Parameter, parameter.Seat, parameter.Issue, parameter.Power));
    }

    [Fact]
    public void A_file_may_be_named_and_parts_of_it_left_out_and_certain_leaves_out_all()
    {
        _folder.Write("mine.yaml", "uncertainty: mine\nper-draw: 2\nparameters: { members.holdout: { uniform: [0, 1] }, urgency.growth: { uniform: [0, 1] } }");
        _folder.Problems("mine.yaml").ShouldBeEmpty();
        Write("uncertainty: mine.yaml");
        var whole = _folder.Read();
        whole.Uncertainty!.Parameters.Select(parameter => parameter.Name).ShouldBe(["members.holdout", "urgency.growth"]);
        ExperimentReader.Read(whole.Configuration, "again").Fingerprint.ShouldBe(whole.Fingerprint);

        Write("uncertainty: { from: mine.yaml, except: [urgency.growth] }");
        var less = _folder.Read();
        less.Uncertainty!.Parameters.Select(parameter => parameter.Name).ShouldBe(["members.holdout"]);
        less.Uncertainty.PerDraw.ShouldBe(2);
        _folder.Read("uncertainty.per-draw=5").Uncertainty!.PerDraw.ShouldBe(5);

        var certain = ExperimentReader.Read(_folder.PathOf("experiment.yaml"), [], isCertain: true);
        certain.Uncertainty.ShouldBeNull();
        certain.Arms.ShouldAllBe(arm => arm.Terms.Uncertainty == null);
        Write("");
        certain.Fingerprint.ShouldBe(_folder.Read().Fingerprint);
    }

    [Fact]
    public void A_posterior_is_read_row_by_row_and_stands_in_the_resolved_configuration()
    {
        _folder.Write("fitted.csv", "members.holdout,weight,deliberation.ballot-noise\n0.5,1,0.02\n0.75,3,0.04");
        Write("uncertainty: { posterior: fitted.csv, scales: [members.holdout] }");
        var plan = _folder.Read();
        Check(plan.Uncertainty!);

        File.Delete(_folder.PathOf("fitted.csv"));
        var again = ExperimentReader.Read(plan.Configuration, "again");
        again.Fingerprint.ShouldBe(plan.Fingerprint);
        Check(again.Uncertainty!);

        static void Check(WorldUncertainty uncertainty)
        {
            uncertainty.Posterior!.Columns.ShouldBe(["members.holdout", "deliberation.ballot-noise"]);
            uncertainty.Posterior.Rows.SelectMany(row => row).ShouldBe([0.5, 0.02, 0.75, 0.04]);
            uncertainty.Posterior.Weights.ShouldBe([1, 3]);
            uncertainty.Parameters.Select(parameter => (parameter.Name, parameter.Prior, parameter.Scales))
                .ShouldBe([("members.holdout", null, true), ("deliberation.ballot-noise", null, false)]);
        }
    }

    [Fact]
    public void Some_parameters_may_be_found_together_and_others_be_drawn_each_by_itself()
    {
        _folder.Write("fitted.csv", "members.holdout,deliberation.ballot-noise\n0.5,0.02\n0.75,0.04");
        _folder.Write("mine.yaml", "uncertainty: mine\nposterior: fitted.csv\nscales: [members.holdout]\nparameters: { urgency.growth: { uniform: [0, 1] } }");
        _folder.Problems("mine.yaml").ShouldBeEmpty();
        new PlainSchema(ConfigurationSchema.Of("uncertainty")).Accepts(PlainYaml.Parse(File.ReadAllText(_folder.PathOf("mine.yaml")))).ShouldBeTrue();
        Write("uncertainty: mine.yaml");
        var plan = _folder.Read();
        Check(plan.Uncertainty!);
        Check(ExperimentReader.Read(plan.Configuration, "again").Uncertainty!);

        Write("uncertainty: { from: mine.yaml, except: [members.holdout] }");
        var less = _folder.Read().Uncertainty!;
        less.Posterior!.Columns.ShouldBe(["deliberation.ballot-noise"]);
        less.Posterior.Rows.SelectMany(row => row).ShouldBe([0.02, 0.04]);
        less.Parameters.Select(parameter => parameter.Name).ShouldBe(["deliberation.ballot-noise", "urgency.growth"]);
        Write("uncertainty: { from: mine.yaml, except: [members.holdout, deliberation.ballot-noise] }");
        _folder.Read().Uncertainty!.Posterior.ShouldBeNull();

        Write("uncertainty: { posterior: fitted.csv, parameters: { members.holdout: { uniform: [0, 1] } } }");
        _folder.Problems().ShouldBe(["experiment.yaml:7:53: uncertainty.parameters.members.holdout: 'members.holdout' is a column of the posterior too; expected it in one of the two"]);
        Write("uncertainty: { from: mine.yaml, parameters: { members.holdout: { uniform: [0, 1] } } }");
        _folder.Problems()[0].ShouldContain("from and parameters are given together");

        static void Check(WorldUncertainty uncertainty)
        {
            uncertainty.Posterior!.Columns.ShouldBe(["members.holdout", "deliberation.ballot-noise"]);
            uncertainty.Parameters.Select(parameter => (parameter.Name, parameter.Prior, parameter.Scales)).ShouldBe(
                [("members.holdout", null, true), ("deliberation.ballot-noise", null, false), ("urgency.growth", new Prior.Uniform(0, 1), false)]);
        }
    }

    [Theory]
    [InlineData("{ parameters: { } }", "7:28: uncertainty.parameters: no parameter is given; expected at least one")]
    [InlineData("{ parameter: { } }", "7:16: uncertainty.parameter: unknown key; did you mean 'parameters'?")]
    [InlineData("{ per-draw: 0, from: asean }", "7:26: uncertainty.per-draw: this is 0; expected a whole number from 1 to 1000000")]
    [InlineData("asaen", "7:14: uncertainty: no uncertainty of the name 'asaen' ships; did you mean 'asean'? (a file of your own is named by its path, e.g. ./asaen.yaml)")]
    [InlineData("{ from: asean, except: [urgency.growht] }", "7:38: uncertainty.except[0]: the file has no parameter 'urgency.growht'; did you mean 'urgency.growth'?")]
    [InlineData("{ except: [urgency.growth] }", "7:16: uncertainty.except: this belongs to from, which is not given")]
    [InlineData("{ parameters: { members.holdot: { uniform: [0, 1] } } }", "7:30: uncertainty.parameters.members.holdot: this cannot be uncertain; did you mean 'members.holdout'?")]
    [InlineData("{ parameters: { members.holdout: { unifrm: [0, 1] } } }", "7:49: uncertainty.parameters.members.holdout.unifrm: unknown key; did you mean 'uniform'?")]
    [InlineData("{ parameters: { members.holdout: { } } }", "7:47: uncertainty.parameters.members.holdout: expected exactly one of the keys uniform, log-uniform, triangular, normal, log-normal, scale")]
    [InlineData("{ parameters: { members.holdout: 0.5 } }", "7:47: uncertainty.parameters.members.holdout: this is 0.5; expected a map")]
    [InlineData("{ parameters: { members.holdout: { uniform: [1] } } }", "7:58: uncertainty.parameters.members.holdout.uniform: this list has 1 entry; expected 2 entries")]
    [InlineData("{ parameters: { members.holdout: { uniform: [1, 0] } } }", "7:58: uncertainty.parameters.members.holdout.uniform: the range is empty; expected [low, high]")]
    [InlineData("{ parameters: { members.holdout: { uniform: [0, 2] } } }", "7:58: uncertainty.parameters.members.holdout.uniform: this reaches to 2; expected values from 0 to 1")]
    [InlineData("{ parameters: { members.holdout: { log-uniform: [0, 1] } } }", "7:62: uncertainty.parameters.members.holdout.log-uniform: the range begins at 0; expected it above 0")]
    [InlineData("{ parameters: { members.holdout: { triangular: [0, 1, 0.5] } } }", "7:61: uncertainty.parameters.members.holdout.triangular: these are not in order; expected [low, mode, high]")]
    [InlineData("{ parameters: { members.holdout: { normal: [0.5, 0] } } }", "7:57: uncertainty.parameters.members.holdout.normal: there is no spread; expected a standard deviation above 0")]
    [InlineData("{ parameters: { members.holdout: { normal: [5, 1] } } }", "7:57: uncertainty.parameters.members.holdout.normal: this reaches to 5; expected values from 0 to 1")]
    [InlineData("{ parameters: { members.holdout: { log-normal: [0, 1] } } }", "7:61: uncertainty.parameters.members.holdout.log-normal: the median is 0; expected it above 0")]
    [InlineData("{ parameters: { members.holdout: { scale: { uniform: [-1, 1] } } } }", "7:67: uncertainty.parameters.members.holdout.scale.uniform: this reaches to -1; expected a factor of 0 or more")]
    [InlineData("{ parameters: { deliberation.round-days: { uniform: [1, 2] } } }", "7:30: uncertainty.parameters.deliberation.round-days: 'deliberation.round-days' cannot be uncertain: it changes the calendar, which all worlds share; sweep it instead")]
    [InlineData("{ parameters: { deliberation.horizon-days: { uniform: [1, 2] } } }", "7:30: uncertainty.parameters.deliberation.horizon-days: 'deliberation.horizon-days' cannot be uncertain: it changes the calendar, which all worlds share; sweep it instead")]
    [InlineData("{ parameters: { calendar.acute.first: { uniform: [1, 2] } } }", "7:30: uncertainty.parameters.calendar.acute.first: 'calendar.acute.first' cannot be uncertain: it changes the calendar, which all worlds share; sweep it instead")]
    [InlineData("{ parameters: { deliberation.foresight-days: { uniform: [1, 2] } } }", "7:30: uncertainty.parameters.deliberation.foresight-days: 'deliberation.foresight-days' cannot be uncertain: it changes for when a rule is expected, which all worlds share; sweep it instead")]
    [InlineData("{ parameters: { deliberation.loss-exponent: { uniform: [1, 2] } } }", "7:30: uncertainty.parameters.deliberation.loss-exponent: 'deliberation.loss-exponent' cannot be uncertain: it changes the form of every loss; sweep it instead")]
    [InlineData("{ parameters: { deliberation.drafting: { uniform: [1, 2] } } }", "7:30: uncertainty.parameters.deliberation.drafting: 'deliberation.drafting' cannot be uncertain: a word has no distribution; sweep it instead")]
    [InlineData("{ parameters: { rules.most-people.at-least: { uniform: [0, 1] } } }", "7:30: uncertainty.parameters.rules.most-people.at-least: 'rules.most-people.at-least' cannot be uncertain: it changes the rule, which all worlds share; sweep it instead")]
    [InlineData("{ parameters: { deliberation.chair-bias: { uniform: [0, 1] } } }", "7:1: uncertainty: the chair bias is uncertain, but there is no chair; expected chair: with the code of a member in deliberation")]
    [InlineData("{ posterior: fited.csv }", "7:27: uncertainty.posterior: there is no such file; did you mean 'fitted.csv'? (fited.csv)")]
    [InlineData("{ posterior: fitted.csv, scales: [members.holdot] }", "7:48: uncertainty.scales[0]: the posterior has no column 'members.holdot'; did you mean 'members.holdout'?")]
    [InlineData("{ posterior: broken.csv }", "broken.csv:3:1: members.holdout: 'x' is not a finite number; expected a number")]
    [InlineData("{ posterior: unknown.csv }", "7:16: uncertainty.posterior: this cannot be uncertain; did you mean 'members.holdout'?")]
    [InlineData("{ posterior: { columns: [members.holdout], rows: [[1, 2]] } }", "7:27: uncertainty.posterior: a row has not as many values as there are columns; expected 1")]
    [InlineData("{ posterior: { columns: [members.holdout], rows: [[1]], weights: [0] } }", "7:27: uncertainty.posterior: all weights together are nothing; expected some above 0")]
    public void What_is_wrong_is_named_with_its_place_and_its_remedy(string uncertainty, string problem)
    {
        _folder.Write("fitted.csv", "members.holdout\n0.5");
        _folder.Write("broken.csv", "members.holdout\n0.5\nx");
        _folder.Write("unknown.csv", "members.holdot\n0.5");
        Write($"uncertainty: {uncertainty}");
        _folder.Problems().ShouldContain(line => line == problem || line == $"experiment.yaml:{problem}", string.Join('\n', _folder.Problems()));
    }

    [Theory]
    [InlineData("members.holdout", "{ uniform: [0, 1] }", "members.holdout: [0, 1]")]
    [InlineData("members.holdout", "{ scale: { uniform: [0, 1] } }", "members.BBB.holdout: [0, 1]")]
    [InlineData("calendar.acute.patience", "{ uniform: [0, 1] }", "deliberation.patience-days: [0, 1]")]
    [InlineData("stances.position", "{ uniform: [0, 1] }", "stances.BBB.position: [0, 1]")]
    public void Nothing_is_swept_and_uncertain_at_once(string name, string distribution, string swept)
    {
        Write($"uncertainty: {{ parameters: {{ {name}: {distribution} }} }}\nsweep: {{ grid: {{ {swept} }} }}");
        _folder.Problems().ShouldContain($"experiment.yaml:8:18: sweep.grid.{swept.Split(':')[0]}: '{name}' is uncertain; expected a parameter swept or uncertain and not both, e.g. uncertainty: {{ from: ..., except: [...] }}");
    }

    [Fact]
    public void A_setting_that_would_be_drawn_over_is_refused_and_one_that_is_scaled_is_not()
    {
        Write("uncertainty: { parameters: { members.holdout: { uniform: [0, 1] }, deliberation.ballot-noise: { scale: { uniform: [0, 1] } } } }");
        Should.Throw<ConfigurationException>(() => _folder.Read("members.BBB.holdout=0.5")).Problems.ShouldHaveSingleItem().Message.ShouldStartWith("'members.holdout' is uncertain and would be drawn all the same");
        _folder.Read("deliberation.ballot-noise=0.5").Arms[0].Terms.Settings.BallotNoise.ShouldBe(0.5);
    }

    [Theory]
    [InlineData("uncertainty: a\nparameters: { members.XYZ.holdout: { uniform: [0, 1] } }", null)]
    [InlineData("uncertainty: a\nparameters: { members.hldout: { uniform: [0, 1] } }", "a.yaml:2:15: parameters.members.hldout: this cannot be uncertain; did you mean 'members.holdout'?")]
    [InlineData("uncertainty: a\nparameters: { members.holdout: { uniform: [2, 1] } }", "a.yaml:2:43: parameters.members.holdout.uniform: the range is empty; expected [low, high]")]
    [InlineData("uncertainty: a", "a.yaml:1:1: expected exactly one of the keys parameters, posterior")]
    public void A_file_is_checked_by_itself_as_far_as_it_can_be(string text, string? problem)
    {
        _folder.Write("a.yaml", text);
        _folder.Problems("a.yaml").ShouldBe(problem is null ? [] : [problem]);
    }

    private void Write(string uncertainty, string crises = "[crisis.yaml]") =>
        _folder.Write("experiment.yaml", $"{ConfigurationFolder.Experiment.Replace("[crisis.yaml]", crises, StringComparison.Ordinal)}\n{uncertainty}");
}
