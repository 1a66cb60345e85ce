using System.Runtime.Intrinsics;
using MathNet.Numerics.Distributions;
using VotingSim.Randomness;

namespace VotingSim.Core.Tests.Randomness;

/// <summary>Draws against the exact distribution functions, over replications, and over members and rounds of one replication.</summary>
/// <remarks>
/// The greatest distance of the empirical from the true distribution function exceeds e with a probability of at most 2 exp(-2 n e^2) (Dvoretzky, Kiefer and
/// Wolfowitz 1956; constant by Massart 1990). The bound asserted is the e of probability 1e-9; the seed being fixed, a test passes always or never.
/// </remarks>
public class DistributionTests
{
    private const int Draws = 100_000;
    private const double Error = 1e-9;
    private static readonly Draw Random = new(20210201);

    [Fact]
    public void Uniforms_of_many_replications_are_uniform() => Distance(Uniforms(), u => u).ShouldBeLessThan(Bound);

    [Fact]
    public void Uniforms_of_many_members_and_rounds_are_uniform()
    {
        var uniforms = new double[Draws];
        for (var index = 0; index < Draws; index += 4)
        {
            Random.Uniform(uniforms.AsSpan(index, 4), [5, 6, 7, 8], index / 40, index / 4 % 10, DrawPurpose.Ballot);
        }

        Distance(uniforms, u => u).ShouldBeLessThan(Bound);
    }

    [Fact]
    public void Logistics_are_logistic()
    {
        var logistics = Uniforms();
        for (var index = 0; index < Draws; index += 4)
        {
            Draw.Logistic(Vector256.Create<double>(logistics.AsSpan(index, 4))).CopyTo(logistics, index);
        }

        Distance(logistics, x => 1 / (1 + Math.Exp(-x))).ShouldBeLessThan(Bound);
    }

    [Fact]
    public void Normals_are_normal()
    {
        var normals = new double[Draws];
        for (var index = 0; index < Draws; index += 4)
        {
            Random.Normal(Vector256.Create((ulong)index, (ulong)index + 1, (ulong)index + 2, (ulong)index + 3), 0, 3, 1, DrawPurpose.IdealPoint).CopyTo(normals, index);
        }

        Distance(normals, x => Normal.CDF(0, 1, x)).ShouldBeLessThan(Bound);
    }

    [Fact]
    public void Normals_of_two_members_are_independent_of_one_another()
    {
        // The product of two independent standard normals has mean 0 and variance 1; six standard errors.
        var sum = 0.0;
        for (var index = 0; index < Draws; index += 4)
        {
            var replications = Vector256.Create((ulong)index, (ulong)index + 1, (ulong)index + 2, (ulong)index + 3);
            sum += Vector256.Sum(Random.Normal(replications, 0, 3, 0, DrawPurpose.IdealPoint) * Random.Normal(replications, 0, 4, 0, DrawPurpose.IdealPoint));
        }

        Math.Abs(sum / Draws).ShouldBeLessThan(6 / Math.Sqrt(Draws));
    }

    private static double Bound => Math.Sqrt(Math.Log(2 / Error) / (2.0 * Draws));

    private static double[] Uniforms()
    {
        var uniforms = new double[Draws];
        Random.Uniform(uniforms, [.. Enumerable.Range(0, Draws).Select(replication => (ulong)replication)], 2, 3, DrawPurpose.Ballot);
        return uniforms;
    }

    /// <summary>The Kolmogorov-Smirnov distance.</summary>
    private static double Distance(double[] draws, Func<double, double> distribution) => draws.Order()
        .Select((draw, rank) => Math.Max(distribution(draw) - ((double)rank / Draws), ((rank + 1.0) / Draws) - distribution(draw))).Max();
}
