using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Statistics.Tests.Sensitivity;

public class MorrisScreeningTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Every_step_of_a_trajectory_moves_one_parameter_by_the_step_of_Morris_and_every_parameter_once(int levels)
    {
        const int parameters = 5;
        var design = MorrisScreening.Design(40, parameters, levels, seed: 1);
        design.Length.ShouldBe(40 * (parameters + 1));
        foreach (var trajectory in design.Chunk(parameters + 1))
        {
            var moved = new List<int>();
            foreach (var (from, to) in trajectory.Zip(trajectory.Skip(1)))
            {
                var changes = Enumerable.Range(0, parameters).Where(parameter => from[parameter] != to[parameter]).ToArray();
                moved.Add(changes.ShouldHaveSingleItem());
                Math.Abs(to[changes[0]] - from[changes[0]]).ShouldBe(levels / (2.0 * (levels - 1)), 1e-12);
            }

            moved.Order().ShouldBe(Enumerable.Range(0, parameters));
        }

        // All levels are used, about equally often: 1200 values, five standard deviations of a binomial count (values of a trajectory are not
        // independent; hence four times that variance).
        var expected = 1200.0 / levels;
        design.SelectMany(point => point).CountBy(share => Math.Round(share * (levels - 1))).Count().ShouldBe(levels);
        design.SelectMany(point => point).CountBy(share => Math.Round(share * (levels - 1)))
            .ShouldAllBe(level => Math.Abs(level.Value - expected) < 10 * Math.Sqrt(expected));
    }

    [Fact]
    public void Effects_of_a_linear_function_are_its_coefficients_exactly()
    {
        var design = MorrisScreening.Design(10, 4, 4, seed: 2);

        var effects = MorrisScreening.Of(design, [.. design.Select(x => 5 + (3 * x[0]) - (2 * x[1]) + (0.5 * x[3]))], seed: 1);

        effects.Select(effect => effect.Mean).ShouldBe([3, -2, 0, 0.5], 1e-12);
        effects.Select(effect => effect.MeanAbsolute.Value).ShouldBe([3, 2, 0, 0.5], 1e-12);
        effects.ShouldAllBe(effect => effect.StandardDeviation < 1e-12 && effect.MeanAbsolute.High - effect.MeanAbsolute.Low < 1e-12);
    }

    [Fact]
    public void An_interaction_shows_in_sigma_and_a_change_of_sign_in_mu_being_smaller_than_mu_star()
    {
        // x0 x1 - x1 / 2: the effect of x1 is x0 - 1/2 and that of x0 is x1, which with four levels have mean 0 and 1/2 and variance (1/9 + 1) / 8
        // = 5/36.
        var design = MorrisScreening.Design(4000, 2, 4, seed: 3);

        var effects = MorrisScreening.Of(design, [.. design.Select(x => (x[0] * x[1]) - (x[1] / 2))], seed: 1);

        // Five standard errors, sqrt(5/36 / 4000) = 0.006 each.
        effects[0].Mean.ShouldBe(0.5, 0.03);
        effects[0].MeanAbsolute.Value.ShouldBe(0.5, 0.03);
        effects[1].Mean.ShouldBe(0, 0.03);
        effects[1].MeanAbsolute.Value.ShouldBe(1.0 / 3, 0.03);
        effects.ShouldAllBe(effect => Math.Abs(effect.StandardDeviation - Math.Sqrt(5.0 / 36)) < 0.03);
        effects[1].MeanAbsolute.Low.ShouldBeLessThan(1.0 / 3);
        effects[1].MeanAbsolute.High.ShouldBeGreaterThan(1.0 / 3);
    }

    [Fact]
    public void Levels_that_are_odd_and_points_that_are_no_trajectories_are_refused()
    {
        Should.Throw<ArgumentException>(() => MorrisScreening.Design(1, 2, 3, seed: 1));
        Should.Throw<ArgumentException>(() => MorrisScreening.Of([[0, 0], [0, 1]], [1, 2], seed: 1));
        MorrisScreening.Of([[0.0], [1.0]], [1, 3], seed: 1)[0].MeanAbsolute.ShouldBe(new Estimate(2, double.NaN, double.NaN));
    }
}
