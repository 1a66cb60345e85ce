using VotingSim.Statistics.Comparison;

namespace VotingSim.Statistics.Tests.Comparison;

public class VarianceSplitTests
{
    // Davies (1947), as printed in Box & Tiao (1973), table 5.1.2: yields of six batches of dyestuff.
    private static readonly double[][] Dyestuff =
    [
        [1545, 1440, 1440, 1520, 1580], [1540, 1555, 1490, 1560, 1495], [1595, 1550, 1605, 1510, 1560],
        [1445, 1440, 1595, 1465, 1545], [1595, 1630, 1515, 1635, 1625], [1520, 1455, 1450, 1480, 1445],
    ];

    private static readonly RNumbers Numbers = new("Comparison", "comparison");

    [Fact]
    public void The_dyestuff_table_has_the_published_components_and_Rs_interval()
    {
        var split = VarianceSplit.Of(Dyestuff);

        // Box & Tiao: 1,764 between and 2,451 within.
        (Math.Round(split.Between), Math.Round(split.Within)).ShouldBe((1764, 2451));
        double[] all = [split.Between, split.Within, split.Share.Value, split.Share.Low, split.Share.High];
        all.Zip(Numbers["dyestuff"]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-10 * Math.Max(1, Math.Abs(pair.Second)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public void Intervals_contain_the_share_in_95_of_100_samples(double share)
    {
        const int Studies = 2000;
        var hits = Enumerable.Range(0, Studies).AsParallel().Count(study =>
        {
            var random = new Random(study);
            var split = VarianceSplit.Of(Enumerable.Range(0, 15).Select(_ =>
            {
                var draw = Math.Sqrt(share) * Normal(random);
                return Enumerable.Range(0, 3).Select(_ => draw + (Math.Sqrt(1 - share) * Normal(random))).ToArray();
            }));
            return split.Share.Low <= share && share <= split.Share.High;
        });

        // Binomial with 0.95, and with 0.975 where both limits are cut off at 0 and only the lower one can fail; four standard deviations.
        var expected = share == 0 ? 0.975 : 0.95;
        hits.ShouldBeInRange((int)((Studies * expected) - 39), (int)((Studies * expected) + 39));
    }

    [Fact]
    public void A_draw_with_an_undefined_output_is_left_out() =>
        VarianceSplit.Of([.. Dyestuff, [1, 2, 3, 4, double.NaN]]).ShouldBe(VarianceSplit.Of(Dyestuff));

    [Fact]
    public void What_only_differs_between_draws_is_all_between_them_and_nothing_is_nowhere()
    {
        VarianceSplit.Of([[1, 1], [3, 3], [8, 8]]).Share.ShouldBe(new Estimate(1, 1, 1));
        VarianceSplit.Of([[1, 2], [2, 1], [1, 2]]).ShouldSatisfyAllConditions(
            split => split.Between.ShouldBe(0), split => (split.Share.Value, split.Share.Low).ShouldBe((0, 0)));
        VarianceSplit.Of([[5, 5], [5, 5]]).Share.ShouldBe(Estimate.Undefined);
        VarianceSplit.Of([[1, 2]]).Share.ShouldBe(Estimate.Undefined);
        Should.Throw<ArgumentException>(() => VarianceSplit.Of([[1, 2], [1, 2, 3]]));
        Should.Throw<ArgumentException>(() => VarianceSplit.Of([[1], [2]]));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 24)]
    [InlineData(40, 3)]
    [InlineData(1000, 1000)]
    [InlineData(2047, 2048)]
    public void Quantiles_of_F_are_those_of_R(int first, int second) => Numbers[$"f-{first}-{second}"].Zip([0.025, 0.5, 0.975]).ShouldAllBe(pair =>
        Math.Abs((Distributions.FQuantile(pair.Second, first, second) / pair.First) - 1) < 1e-10);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
