using System.Runtime.Intrinsics;
using CsCheck;
using VotingSim.Randomness;

namespace VotingSim.Core.Tests.Randomness;

public class DrawTests
{
    private static readonly Gen<(ulong Seed, uint[] Replications, int Round, int Member, int Issue, DrawPurpose Purpose)> Draws = Gen.Select(
        Gen.ULong, Gen.UInt.Array[4], Gen.Int[0, 100_000], Gen.Int[0, 63], Gen.Int[0, 7], Gen.Enum<DrawPurpose>());

    [Fact]
    public void A_uniform_is_the_upper_53_bits_of_the_first_two_words_and_a_half() => Draws.Sample(draw =>
    {
        var uniform = Uniform(new(draw.Seed), draw.Replications, draw.Round, draw.Member, draw.Purpose);

        for (var lane = 0; lane < uniform.Length; lane++)
        {
            var words = PlainPhilox.Words(draw.Seed, draw.Replications[lane], (uint)draw.Round, (uint)draw.Member, (uint)draw.Purpose);
            uniform[lane].ShouldBe(PlainPhilox.Unit(words[0], words[1]));
        }
    }, iter: 5000);

    [Fact]
    public void A_normal_is_Box_and_Mullers() => Draws.Sample(draw =>
    {
        var normal = new Draw(draw.Seed).Normal(Wide(draw.Replications), draw.Round, draw.Member, draw.Issue, draw.Purpose);

        for (var lane = 0; lane < draw.Replications.Length; lane++)
        {
            var words = PlainPhilox.Words(draw.Seed, draw.Replications[lane], (uint)draw.Round, (uint)(draw.Member + (65536 * draw.Issue)), (uint)draw.Purpose);
            var (u1, u2) = (PlainPhilox.Unit(words[0], words[1]), PlainPhilox.Unit(words[2], words[3]));
            ShouldBeWithin(normal[lane], Math.Sqrt(-2 * Math.Log(u1)) * double.CosPi(2 * u2), 1e-14); // CosPi, because 2 pi u2 is not a double
        }
    }, iter: 5000);

    [Fact]
    public void A_logistic_is_the_logarithm_of_the_odds() => Gen.UInt.Array[4].Sample(words =>
    {
        var uniform = words.Select(word => PlainPhilox.Unit(word, 0)).ToArray();

        var logistic = Draw.Logistic(Vector256.Create(uniform));

        for (var lane = 0; lane < uniform.Length; lane++)
        {
            ShouldBeWithin(logistic[lane], Math.Log(uniform[lane] / (1 - uniform[lane])), 1e-14);
        }
    }, iter: 5000);

    [Fact]
    public void The_extreme_uniforms_give_finite_draws()
    {
        var (smallest, largest) = (PlainPhilox.Unit(0, 0), PlainPhilox.Unit(uint.MaxValue, uint.MaxValue));
        smallest.ShouldBe(Math.ScaleB(1, -54));
        largest.ShouldBe(1); // of the 2^53 values only this one rounds

        var logistic = Draw.Logistic(Vector256.Create(smallest, largest, 0.5, 0.25));

        ShouldBeWithin(logistic[0], -54 * Math.Log(2), 1e-14);
        ShouldBeWithin(logistic[1], 1024 * Math.Log(2), 1e-14);
        logistic[2].ShouldBe(0);
        ShouldBeWithin(logistic[3], -Math.Log(3), 1e-14);
    }

    [Fact]
    public void A_draw_does_not_depend_on_its_lane_its_column_or_its_neighbours() => Gen.Select(Draws, Gen.Int[0, 99]).Sample((draw, position) =>
    {
        var random = new Draw(draw.Seed);
        var column = Enumerable.Range(0, 100).Select(index => index == position ? draw.Replications[0] : (uint)index * 7919).ToArray();
        var alone = Enumerable.Repeat(draw.Replications[0], 4).ToArray();

        var uniform = Uniform(random, column, draw.Round, draw.Member, draw.Purpose)[position];
        var normal = random.Normal(Wide(draw.Replications), draw.Round, draw.Member, draw.Issue, draw.Purpose)[0];

        Uniform(random, alone, draw.Round, draw.Member, draw.Purpose).ShouldAllBe(other => other == uniform);
        for (var lane = 0; lane < 4; lane++)
        {
            random.Normal(Wide(alone), draw.Round, draw.Member, draw.Issue, draw.Purpose)[lane].ShouldBe(normal);
        }
    });

    [Fact]
    public void Different_seeds_replications_rounds_members_and_purposes_give_different_uniforms()
    {
        var uniforms = new List<double>();
        foreach (var (seed, round, member, purpose) in
            from seed in new ulong[] { 0, 1, 1UL << 32 } from round in Enumerable.Range(0, 12) from member in Enumerable.Range(0, 12) from purpose in Enum.GetValues<DrawPurpose>() select (seed, round, member, purpose))
        {
            uniforms.AddRange(Uniform(new(seed), [0, 1, 2, 3, 4, 5, 6, 7], round, member, purpose));
        }

        uniforms.Distinct().Count().ShouldBe(3 * 12 * 12 * Enum.GetValues<DrawPurpose>().Length * 8);
    }

    [Fact]
    public void Different_issues_and_members_give_different_normals()
    {
        var random = new Draw(42);
        var normals = new HashSet<double>();
        for (var member = 0; member < 64; member++)
        {
            for (var issue = 0; issue < 8; issue++)
            {
                normals.Add(random.Normal(Vector256<ulong>.Zero, 0, member, issue, DrawPurpose.IdealPoint)[0]);
            }
        }

        normals.Count.ShouldBe(64 * 8);
    }

    [Fact]
    public void A_column_that_is_too_short_is_refused() =>
        Should.Throw<ArgumentException>(() => new Draw(1).Uniform(new double[4], new ulong[8], 0, 0, DrawPurpose.Ballot));

    private static double[] Uniform(Draw draw, uint[] replications, int round, int member, DrawPurpose purpose)
    {
        var column = new double[replications.Length];
        draw.Uniform(column, [.. replications.Select(replication => (ulong)replication)], round, member, purpose);
        return column;
    }

    private static Vector256<ulong> Wide(uint[] replications) => Vector256.Create((ulong)replications[0], replications[1], replications[2], replications[3]);

    private static void ShouldBeWithin(double actual, double expected, double relative) => actual.ShouldBe(expected, relative * Math.Abs(expected));
}
