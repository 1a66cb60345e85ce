using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Statistics.Tests.Sensitivity;

public class GridTests
{
    // Yates's 2³ example as every textbook has it: y = 10 + 4 a - b + 2 ab with a, b = -1, 1; c does nothing. Variance 16 + 1 + 4.
    private static readonly int[][] Levels = [.. Enumerable.Range(0, 8).Select(index => new[] { index / 4, index / 2 % 2, index % 2 })];
    private static readonly double[] Outputs =
        [.. Levels.Select(level => (A: (2 * level[0]) - 1, B: (2 * level[1]) - 1)).Select(x => 10.0 + (4 * x.A) - x.B + (2 * x.A * x.B))];

    [Fact]
    public void Main_effects_are_the_differences_of_level_means_and_their_shares_leave_the_interaction()
    {
        var effects = MainEffects.Of(Levels, Outputs);

        effects.Select(effect => effect.Range).ShouldBe([8, 2, 0], 1e-12);
        effects.Select(effect => effect.VarianceShare).ShouldBe([16 / 21.0, 1 / 21.0, 0], 1e-12);
        effects[0].LevelMeans.ShouldBe([6.0, 14.0]);
        (1 - effects.Sum(effect => effect.VarianceShare)).ShouldBe(4 / 21.0, 1e-12);
    }

    [Fact]
    public void A_grid_that_is_not_full_is_refused_and_an_output_that_never_varies_has_no_shares()
    {
        Should.Throw<ArgumentException>(() => MainEffects.Of(Levels[1..], Outputs[1..]));
        MainEffects.Of(Levels, new double[8])[0].VarianceShare.ShouldBe(double.NaN);
    }

    [Fact]
    public void The_tornado_of_a_grid_has_the_ends_of_each_parameter_widest_first()
    {
        double[][] points = [.. Levels.Select(level => level.Select(value => (double)value).ToArray())];

        Tornado.OfGrid(points, Outputs).Select(bar => (bar.Parameter, bar.Low.Value, bar.High.Value)).ShouldBe([(0, 6, 14), (1, 11, 9), (2, 10, 10)]);
    }

    [Fact]
    public void The_tornado_of_a_sample_has_the_lowest_and_the_highest_fifth()
    {
        double[][] points = [.. Enumerable.Range(0, 101).Select(index => new[] { index / 100.0 })];

        var bar = Tornado.OfSample(points, [.. points.Select(point => 3 * point[0])])[0];

        // R: t.test(3 * (0:20) / 100) has mean 0.3 and the interval below.
        bar.Low.Value.ShouldBe(0.3, 1e-12);
        bar.Low.Low.ShouldBe(0.2152677642, 1e-8);
        bar.Low.High.ShouldBe(0.3847322358, 1e-8);
        bar.Swing.ShouldBe(2.4, 1e-12);
    }
}
