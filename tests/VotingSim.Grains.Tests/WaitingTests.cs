using VotingSim.Calendars;
using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>Section 6 of docs/model.md, limit 8: the wait for the agenda.</summary>
public class WaitingTests(SiloFixture silo)
{
    private const int Replications = 40_000;
    private const double FirstDay = 7;

    [Theory]
    [InlineData(7, 1.2)]
    [InlineData(430, 1.2)]
    [InlineData(3200, 0.3)]
    [InlineData(25.5, 0)]
    public async Task With_a_rule_that_adopts_at_once_the_time_is_a_lognormal_wait_rounded_up_and_the_first_interval(double median, double spread)
    {
        const double Horizon = 5000;
        double[] limits = [.. Enumerable.Range(-4, 13).Select(step => Math.Ceiling(median * Math.Exp(spread * step / 4)))
            .Where(limit => limit <= Horizon - FirstDay).Distinct()];
        var within = new int[limits.Length];
        var decided = 0;
        foreach (var result in await silo.DeliberateAsync(Terms(median, spread, Horizon), Replications, cohortSize: 4096))
        {
            for (var slot = 0; slot < result.Cohort.Count; slot++)
            {
                var wait = result.WaitDays[slot];
                var isInTime = wait + FirstDay <= Horizon;
                (result.Decided[slot], result.Rounds[slot]).ShouldBe((isInTime, isInTime ? 1 : 0));
                result.Days[slot].ShouldBe(isInTime ? wait + FirstDay : Horizon);
                result.Endings[slot].ShouldBe(isInTime ? Ending.Consent : Ending.Open);
                decided += isInTime ? 1 : 0;
                for (var limit = 0; limit < limits.Length; limit++)
                {
                    within[limit] += wait <= limits[limit] ? 1 : 0;
                }
            }
        }

        var tests = limits.Length + 1;
        for (var limit = 0; limit < limits.Length; limit++)
        {
            within[limit].ShouldBeBinomial(Replications, AtMost(limits[limit]), tests, $"within {limits[limit]} days");
        }

        decided.ShouldBeBinomial(Replications, AtMost(Horizon - FirstDay), tests, "in time");

        double AtMost(double days) => spread == 0 ? days >= Math.Ceiling(median) ? 1 : 0 : Chance.Normal(Math.Log(days / median) / spread);
    }

    [Fact]
    public async Task A_matter_that_waits_beyond_the_horizon_has_no_session_and_no_ballots_and_leaves_things_as_they_are()
    {
        foreach (var atHorizon in Enum.GetValues<AtHorizon>())
        {
            var terms = Terms(median: 600, spread: 0, horizon: 500);
            terms = terms with { Crisis = terms.Crisis with { AtHorizon = atHorizon } };

            var result = (await silo.DeliberateAsync(terms, replications: 3, traced: 3)).Single();

            result.Traces.ShouldBeEmpty();
            result.WaitDays.ShouldBe([600, 600, 600]);
            result.Rounds.ShouldBe([0, 0, 0]);
            result.Decided.ShouldBe([false, false, false]);
            result.Endings.ShouldAllBe(ending => ending == (atHorizon == AtHorizon.Failed ? Ending.Failed : Ending.Open));
            result.Days.ShouldBe([500, 500, 500]);
            result.Supporters.ShouldAllBe(supporters => supporters == 0);
            result.Objectors.ShouldAllBe(objectors => objectors == 0);
            result.AgreementIndex.ShouldAllBe(index => double.IsNaN(index));
            result.RiceIndex.ShouldAllBe(index => double.IsNaN(index));
            result.Coverage.ShouldAllBe(coverage => double.IsNaN(coverage));
            result.Outcome[0].ShouldBe([20, 20, 20]);
            result.PositionalCohesion.ShouldBe(result.OpeningCohesion);
        }
    }

    [Fact]
    public async Task Without_a_wait_the_table_opens_on_the_day_of_the_event()
    {
        var result = (await silo.DeliberateAsync(Terms(median: 0, spread: 1.2, horizon: 500), replications: 100)).Single();

        result.WaitDays.ShouldAllBe(wait => wait == 0);
        result.Days.ShouldAllBe(day => day == FirstDay);
    }

    [Fact]
    public async Task A_wait_of_more_days_than_can_be_told_is_told_as_the_most()
    {
        var result = (await silo.DeliberateAsync(Terms(median: 1e12, spread: 0, horizon: 500), replications: 3)).Single();

        result.WaitDays.ShouldAllBe(wait => wait == int.MaxValue);
        result.Days.ShouldAllBe(day => day == 500);
    }

    // Nobody loses so much that it would object, and everybody supports.
    private static DeliberationTerms Terms(double median, double spread, double horizon)
    {
        var settings = Some.Silence with
        {
            HorizonDays = horizon,
            Calendar = new() { Agenda = new AgendaWait { MedianDays = median, Spread = spread }, FirstRoundDay = FirstDay, RoundDays = 500, PatienceDays = 0 },
        };
        return Some.Terms(new Consensus(), [10, 40, 80], [50, 60, 70], new() { ShockRate = 0 }, settings, seat => Some.RigidMember(seat) with { Unity = 1 });
    }
}
