using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>Section 6 of docs/model.md, limits 1 to 5: where mathematics says what must come out, through the grains.</summary>
public class ClosedFormTests(SiloFixture silo)
{
    private const int Replications = 200_000;

    private static readonly Urgency None = new() { Initial = 0, Growth = 0, ShockRate = 0, ShockSize = 0 };

    public static TheoryData<string, DecisionRule> Rules() => new()
    {
        { "consensus", new Consensus() },
        { "consensus minus one", new ConsensusMinus(1) },
        { "two thirds", new Criterion { Quota = Quota.AtLeast(2m / 3) } },
        { "half of those voting", new Criterion { Quota = Quota.MoreThan(0.5m), OfVoting = true } },
        { "double majority", Some.DoubleMajority },
        { "veto", new Veto(["M01"], new Criterion { Quota = Quota.MoreThan(0.5m) }) },
        { "minus two", new OptOut(2, new Consensus()) },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Memoryless_time_to_decision_is_geometric_with_the_exact_probability_over_all_ballots(string name, DecisionRule rule)
    {
        name.ShouldNotBeEmpty();
        const double Noise = 0.1, Unity = 0.05, Reticence = 0.03, Urgency = 0.08;
        var settings = Some.Silence with { BallotNoise = Noise, HorizonDays = 300 };
        var terms = Some.Terms(
            rule, Some.Spread(7, 10, 90), [80, 40, 60, 70, 50, 90, 55], None with { Initial = Urgency }, settings, seat => Some.RigidMember(seat) with { Unity = Unity, Reticence = Reticence });

        // m_i = D_i(q) - D_i(p) + kappa e_i; the noise is logistic.
        var margins = Enumerable.Range(0, 7).Select(i => PlainLoss.Of(terms, i, 20) - PlainLoss.Of(terms, i, 60) + (Urgency * terms.Crisis.Stances[i].Exposure)).ToArray();
        var support = margins.Select(m => 1 / (1 + Math.Exp(-(m + Unity) / Noise))).ToArray();
        var objection = margins.Select(m => 1 / (1 + Math.Exp((m + Unity + Reticence) / Noise))).ToArray();
        var adopts = ProbabilityOfAdoption(new SeatedRule(rule, terms.Roster, tabulate: false), support, objection);

        await ShouldBeGeometric(terms, adopts);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task With_fair_coins_for_ballots_the_parameter_is_Colemans_power_of_the_collectivity_to_act(string name, DecisionRule rule)
    {
        name.ShouldNotBeEmpty();
        var settings = Some.Silence with { Text = [20], BallotNoise = 0.1, HorizonDays = 300 }; // the text is the status quo, so that every margin is 0
        var terms = Some.Terms(rule, Some.Spread(7, 10, 90), [80, 40, 60, 70, 50, 90, 55], None, settings);
        var seated = new SeatedRule(rule, terms.Roster, tabulate: false);
        var winning = Enumerable.Range(0, 1 << 7).Count(supporters => seated.Adopts(new(new((ulong)supporters), new((ulong)(127 & ~supporters)))));

        await ShouldBeGeometric(terms, winning / 128.0);
    }

    [Fact]
    public async Task Deterministic_members_support_from_the_session_in_which_urgency_outweighs_their_loss()
    {
        const double Start = 0.01, Growth = 0.2;
        foreach (var (_, rule) in Rules().Select(row => row.Data))
        {
            for (var world = 0; world < 40; world++)
            {
                var random = new Random(world);
                var positions = Enumerable.Range(0, 7).Select(_ => 100 * random.NextDouble()).ToArray();
                var saliences = Enumerable.Range(0, 7).Select(_ => 20 + (80 * random.NextDouble())).ToArray();
                var (unity, reticence) = (0.1 * random.NextDouble(), 0.05 * random.NextDouble());
                var terms = Some.Terms(
                    rule, positions, saliences, None with { Initial = Start, Growth = Growth }, Some.Silence with { HorizonDays = 1000 },
                    seat => Some.RigidMember(seat) with { Unity = unity, Reticence = reticence });
                var seated = new SeatedRule(rule, terms.Roster, tabulate: false);
                int? decided = null;
                for (var round = 0; round < 100 && decided is null; round++)
                {
                    var margins = Enumerable.Range(0, 7).Select(i =>
                        (Start * Math.Exp(Growth * (round + 1) * 10 / 30) * terms.Crisis.Stances[i].Exposure) - (PlainLoss.Of(terms, i, 60) - PlainLoss.Of(terms, i, 20))).ToArray();
                    var tally = new Tally(Where(margins, m => m >= -unity), Where(margins, m => m < -unity - reticence));
                    decided = seated.Adopts(tally) ? round + 1 : null;
                }

                var result = (await silo.DeliberateAsync(terms, replications: 3)).Single();
                result.Decided.ShouldAllBe(isDecided => isDecided == decided.HasValue);
                result.Rounds.ShouldAllBe(rounds => rounds == (decided ?? 100));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pure_deliberation_converges_to_the_equilibrium_of_Friedkin_and_Johnsen(bool withExternalPower)
    {
        var settings = Some.Silence with { HorizonDays = 4000 };
        var terms = Some.Terms(Some.Impossibility, [10, 25, 40, 80, 95], [10, 20, 30, 40, 50], None, settings, seat => Some.RigidMember(seat) with { Flexibility = 0.9, Influence = 1 + seat });
        terms = terms with
        {
            Roster = terms.Roster with { Affinity = [.. Enumerable.Range(0, 25).Select(pair => pair / 5 == pair % 5 ? 1.0 : 0.2 + (pair % 3))] },
            Crisis = terms.Crisis with
            {
                ExternalPowers = withExternalPower ? [new() { Name = "Power", Position = [100], Influence = 2, Affinity = [1, 0, 0.5, 0, 2] }] : [],
            },
        };

        // (I - F W) o = (I - F) x + F v, v being what is heard from outside.
        var system = new double[5, 6];
        for (var i = 0; i < 5; i++)
        {
            var f = 0.9 * (1 - (terms.Crisis.Stances[i].Salience[0] / 100));
            var voices = terms.Crisis.ExternalPowers.Sum(power => power.Influence * power.Affinity[i]);
            var heard = Enumerable.Range(0, 5).Sum(j => terms.Roster.Members[j].Influence * terms.Roster.AffinityOf(i, j)) + voices;
            for (var j = 0; j < 5; j++)
            {
                system[i, j] = (i == j ? 1 : 0) - (f * terms.Roster.Members[j].Influence * terms.Roster.AffinityOf(i, j) / heard);
            }

            system[i, 5] = ((1 - f) * terms.Crisis.Stances[i].Position[0]) + (f * voices * 100 / heard);
        }

        var equilibrium = Solve(system);
        var result = (await silo.DeliberateAsync(terms, replications: 1, traced: 1)).Single();
        var last = result.Traces[^1];
        last.Round.ShouldBe(399);
        for (var i = 0; i < 5; i++)
        {
            last.Opinions[i].ShouldBe(equilibrium[i], 1e-9);
        }
    }

    // With voices alike, listening does not move the mean, and W maps every deviation from it to 0.
    [Theory]
    [InlineData(0.0, 10)]
    [InlineData(0.1, 10)]
    [InlineData(2.0, 1)]
    [InlineData(2.0, 14)]
    [InlineData(8.0, 90)]
    public async Task The_distance_to_the_equilibrium_shrinks_with_the_consultation_rate_and_the_day_alone(double rate, double roundDays)
    {
        double[] positions = [10, 25, 40, 80, 95];
        var settings = Some.Silence with { Calendar = Some.SessionsEvery(roundDays, first: 3), ConsultationRate = rate, HorizonDays = 200 };
        var terms = Some.Terms(Some.Impossibility, positions, [40, 40, 40, 40, 40], None, settings, seat => Some.RigidMember(seat) with { Flexibility = 0.8 });

        foreach (var round in (await silo.DeliberateAsync(terms, replications: 1, traced: 1)).Single().Traces)
        {
            for (var i = 0; i < 5; i++)
            {
                var equilibrium = (0.52 * positions[i]) + (0.48 * positions.Average());
                round.Opinions[i].ShouldBe(equilibrium + (Math.Exp(-rate * round.Day / 30) * (positions[i] - equilibrium)), 1e-12);
            }
        }
    }

    [Fact]
    public async Task Without_consultation_the_compromise_of_every_session_is_the_weighted_mean_of_positions()
    {
        var settings = Some.Silence with { Drafting = DraftingMethod.Compromise, ConsultationRate = 0 };
        var terms = Some.Terms(
            Some.Impossibility, [10, 25, 40, 80, 95], [10, 20, 30, 40, 50], None, settings, seat => Some.RigidMember(seat) with { Influence = 1 + seat, Flexibility = 0.9 });

        var rounds = (await silo.DeliberateAsync(terms, replications: 1, traced: 1)).Single().Traces;

        rounds.Count.ShouldBe(200);
        foreach (var round in rounds)
        {
            round.Draft[0].ShouldBe(((10 * 10) + (2 * 20 * 25) + (3 * 30 * 40) + (4 * 40 * 80) + (5 * 50 * 95)) / (10.0 + 40 + 90 + 160 + 250), 1e-12);
        }
    }

    // Six voices of 0.7 add up to a number whose half three of them are not, in binary.
    [Theory]
    [InlineData(1)]
    [InlineData(0.1)]
    [InlineData(0.7)]
    [InlineData(0.2156764248695725)]
    public async Task A_median_with_half_the_weight_on_either_side_is_the_middle_of_two_positions_however_sums_are_rounded(double influence)
    {
        foreach (var members in new[] { 2, 4, 6, 8, 10, 12, 14 })
        {
            var settings = Some.Silence with { Drafting = DraftingMethod.Median, DraftWeights = DraftWeights.Influence, HorizonDays = 10 };
            var positions = Some.Spread(members, 10, 90);
            var terms = Some.Terms(
                Some.Impossibility, positions, [.. positions.Select(_ => 50.0)], None, settings, seat => Some.RigidMember(seat) with { Influence = influence });

            var opening = (await silo.DeliberateAsync(terms, replications: 1, traced: 1)).Single().Traces[0];

            opening.Draft[0].ShouldBe(50, 1e-12, $"{members} members");
        }
    }

    // A weighted mean of numbers that are all 100 is 100 only up to rounding.
    [Fact]
    public async Task A_text_at_the_end_of_the_scale_that_all_want_is_within_a_red_line_that_ends_there()
    {
        var settings = Some.Silence with { Drafting = DraftingMethod.Coalition, DraftWeights = DraftWeights.Salience, HorizonDays = 10 };
        for (var world = 0; world < 100; world++)
        {
            var random = new Random(world);
            var terms = Some.Terms(
                new Unanimity(), [100, 100, 100, 100, 100], [.. Enumerable.Range(0, 5).Select(_ => 100 * random.NextDouble())], None, settings,
                seat => Some.RigidMember(seat) with { Unity = 0.5 });
            terms = terms with { Crisis = terms.Crisis with { Stances = [.. terms.Crisis.Stances.Select(stance => stance with { RedLines = [new(60, 100)] })] } };

            (await silo.DeliberateAsync(terms, replications: 1)).Single().Supporters[0].ShouldBe(31UL, $"world {world}");
        }
    }

    [Fact]
    public async Task Unanimity_takes_as_long_as_its_slowest_member_and_a_dictator_as_long_as_he_likes()
    {
        var members = Enumerable.Range(0, 6).ToArray();
        var times = new List<int>();
        foreach (var dictator in members)
        {
            var rule = new Criterion { Weight = new VotingWeight.Listed(System.Collections.Immutable.ImmutableSortedDictionary<string, decimal>.Empty.Add($"M{dictator:00}", 1)), Quota = Quota.AtLeast(1) };
            var terms = Terms(rule);
            var needed = (PlainLoss.Of(terms, dictator, 60) - PlainLoss.Of(terms, dictator, 20)) / terms.Crisis.Stances[dictator].Exposure;
            var expected = needed <= 0.01 ? 1 : Math.Max(1, (int)Math.Ceiling(Math.Log(needed / 0.01) / 0.2 * 3)); // on day 10 (rounds - 1) + 10
            var rounds = (await silo.DeliberateAsync(terms, replications: 1)).Single().Rounds[0];
            rounds.ShouldBe(expected);
            times.Add(rounds);
        }

        times.Distinct().Count().ShouldBeGreaterThan(3);
        (await silo.DeliberateAsync(Terms(new Unanimity()), replications: 1)).Single().Rounds[0].ShouldBe(times.Max());

        static DeliberationTerms Terms(DecisionRule rule) =>
            Some.Terms(rule, Some.Spread(6, 5, 55), [30, 90, 50, 70, 20, 60], None with { Initial = 0.01, Growth = 0.2 }, Some.Silence);
    }

    private async Task ShouldBeGeometric(DeliberationTerms terms, double probability)
    {
        probability.ShouldBeInRange(0.001, 0.999);
        const int Sessions = 30; // on days 10, 20, ..., 300
        var decidedIn = new int[Sessions + 1];
        foreach (var result in await silo.DeliberateAsync(terms, Replications, cohortSize: 4096))
        {
            for (var slot = 0; slot < result.Cohort.Count; slot++)
            {
                if (result.Decided[slot])
                {
                    result.Days[slot].ShouldBe(10.0 * result.Rounds[slot]);
                    decidedIn[result.Rounds[slot]]++;
                }
            }
        }

        var decided = 0;
        for (var round = 1; round <= Sessions; round++)
        {
            decidedIn[round].ShouldBeBinomial(Replications, probability * Math.Pow(1 - probability, round - 1), 2 * Sessions, $"in session {round}");
            decided += decidedIn[round];
            (Replications - decided).ShouldBeBinomial(Replications, Math.Pow(1 - probability, round), 2 * Sessions, $"after session {round}");
        }
    }

    // Over all 3^n ballots.
    private static double ProbabilityOfAdoption(SeatedRule rule, double[] support, double[] objection)
    {
        return From(0, Coalition.Empty, Coalition.Empty, 1);

        double From(int seat, Coalition supporters, Coalition objectors, double probability) => seat == support.Length
            ? rule.Adopts(new(supporters, objectors)) ? probability : 0
            : From(seat + 1, supporters | Coalition.Of(seat), objectors, probability * support[seat])
                + From(seat + 1, supporters, objectors | Coalition.Of(seat), probability * objection[seat])
                + From(seat + 1, supporters, objectors, probability * (1 - support[seat] - objection[seat]));
    }

    private static Coalition Where(double[] margins, Func<double, bool> isIn) =>
        Enumerable.Range(0, margins.Length).Where(i => isIn(margins[i])).Aggregate(Coalition.Empty, (set, i) => set | Coalition.Of(i));

    // Gaussian elimination with pivoting.
    private static double[] Solve(double[,] system)
    {
        var n = system.GetLength(0);
        for (var column = 0; column < n; column++)
        {
            var pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(system[row, column]));
            for (var j = 0; j <= n; j++)
            {
                (system[column, j], system[pivot, j]) = (system[pivot, j], system[column, j]);
            }

            for (var row = 0; row < n; row++)
            {
                var factor = row == column ? 0 : system[row, column] / system[column, column];
                for (var j = column; j <= n; j++)
                {
                    system[row, j] -= factor * system[column, j];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(row => system[row, n] / system[row, row])];
    }
}
