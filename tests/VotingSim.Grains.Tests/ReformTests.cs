using VotingSim.Campaigns;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>Limits of a reform with a closed form, through the grains: section 9 of docs/model.md.</summary>
public class ReformTests(SiloFixture silo)
{
    private static readonly DecisionRule ThreeOfFive = new Criterion { Quota = Quota.AtLeast(0.6m) };

    private static readonly int[] Days = [.. Enumerable.Range(0, 19).Select(k => 200 * k)];

    public static TheoryData<int> Campaigns() => [.. Enumerable.Range(1, 10)];

    // A matter under consensus dies after 100 days. Nobody minds being outvoted, so that all are for the rule under which it would have lived.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2.5)]
    public async Task The_sun_sets_on_a_reform_and_the_next_death_brings_it_back(double sunset)
    {
        var result = await HoldAsync(new() { By = new Consensus(), Backlog = 1, SunsetYears = sunset }, outvoted: 0);

        var (since, dead) = ((int?)null, false);
        foreach (var (row, day) in result.Matters.Zip(Days))
        {
            if (sunset > 0 && since is { } began && day >= began + (sunset * 365.25))
            {
                (since, dead) = (null, false);
            }

            since = since is null && dead ? day : since;
            row.IsReformed.ShouldBe(since is not null, $"day {day}");
            row.Result.Decided[0].ShouldBe(since is not null);
            dead |= since is null;
        }

        result.Matters[0].IsReformed.ShouldBeFalse();
        result.Matters[1].IsReformed.ShouldBeTrue();
    }

    // Two of five object to everything. Being outvoted costs them twice what a deadlock does.
    [Fact]
    public async Task Whoever_expects_to_be_outvoted_objects_and_whether_that_counts_is_up_to_the_rule_in_force()
    {
        (await HoldAsync(new() { By = new Consensus(), Backlog = 1 }, outvoted: 0.1)).Matters.ShouldAllBe(matter => !matter.IsReformed);
        (await HoldAsync(new() { By = new Unanimity(), Backlog = 1 }, outvoted: 0.1)).Matters.ShouldAllBe(matter => !matter.IsReformed);
        (await HoldAsync(new() { By = ThreeOfFive, Backlog = 1 }, outvoted: 0.1)).Matters.Count(matter => matter.IsReformed).ShouldBe(Days.Length - 1);
        (await HoldAsync(new() { By = new Consensus(), Backlog = 1 }, outvoted: 0.049)).Matters.Count(matter => matter.IsReformed).ShouldBe(Days.Length - 1);
    }

    [Fact]
    public async Task On_a_set_day_the_members_are_asked_once_and_at_a_backlog_when_so_many_are_dead()
    {
        (await HoldAsync(new() { By = new Consensus(), Days = [700] }, outvoted: 0)).Matters.Select(matter => matter.IsReformed)
            .ShouldBe(Days.Select(day => day >= 800));
        (await HoldAsync(new() { By = new Consensus(), Days = [0] }, outvoted: 0)).Matters.ShouldAllBe(matter => !matter.IsReformed); // nothing had died yet
        (await HoldAsync(new() { By = new Consensus(), Backlog = 4 }, outvoted: 0)).Matters.Select(matter => matter.IsReformed)
            .ShouldBe(Days.Select(day => day >= 800));
    }

    [Theory]
    [MemberData(nameof(Campaigns))]
    public async Task Without_marks_no_reform_comes_and_no_bit_changes(int index)
    {
        var terms = new RandomCampaign(index).Terms() with { Conduct = new() { Memory = new() { Outvoted = 0, Consent = 0, Deadlock = 0, LeftOut = 0 } } };
        terms = terms with { Streams = [.. terms.Streams.Select(stream => stream with { Terms = stream.Terms with { Uncertainty = null }, Reformed = stream.Terms with { Uncertainty = null, Rule = ThreeOfFive } })] };

        var result = await silo.HoldAsync(terms with { Reform = new() { By = new Consensus(), Backlog = 1 } }, 40);
        result.SelectMany(campaigns => campaigns.Matters).ShouldAllBe(matter => !matter.IsReformed);
        CampaignBits.Of(result).ShouldBe(CampaignBits.Of(await silo.HoldAsync(terms with { Reform = null }, 40)));
    }

    private async Task<CampaignResult> HoldAsync(Reform reform, double outvoted)
    {
        var matter = Some.Terms(new Consensus(), [60, 60, 60, 0, 0], [100, 100, 100, 100, 100], new() { Initial = 0, Growth = 0, ShockRate = 0 });
        matter = matter with { Settings = matter.Settings with { HorizonDays = 100 } };
        return (await silo.HoldAsync(
            new CampaignTerms
            {
                Years = 10,
                Streams = [new() { Terms = matter, Reformed = matter with { Rule = ThreeOfFive }, Days = [.. Days] }],
                Reform = reform,
                Conduct = new() { Memory = new() { Outvoted = outvoted, Consent = 0, Deadlock = 0.05, Listening = 0 } },
            },
            1)).Single();
    }
}
