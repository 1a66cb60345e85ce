using VotingSim.Deliberation;
using VotingSim.Rules;
using VotingSim.Worlds;

namespace VotingSim.Grains.Tests;

/// <summary>Section 8 of docs/model.md: parameters that are drawn for every world.</summary>
public class WorldDrawTests(SiloFixture silo)
{
    private const int Replications = 20_000;

    public static TheoryData<string, Prior, Func<double, double>> Priors() => new()
    {
        { "uniform", new Prior.Uniform(-2, 3), x => (x + 2) / 5 },
        { "log-uniform", new Prior.LogUniform(0.01, 10), x => Math.Log(x / 0.01) / Math.Log(1000) },
        { "triangular", new Prior.Triangular(0, 60, 240), x => x <= 60 ? x * x / (240 * 60) : 1 - ((240 - x) * (240 - x) / (240 * 180)) },
        { "triangular, the mode being the lowest", new Prior.Triangular(1, 1, 5), x => 1 - ((5 - x) * (5 - x) / 16) },
        { "triangular, the mode being the highest", new Prior.Triangular(1, 5, 5), x => (x - 1) * (x - 1) / 16 },
        { "normal", new Prior.Normal(3, 2), x => Chance.Normal((x - 3) / 2) },
        { "log-normal", new Prior.LogNormal(1, 0.3), x => Chance.Normal(Math.Log(x) / 0.3) },
    };

    // Dvoretzky, Kiefer & Wolfowitz (1956) with Massart's (1990) constant: an empirical distribution is nowhere further than this from the true one, but with probability 1e-9.
    [Theory]
    [MemberData(nameof(Priors))]
    public async Task A_parameter_is_drawn_from_what_is_stated(string name, Prior prior, Func<double, double> distribution)
    {
        var terms = Certain() with { Uncertainty = new() { Parameters = [Of(name, prior)] } };

        var drawn = (await silo.DeliberateAsync(terms, Replications, cohortSize: 4096)).SelectMany(result => result.Parameters.Single()).Order().ToArray();

        drawn.Length.ShouldBe(Replications);
        var distance = drawn.Select((x, rank) => Math.Max(distribution(x) - ((double)rank / Replications), ((rank + 1.0) / Replications) - distribution(x))).Max();
        distance.ShouldBeLessThan(Math.Sqrt(Math.Log(2 / 1e-9) / (2.0 * Replications)));
    }

    [Fact]
    public async Task A_row_of_a_posterior_is_drawn_whole_and_as_often_as_it_weighs()
    {
        var posterior = new Posterior { Columns = ["b", "a"], Rows = [[10, 1], [20, 2], [30, 3], [40, 4]], Weights = [1, 0, 4, 3] };
        var terms = Certain() with
        {
            Uncertainty = new() { Parameters = [Of("a", null), Of("own", new Prior.Uniform(0, 1)), Of("b", null)], Posterior = posterior },
        };

        var results = await silo.DeliberateAsync(terms, Replications, cohortSize: 4096);

        var pairs = results.SelectMany(result => result.Parameters[0].Zip(result.Parameters[2])).ToArray();
        pairs.ShouldAllBe(pair => pair.Second == 10 * pair.First);
        for (var row = 0; row < 4; row++)
        {
            pairs.Count(pair => pair.First == row + 1).ShouldBeBinomial(Replications, posterior.Weights[row] / 8, 4, $"row {row}");
        }
    }

    [Fact]
    public async Task Consecutive_replications_share_a_draw_and_only_they()
    {
        var terms = Certain() with { Uncertainty = new() { Parameters = [Of("a", new Prior.Uniform(0, 1))] } };

        var single = await DrawnAsync(terms);
        var shared = await DrawnAsync(terms with { Uncertainty = terms.Uncertainty with { PerDraw = 3 } });

        single.Distinct().Count().ShouldBe(300);
        shared.ShouldBe(Enumerable.Range(0, 300).Select(replication => single[replication / 3]));

        async Task<double[]> DrawnAsync(DeliberationTerms of) => [.. (await silo.DeliberateAsync(of, 300, cohortSize: 7)).SelectMany(result => result.Parameters[0])];
    }

    [Fact]
    public async Task Another_parameter_and_another_rule_change_no_draw()
    {
        var one = Of("deliberation.ballot-noise", new Prior.LogUniform(0.01, 0.12)) with { Parameter = WorldParameter.BallotNoise };
        var other = Of("members.holdout", new Prior.LogNormal(1, 0.3)) with { Parameter = WorldParameter.Holdout, Scales = true, Highest = 1 };
        var terms = Certain() with { Uncertainty = new() { Parameters = [one] } };

        var alone = (await silo.DeliberateAsync(terms, 200)).Single();
        var both = (await silo.DeliberateAsync(terms with { Uncertainty = new() { Parameters = [other, one] }, Rule = new Unanimity() }, 200)).Single();

        both.Parameters[1].ShouldBe(alone.Parameters[0]);
        both.WaitDays.ShouldBe(alone.WaitDays);
        both.Parameters[0].ShouldNotBe(both.Parameters[1]);
    }

    // A prior without width is a certain number, whichever way it comes.
    [Fact]
    public async Task A_parameter_without_width_is_the_same_world_as_one_that_is_certain()
    {
        for (var world = 1; world <= 30; world++)
        {
            var terms = new RandomWorld(world).Terms() with { Uncertainty = null };
            var settings = terms.Settings;
            var uncertain = terms with
            {
                Settings = settings with { BallotNoise = 7, Calendar = settings.Calendar with { PatienceDays = 3 } },
                Uncertainty = new()
                {
                    Parameters =
                    [
                        Of("noise", new Prior.Normal(settings.BallotNoise, 0)) with { Parameter = WorldParameter.BallotNoise },
                        Of("patience", new Prior.Uniform(settings.Calendar.PatienceDays, settings.Calendar.PatienceDays)) with { Parameter = WorldParameter.PatienceDays },
                        Of("holdout", new Prior.LogNormal(1, 0)) with { Parameter = WorldParameter.Holdout, Scales = true },
                    ],
                },
            };

            (await Bits.OfAsync(silo, uncertain, 50, withParameters: false)).ShouldBe(await Bits.OfAsync(silo, terms, 50, withParameters: false));
        }
    }

    private static UncertainParameter Of(string name, Prior? prior) =>
        new() { Name = name, Parameter = WorldParameter.UrgencyGrowth, Prior = prior, Lowest = 0, Highest = 1000 };

    private static DeliberationTerms Certain() => Some.Terms(
        new Consensus(), [10, 40, 80], [50, 60, 70], new(), Some.Silence with { HorizonDays = 10, Calendar = Some.SessionsEvery(10) with { Agenda = new() { MedianDays = 3 } } });
}
