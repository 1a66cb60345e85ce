using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using VotingSim.Calendars;
using VotingSim.Cohorts;
using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;
using VotingSim.Worlds;

namespace VotingSim.Grains.Tests;

/// <summary>Uncertain parameters and waits for the agenda, through the grains and from one process to another.</summary>
public class UncertaintyTests(SiloFixture silo)
{
    private static readonly Serializer Serializer =
        new ServiceCollection().AddSerializer(serializer => serializer.AddAssembly(typeof(CohortOrder).Assembly)).BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public async Task Every_member_and_the_chair_draw_the_same_worlds_as_a_loop_without_grains()
    {
        var terms = Terms();
        var loop = Loop(terms, 500);

        var grains = (await silo.DeliberateAsync(terms, 500)).Single();

        grains.Parameters.ShouldBe(loop.Parameters);
        grains.Endings.ShouldBe(loop.Endings);
        grains.WaitDays.ShouldBe(loop.WaitDays);
        grains.Days.ShouldBe(loop.Days);
        grains.Content.ShouldBe(loop.Content);
        grains.MeanUtility.ShouldBe(loop.MeanUtility);
        grains.Rounds.ShouldContain(0);
        grains.Endings.Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Uncertain_terms_and_their_columns_come_out_as_they_went_in()
    {
        var terms = Terms();
        var order = Serializer.Deserialize<CohortOrder>(Serializer.SerializeToArray(new CohortOrder("arm", terms, new(0, 100), 0)))!;

        order.Terms.Uncertainty.ShouldNotBeNull().Parameters.ShouldBe(terms.Uncertainty!.Parameters);
        order.Terms.Uncertainty.PerDraw.ShouldBe(2);
        order.Terms.Settings.Calendar.ShouldBe(terms.Settings.Calendar);
        order.Terms.Roster.Calendars.ShouldBe(terms.Roster.Calendars);
        var posterior = order.Terms.Uncertainty.Posterior.ShouldNotBeNull();
        posterior.Columns.ShouldBe(terms.Uncertainty.Posterior!.Columns);
        posterior.Rows.SelectMany(row => row).ShouldBe(terms.Uncertainty.Posterior.Rows.SelectMany(row => row));
        posterior.Weights.ShouldBe(terms.Uncertainty.Posterior.Weights);

        var result = (await silo.DeliberateAsync(order.Terms, 100)).Single();
        var back = Serializer.Deserialize<CohortMessage>(Serializer.SerializeToArray(new CohortMessage(result, Orleans.Runtime.SiloAddress.Zero, 1))).Result;
        back.Parameters.ShouldBe(result.Parameters);
        back.Endings.ShouldBe(result.Endings);
        back.WaitDays.ShouldBe(result.WaitDays);
        back.Days.ShouldBe(result.Days);
        back.Content.ShouldBe(result.Content);
        back.Inequality.ShouldBe(result.Inequality);
    }

    [Fact]
    public async Task A_room_whose_table_never_opens_in_time_has_nothing_to_hold()
    {
        var terms = Terms() with { Settings = new() { Calendar = new() { FirstRoundDay = 40 }, HorizonDays = 30 } };
        var room = silo.Grains.GetGrain<IRoomGrain>("too-late");

        (await room.ConveneAsync(new(terms, 0))).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(room.HoldRoundAsync(RoundActs.None));
    }

    private static CohortResult Loop(DeliberationTerms terms, int replications)
    {
        var (chair, cohort) = (new Chair(terms), new Cohort(0, replications));
        Delegation[] members =
            [.. Enumerable.Range(0, terms.Roster.Size).Select(seat => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed, terms.Uncertainty))];
        if (chair.Open(cohort, Array.ConvertAll(members, member => member.Open(cohort))))
        {
            var brief = chair.Brief();
            chair.Begin(Array.ConvertAll(members, member => member.Consult(brief)));
            do
            {
                brief = chair.Brief();
            }
            while (chair.Conclude(Array.ConvertAll(members, member => member.Answer(brief))));
        }

        return chair.Result();
    }

    private static DeliberationTerms Terms() => new()
    {
        Roster = Roster.Of([.. Enumerable.Range(0, 5).Select(seat => new MemberState { Code = $"M{seat}", Name = $"M{seat}" })]) with
        {
            Calendars = new() { Acute = new() { RoundDays = 7 }, Pressing = new(), Slow = new() { Agenda = new() { MedianDays = 3200, Spread = 1.2 } } },
        },
        Crisis = new()
        {
            Name = "crisis",
            Category = "security",
            Issues = [new() { Name = "issue", Low = "low", High = "high", StatusQuo = 10 }],
            Stances = [.. Enumerable.Range(0, 5).Select(seat => new Stance { Position = [10 + (20.0 * seat)], Salience = [60], Exposure = 0.5 })],
            Pressure = Pressure.Pressing,
            AtHorizon = AtHorizon.Failed,
        },
        Rule = new Criterion { Quota = Quota.AtLeast(0.6m) },
        Settings = new() { Calendar = new() { Agenda = new() { MedianDays = 200, Spread = 1.2 } }, HorizonDays = 400, SalienceNoise = 5 },
        Seed = 9,
        Uncertainty = new()
        {
            PerDraw = 2,
            Parameters =
            [
                Of("deliberation.ballot-noise", WorldParameter.BallotNoise, new Prior.LogUniform(0.01, 0.12)),
                Of("members.holdout", WorldParameter.Holdout, new Prior.LogNormal(1, 0.3)) with { Scales = true },
                Of("members.M3.influence", WorldParameter.Influence, new Prior.Normal(1, 0.2)) with { Seat = 3 },
                Of("deliberation.patience-days", WorldParameter.PatienceDays, new Prior.Triangular(0, 60, 240)),
                Of("deliberation.position-noise", WorldParameter.PositionNoise, new Prior.Uniform(2, 10)),
                Of("members.flexibility", WorldParameter.Flexibility, null),
            ],
            Posterior = new() { Columns = ["members.flexibility"], Rows = [[0.2], [0.4], [0.6]], Weights = [1, 2, 1.5] },
        },
    };

    private static UncertainParameter Of(string name, WorldParameter parameter, Prior? prior) => new()
    {
        Name = name,
        Parameter = parameter,
        Prior = prior,
        Lowest = 0,
        Highest = parameter is WorldParameter.Holdout or WorldParameter.Flexibility ? 1 : 1e6,
    };
}
