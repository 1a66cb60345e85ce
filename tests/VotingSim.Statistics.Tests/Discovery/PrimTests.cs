using CsCheck;
using MathNet.Numerics.Distributions;
using VotingSim.Statistics.Discovery;

namespace VotingSim.Statistics.Tests.Discovery;

public class PrimTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    [InlineData(4000)]
    public void A_known_box_is_found_within_the_share_of_a_peel(int count)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var (points, isCase) = World(seed, count, inside: 0.9, outside: 0.05);

            var box = Prim.Of(points, isCase).Box!;

            // Of the parameter's whole range; a peel takes 0.05 of the box's points.
            box.Restrictions.Select(restriction => restriction.Parameter).ShouldBe([1, 4]);
            box.Restrictions[0].Low.ShouldBe(0.3, 0.05);
            box.Restrictions[0].High.ShouldBe(0.8, 0.05);
            box.Restrictions[1].Low.ShouldBe(double.NegativeInfinity);
            box.Restrictions[1].High.ShouldBe(0.4, 0.05);
            box.Restrictions.ShouldAllBe(restriction => restriction.P < 1e-8);

            // No rule scores better on these points than the best of all boxes, and the known one is among them.
            bool[] isInside = [.. points.Select(IsInside)];
            var known = isInside.Zip(isCase).Count(pair => pair.First && pair.Second);
            box.Score.ShouldBeGreaterThan((2.0 * known / (isInside.Count(isIt => isIt) + isCase.Count(isIt => isIt))) - 0.03);
            box.Coverage.ShouldBe(known / (double)isCase.Count(isIt => isIt), 0.08);
        }
    }

    [Fact]
    public void A_box_of_nothing_but_cases_is_found_exactly()
    {
        // A grid of levels, on which a peel takes whole levels.
        double[][] points =
        [
            .. from x in Enumerable.Range(0, 10) from y in Enumerable.Range(0, 10) from z in Enumerable.Range(0, 4) select new double[] { x, y, z },
        ];

        var (trajectory, box) = Prim.Of(points, [.. points.Select(point => point[0] >= 6 && point[1] <= 2)]);

        box.ShouldNotBeNull();
        (box.Coverage, box.Density, box.Score, box.Points).ShouldBe((1, 1, 1, 48));
        box.Restrictions.Select(restriction => (restriction.Parameter, restriction.Low, restriction.High))
            .ShouldBe([(0, 6, double.PositiveInfinity), (1, double.NegativeInfinity, 2)]);
        (trajectory[0].Points, trajectory[0].Coverage, trajectory[0].Density, trajectory[0].Restrictions.Length).ShouldBe((400, 1, 0.12, 0));
    }

    [Fact]
    public void Quasi_p_values_are_Bryant_and_Lemperts_binomial_tails()
    {
        var (points, isCase) = World(1, 500, inside: 0.9, outside: 0.05);
        var box = Prim.Of(points, isCase).Box!;

        foreach (var restriction in box.Restrictions)
        {
            var without = Enumerable.Range(0, points.Length).Where(point => box.Restrictions
                .Where(other => other.Parameter != restriction.Parameter)
                .All(other => points[point][other.Parameter] >= other.Low && points[point][other.Parameter] <= other.High)).ToArray();
            var density = without.Count(point => isCase[point]) / (double)without.Length;
            var tail = Enumerable.Range(box.Cases, box.Points - box.Cases + 1).Sum(k => Binomial.PMF(density, box.Points, k));
            restriction.P.ShouldBe(tail, 1e-9 * tail);
        }
    }

    [Fact]
    public void Binomial_tails_are_those_of_R()
    {
        double[] tails =
        [
            Distributions.BinomialUpperTail(3, 10, 0.2), Distributions.BinomialUpperTail(90, 100, 0.5),
            Distributions.BinomialUpperTail(400, 1000, 0.5),
        ];

        tails.Zip(new RNumbers("Comparison", "comparison")["binomial"]).ShouldAllBe(pair => Math.Abs((pair.First / pair.Second) - 1) < 1e-11);
        Distributions.BinomialUpperTail(0, 5, 0.3).ShouldBe(1);
    }

    [Fact]
    public void Peelings_are_those_of_a_plain_search() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Bool, Gen.Double[0.03, 0.3]).Sample(
            (seed, isRounded, peel) =>
            {
                var (points, isCase) = World(seed, 120, inside: 0.8, outside: 0.2);
                points = isRounded ? [.. points.Select(point => point.Select(value => Math.Round(value * 6)).ToArray())] : points;
                int[] parameters = [0, 1, 4];
                points = [.. points.Select(point => parameters.Select(parameter => point[parameter]).ToArray())];

                // No restriction is asked to pass a test, so that the only peeling is over all three.
                var trajectory = Prim.Of(points, isCase, new() { Peel = peel, LargestP = -1 }).Trajectory;

                trajectory.Select(box => (box.Points, box.Cases)).ShouldBe(PlainPeeling.Of(points, isCase, peel, leastMass: 0.05));
            },
            iter: 200);

    [Fact]
    public void Pure_luck_has_no_box()
    {
        var found = Enumerable.Range(0, 40).AsParallel().Count(seed =>
        {
            var (points, isCase) = World(seed, 500, inside: 0.3, outside: 0.3);
            return Prim.Of(points, isCase).Box is not null;
        });

        // Bonferroni's 0.05 for the choice of a parameter, and more for that of its bounds on the same points.
        found.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void Nothing_or_everything_being_a_case_has_no_box()
    {
        double[][] points = [[1], [2], [3]];

        Prim.Of(points, [false, false, false]).Box.ShouldBeNull();
        Prim.Of(points, [true, true, true]).ShouldSatisfyAllConditions(all => all.Box.ShouldBeNull(), all => all.Trajectory.Length.ShouldBe(1));
        Should.Throw<ArgumentException>(() => Prim.Of(points, [true]));
    }

    [Fact]
    public void At_most_three_parameters_are_restricted()
    {
        var random = new Random(5);
        double[][] points = [.. Enumerable.Range(0, 4000).Select(_ => Enumerable.Range(0, 6).Select(_ => random.NextDouble()).ToArray())];
        bool[] isCase = [.. points.Select(point => point.Take(5).All(value => value < 0.7))];

        Prim.Of(points, isCase).Box!.Restrictions.Length.ShouldBe(3);
        Prim.Of(points, isCase, new() { MostParameters = 5 }).Box!.Restrictions.Length.ShouldBe(5);
    }

    // Eight parameters; inside is 0.3 <= x1 <= 0.8 and x4 <= 0.4, a fifth of the cube.
    private static (double[][] Points, bool[] IsCase) World(int seed, int count, double inside, double outside)
    {
        var random = new Random(seed);
        double[][] points = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, 8).Select(_ => random.NextDouble()).ToArray())];
        return (points, [.. points.Select(point => random.NextDouble() < (IsInside(point) ? inside : outside))]);
    }

    private static bool IsInside(double[] point) => point[1] is >= 0.3 and <= 0.8 && point[4] <= 0.4;
}
