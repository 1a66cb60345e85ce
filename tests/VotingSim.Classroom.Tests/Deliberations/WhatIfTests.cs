using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>What is changed of a world: in addresses, in experiments and in the terms that come of them.</summary>
public sealed class WhatIfTests(SiloFixture silo) : IDisposable
{
    private readonly TemporaryFolder _folder = new("what-if");

    private Convener Convener => new(new() { Folder = _folder.Path }, silo.Grains);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_address_holds_every_value_and_nothing_that_is_as_shipped()
    {
        var choice = new TableChoice { Rules = ["consensus", "asean-qmv"], WhatIf = Everything };
        choice.Query.ShouldBe(
            "crisis=myanmar-2021&rule=consensus&rule=asean-qmv&seed=1&urgency=0.2&growth=0.4&quota=0.7&patience=62&shadow=2.5&position=IDN%3A40");
        var query = System.Web.HttpUtility.ParseQueryString(choice.Query);
        (choice with { WhatIf = WhatIf.Read(key => query[key]) }).ShouldBe(choice);

        new TableChoice().Query.ShouldBe("crisis=myanmar-2021&rule=consensus&seed=1");
        Everything.Without(Lever.Position).Member.ShouldBeNull();
    }

    [Fact]
    public void The_experiment_that_is_taken_home_has_the_values_where_a_run_takes_them_from()
    {
        var choice = new TableChoice { Rules = ["consensus", "asean-qmv"], WhatIf = Everything };
        var file = Path.Combine(_folder.Path, "taken.yaml");
        File.WriteAllText(file, Convener.Yaml(choice));
        var usual = Convener.Plan(choice with { WhatIf = WhatIf.Nothing }).Arms;
        foreach (var plan in new[] { ExperimentReader.Read(file, []), Convener.Plan(choice) })
        {
            var terms = plan.Arms[1].Terms;
            (terms.Crisis.Urgency.Initial, terms.Crisis.Urgency.Growth).ShouldBe((0.2, 0.4));
            (terms.Crisis.Urgency.ShockRate, terms.Crisis.Urgency.ShockSize)
                .ShouldBe((usual[1].Terms.Crisis.Urgency.ShockRate, usual[1].Terms.Crisis.Urgency.ShockSize));
            (terms.Settings.Calendar.PatienceDays, terms.Settings.ShadowOfTheVote).ShouldBe((62, 2.5));
            terms.Settings.Calendar.RoundDays.ShouldBe(usual[1].Terms.Settings.Calendar.RoundDays);
            Quotas.Of(terms.Rule).Select(criterion => criterion.Quota.Share).ShouldBe([0.7m, 0.65m]);
            plan.Arms[0].Terms.Rule.ShouldBe(usual[0].Terms.Rule);
            for (var seat = 0; seat < terms.Roster.Size; seat++)
            {
                var expected = terms.Roster.Members[seat].Code == "IDN" ? 40 : usual[1].Terms.Crisis.Stances[seat].Position[0];
                terms.Crisis.Stances[seat].Position[0].ShouldBe(expected);
            }
        }
    }

    [Fact]
    public void Of_a_crisis_with_several_issues_the_position_on_the_first_is_moved()
    {
        var choice = new TableChoice { Crisis = "digital-economy", WhatIf = WhatIf.Nothing.With(Lever.Position, 12, "VNM") };
        var usual = Convener.Plan(choice with { WhatIf = WhatIf.Nothing }).Arms[0].Terms;
        var terms = Convener.Plan(choice).Arms[0].Terms;
        var seat = terms.Roster.Members.Select(member => member.Code).ToList().IndexOf("VNM");

        terms.Crisis.Issues.Length.ShouldBeGreaterThan(1);
        terms.Crisis.Stances[seat].Position.ShouldBe([12, .. usual.Crisis.Stances[seat].Position.Skip(1)]);
    }

    [Theory]
    [InlineData("patience", "soon", "expected a number of days from 0 to 3650")]
    [InlineData("patience", "-1", "expected a number of days from 0 to 3650")]
    [InlineData("quota", "1.5", "expected a share from 0.5 to 1")]
    [InlineData("urgency", "NaN", "expected what no decision costs at first, a number from 0 to 1")]
    [InlineData("growth", "9", "expected the growth of that cost in 30 days, a number from 0 to 2")]
    [InlineData("shadow", "1e3", "expected the strength of the shadow, a number from 0 to 20")]
    [InlineData("position", "40", "expected the code of a member, a colon and a place from 0 to 100, e.g. IDN:70")]
    public void A_value_that_is_none_is_named_with_what_was_expected(string key, string value, string expected)
    {
        var choice = new TableChoice { Rules = ["asean-qmv"], WhatIf = WhatIf.Read(one => one == key ? value : null) };
        var query = System.Web.HttpUtility.ParseQueryString(choice.Query);
        query[key].ShouldBe(value);
        Should.Throw<ConfigurationException>(() => Convener.Plan(choice)).Problems.Single().Message
            .ShouldBe($"'{value}' is no value for {key}; {expected}");
    }

    [Fact]
    public void A_member_that_does_not_sit_there_and_a_quota_that_no_rule_has_are_named()
    {
        var strange = new TableChoice { WhatIf = WhatIf.Nothing.With(Lever.Position, 40, "XYZ") };
        Should.Throw<ConfigurationException>(() => Convener.Plan(strange)).Message.ShouldContain("XYZ");
        var none = new TableChoice { Rules = ["consensus"], WhatIf = WhatIf.Nothing.With(Lever.Quota, 0.6) };
        Should.Throw<ConfigurationException>(() => Convener.Plan(none)).Problems.Single().Message
            .ShouldBe("none of the rules has a quota that is a share");
    }

    [Theory]
    [InlineData("asean-qmv", "rules.asean-qmv.all-of.1.at-least", 0.55)]
    [InlineData("two-thirds", "rules.two-thirds.at-least", 2.0 / 3)]
    [InlineData("simple-majority", "rules.simple-majority.more-than", 0.5)]
    [InlineData("consensus-minus-one", null, 0)]
    public void The_quota_that_moves_is_the_first_share(string rule, string? parameter, double share)
    {
        var place = QuotaPlace.Of(Convener.Plan(new() { Rules = ["consensus", rule] }));
        place?.Parameter.ShouldBe(parameter);
        (place is null).ShouldBe(parameter is null);
        (place?.Share ?? 0).ShouldBe(share, 1e-12);
    }

    [Fact]
    public void Another_crisis_begins_as_shipped_and_other_rules_with_their_own_quota()
    {
        var before = new TableChoice { Rules = ["asean-qmv"], WhatIf = Everything };
        new TableChoice { Rules = ["asean-qmv"], Seed = 9 }.Keeping(before).WhatIf.ShouldBe(Everything);
        new TableChoice { Rules = ["two-thirds"] }.Keeping(before).WhatIf.Query.ShouldBe(Everything.Without(Lever.Quota).Query);
        new TableChoice { Crisis = "pandemic", Rules = ["asean-qmv"] }.Keeping(before).WhatIf.IsNothing.ShouldBeTrue();
    }

    private static WhatIf Everything { get; } = WhatIf.Nothing.With(Lever.Urgency, 0.2).With(Lever.Growth, 0.4).With(Lever.Quota, 0.7)
        .With(Lever.Patience, 62).With(Lever.Shadow, 2.5).With(Lever.Position, 40, "IDN");
}
