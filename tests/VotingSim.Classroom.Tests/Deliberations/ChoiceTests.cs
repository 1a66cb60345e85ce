using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Runs;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>Addresses, choices and what can be taken home of them.</summary>
public sealed class ChoiceTests(SiloFixture silo) : IDisposable
{
    private readonly TemporaryFolder _folder = new("classroom");

    private Convener Convener => new(new() { Folder = _folder.Path }, silo.Grains);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_address_says_the_whole_choice()
    {
        var choice = new TableChoice
        {
            Crisis = "pandemic",
            Members = "asean-11",
            Rules = ["unanimity", "penrose"],
            Seed = ulong.MaxValue,
            Replication = 12,
        };
        var query = System.Web.HttpUtility.ParseQueryString(choice.Query);

        Address.Choice(query["crisis"], query["members"], query.GetValues("rule")!, query["seed"], query["replication"]).ShouldBe(choice);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void What_an_address_does_not_say_is_at_its_default(string? number) =>
        Address.Choice("", null, [], number, number).ShouldBe(new TableChoice());

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999999")]
    public void A_seed_that_is_none_is_told_and_never_another_in_silence(string number)
    {
        var choice = Address.Choice(null, null, [], number, number);
        choice.ShouldNotBe(new TableChoice());
        var query = System.Web.HttpUtility.ParseQueryString(choice.Query);
        Address.Choice(null, null, [], query["seed"], query["replication"]).ShouldBe(choice);
        foreach (var act in new Action[] { () => Convener.Plan(choice), () => Convener.Yaml(choice) })
        {
            Should.Throw<ConfigurationException>(act).Problems.Select(problem => problem.Message).ShouldBe(
            [
                $"'{number}' is no seed; expected a whole number from 0 to 18446744073709551615",
                $"'{number}' is no replication; expected a whole number from 0 to 4294967295",
            ]);
        }
    }

    [Fact]
    public void Members_are_offered_where_they_can_be_convened()
    {
        Convener.MembersFor("myanmar-2021").Select(entry => entry.Name).ShouldBe(["asean-10", "asean-11"]);
        foreach (var crisis in Convener.CatalogueOf("crisis").Select(entry => entry.Name))
        {
            var offered = Convener.MembersFor(crisis).ToArray();
            offered.ShouldNotBeEmpty();
            foreach (var members in offered)
            {
                Convener.Plan(new() { Crisis = crisis, Members = members.Name }).Arms.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void What_is_taken_home_holds_no_path_of_the_server_and_runs_from_the_folder_of_the_classroom()
    {
        OwnCrisis.Write(_folder.Path, wait: 10);
        var choice = new TableChoice { Crisis = OwnCrisis.Name };
        var text = Convener.Yaml(choice);
        text.ShouldNotContain(_folder.Path);
        text.ShouldContain($"configs/crises/{OwnCrisis.Name}.yaml");
        var file = _folder.In("home.yaml");
        File.WriteAllText(file, text);
        ExperimentReader.Read(file, []).Fingerprint.ShouldBe(Convener.Plan(choice).Fingerprint);
    }

    [Fact]
    public void A_lesson_has_as_many_rounds_as_it_takes_for_every_rule_of_a_sequence_to_be_in_force()
    {
        Convener.LessonRounds(new() { Rules = ["asean-qmv"] }, 8, 50).ShouldBe(8);
        var rounds = Convener.LessonRounds(new() { Rules = ["consensus-then-qmv"] }, 8, 50);
        var terms = Convener.Plan(new() { Rules = ["consensus-then-qmv"], Rounds = rounds }).Arms[0].Terms;
        var days = Enumerable.Range(0, rounds).Select(terms.Settings.Calendar.DayOf).ToArray();
        days.Count(day => day > 180).ShouldBe(3);
        days[^1].ShouldBeLessThanOrEqualTo(terms.Settings.HorizonDays);
    }

    [Fact]
    public void What_is_on_the_screen_is_an_experiment_that_reads_as_the_same_plan()
    {
        var choice = new TableChoice { Crisis = "cyber-attack", Rules = ["consensus", "asean-qmv"], Seed = 5 };
        var file = _folder.In("classroom.yaml");
        File.WriteAllText(file, Convener.Yaml(choice));

        ExperimentReader.Read(file, []).Fingerprint.ShouldBe(Convener.Plan(choice).Fingerprint);
    }

    [Fact]
    public void A_file_of_the_users_goes_before_what_ships_by_the_same_name()
    {
        Directory.CreateDirectory(_folder.In("configs", "rules"));
        File.WriteAllText(_folder.In("configs", "rules", "consensus.yaml"), "rule: consensus\ntitle: Mine\nunanimity: true\n");
        File.WriteAllText(_folder.In("configs", "rules", "my-rule.yaml"), "rule: my-rule\nat-least: { count: 7 }\n");

        Convener.Catalogue.Single(entry => entry.Kind == "rule" && entry.Name == "consensus").Title.ShouldBe("Mine");
        Convener.Plan(new()).Arms[0].Terms.Rule.ShouldBeOfType<VotingSim.Rules.Unanimity>();
        Convener.Plan(new() { Rules = ["my-rule"] }).Arms[0].Rule.ShouldBe("my-rule");
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../etc/passwd")]
    [InlineData("../configs/rules/consensus.yaml")]
    [InlineData("no-such-thing")]
    public void A_name_that_is_not_in_the_catalogue_is_never_followed_as_a_path(string name)
    {
        var problems = Should.Throw<ConfigurationException>(() => Convener.Plan(new() { Rules = [name] })).Problems;

        problems.ShouldHaveSingleItem().Message.ShouldStartWith("no rule of the name");
    }

    [Fact]
    public async Task The_name_of_a_run_never_leads_out_of_the_results()
    {
        var shelf = new ResultsShelf(new() { Folder = _folder.Path });
        Directory.CreateDirectory(_folder.In("results"));
        File.WriteAllText(_folder.In("manifest.json"), "{}");
        foreach (var name in new[] { "..", "../", "/", _folder.Path, "a/../..", "a\0b", "", "no-such-run" })
        {
            (await shelf.OpenAsync(name)).ShouldBeNull(name);
        }
    }

    [Fact]
    public void Quotas_are_replaced_in_the_order_in_which_they_are_read()
    {
        var rule = Convener.Seat("eu-lisbon", "eu-27").Rule;
        var replaced = Quotas.Replace(rule, [0.72m, null]);

        Quotas.Of(rule).Select(criterion => criterion.Quota.Amount).ShouldBe([0.55m, 0.65m]);
        Quotas.Of(replaced).Select(criterion => criterion.Quota.Amount).ShouldBe([0.72m, 0.65m]);
        Quotas.Of(replaced)[1].BlockingMinority.ShouldBe(4);
    }

    [Theory]
    [InlineData("55", false, 0.55)]
    [InlineData("66.5", false, 0.665)]
    [InlineData("101", false, null)]
    [InlineData("-1", false, null)]
    [InlineData("half", false, null)]
    [InlineData("7", true, 7.0)]
    public void A_quota_is_typed_in_per_cent_or_as_a_count(string text, bool isCount, double? amount) =>
        Quotas.Read(new(0, isCount, Exceeded: false), text).ShouldBe((decimal?)amount);

    [Fact]
    public void Replications_that_are_none_are_refused_with_what_was_expected()
    {
        Convener.Experiment("myanmar-consensus-or-qmv", "50").Replications.ShouldBe(50);
        Should.Throw<ConfigurationException>(() => Convener.Experiment("myanmar-consensus-or-qmv", "many")).Message.ShouldContain("replications");
    }
}
