using VotingSim.Crises;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>What must not make a difference, and what may only make it in one direction.</summary>
public class InvarianceTests(SiloFixture silo)
{
    private const int Replications = 300;

    public static TheoryData<int> Worlds() => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task The_cohort_size_does_not_change_a_bit(int world)
    {
        var terms = new RandomWorld(world).Terms();
        var one = await Bits.OfAsync(silo, terms, Replications, cohortSize: 1);

        (await Bits.OfAsync(silo, terms, Replications, cohortSize: 37)).ShouldBe(one);
        (await Bits.OfAsync(silo, terms, Replications, cohortSize: 4096)).ShouldBe(one);
    }

    // Cohorts begin within a draw that several replications share.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Nor_where_replications_share_their_uncertain_parameters(int perDraw)
    {
        var terms = Enumerable.Range(1, 100).Select(world => new RandomWorld(world).Terms()).First(terms => terms.Uncertainty is { Parameters.Length: > 4 });
        terms = terms with { Uncertainty = terms.Uncertainty! with { PerDraw = perDraw } };
        var one = await Bits.OfAsync(silo, terms, Replications, cohortSize: 1);

        (await Bits.OfAsync(silo, terms, Replications, cohortSize: 7)).ShouldBe(one);
        (await Bits.OfAsync(silo, terms, Replications, cohortSize: 4096)).ShouldBe(one);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Uncertainty_about_nothing_does_not_change_a_bit(int world)
    {
        var terms = new RandomWorld(world).Terms();

        (await Bits.OfAsync(silo, terms with { Uncertainty = new() { Parameters = [] } }, Replications))
            .ShouldBe(await Bits.OfAsync(silo, terms with { Uncertainty = null }, Replications));
    }

    [Fact]
    public async Task Raising_a_quota_never_makes_a_decision_earlier_with_a_fixed_text_no_shadow_and_no_noise()
    {
        for (var world = 0; world < 30; world++)
        {
            var random = new Random(world);
            var positions = Enumerable.Range(0, 9).Select(_ => 100 * random.NextDouble()).ToArray();
            var saliences = Enumerable.Range(0, 9).Select(_ => 20 + (80 * random.NextDouble())).ToArray();
            var last = 0;
            foreach (var quota in new[] { 0.3m, 0.5m, 0.55m, 2m / 3, 0.75m, 0.9m, 1m })
            {
                var rule = new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeast(quota) };
                var terms = Some.Terms(rule, positions, saliences, new Urgency { ShockRate = 0.5 }, Some.Silence, seat => Some.RigidMember(seat) with { Holdout = 0.5 });
                var rounds = (await silo.DeliberateAsync(terms, replications: 1)).Single().Rounds[0];
                rounds.ShouldBeGreaterThanOrEqualTo(last);
                last = rounds;
            }
        }
    }

    [Fact]
    public async Task Urgency_that_grows_beyond_all_bounds_ends_in_support_and_not_in_undefined_numbers()
    {
        var terms = Some.Terms(new Unanimity(), Some.Spread(6, 5, 95), [10, 90, 50, 70, 20, 60], new Urgency { Initial = 1e-300, Growth = 100 }, Some.Silence, seat => Some.RigidMember(seat) with { Holdout = 0.5 });

        var result = (await silo.DeliberateAsync(terms with { Rule = Some.Impossibility }, replications: 4, traced: 4)).Single();

        result.Traces[^1].Urgency.ShouldBe(1e6);
        result.Traces.SelectMany(round => round.Margins).ShouldAllBe(margin => double.IsFinite(margin));
        result.Supporters.ShouldAllBe(supporters => supporters == 63);
        (await silo.DeliberateAsync(terms, replications: 4)).Single().Decided.ShouldAllBe(decided => decided);
    }

    [Fact]
    public async Task A_replication_can_be_deliberated_alone()
    {
        var terms = new RandomWorld(21).TermsWithoutWait();
        var together = (await silo.DeliberateAsync(terms, replications: 50, cohortSize: 50, traced: 50)).Single();
        var alone = (await silo.DeliberateAsync(terms, replications: 50, cohortSize: 1, traced: 50))[42];

        alone.Rounds[0].ShouldBe(together.Rounds[42]);
        var rounds = together.Traces.Where(round => round.Replication == 42).ToArray();
        alone.Traces.Count.ShouldBe(rounds.Length);
        foreach (var (first, second) in alone.Traces.Zip(rounds))
        {
            first.Ballots.ShouldBe(second.Ballots);
            first.Margins.ShouldBe(second.Margins);
            first.Opinions.ShouldBe(second.Opinions);
            first.Draft.ShouldBe(second.Draft);
            first.Urgency.ShouldBe(second.Urgency);
        }
    }

    [Fact]
    public async Task Tables_deliberate_side_by_side_without_touching_one_another()
    {
        var terms = Enumerable.Range(0, 8).Select(world => new RandomWorld(100 + world).Terms()).ToArray();
        var alone = new List<IReadOnlyList<long>>();
        foreach (var world in terms)
        {
            alone.Add(await Bits.OfAsync(silo, world, 100));
        }

        var together = await Task.WhenAll(terms.Select(world => Bits.OfAsync(silo, world, 100)));

        for (var world = 0; world < terms.Length; world++)
        {
            together[world].ShouldBe(alone[world]);
        }
    }

    [Fact]
    public async Task A_chair_that_is_given_other_terms_under_the_same_name_does_not_keep_the_former()
    {
        var chair = silo.Grains.GetGrain<IChairGrain>("reused");
        var (one, other) = (new RandomWorld(3).Terms(), new RandomWorld(3).Terms() with { Seed = 99 });

        var first = (await chair.DeliberateAsync(new("arm", one, new(0, 50), 0))).Result;
        var second = (await chair.DeliberateAsync(new("arm", other, new(0, 50), 0))).Result;

        second.MeanUtility.ShouldNotBe(first.MeanUtility);
        second.MeanUtility.ShouldBe((await silo.DeliberateAsync(other, 50)).Single().MeanUtility);
    }
}
