using System.Numerics;
using System.Runtime.Intrinsics;
using VotingSim.Randomness;

namespace VotingSim.Experiments.Plan;

/// <summary>Points of the unit cube that fill it better than independent ones. Seeded; the same points on every machine.</summary>
/// <remarks>The draws are Philox's with purposes of their own, 101 and 102, so that they share no counter with a deliberation's.</remarks>
internal static class Sampling
{
    private const uint LatinHypercubePurpose = 101;
    private const uint DigitalShiftPurpose = 102;

    /// <summary>The largest number of dimensions of <see cref="Sobol"/>.</summary>
    public static int MostSobolDimensions => 1 + SobolDirections.Polynomials.Length;

    /// <summary>A Latin hypercube: each of the equal slices of each dimension holds exactly one point, uniform inside it.</summary>
    /// <remarks>McKay, Beckman &amp; Conover (1979), Technometrics 21(2), 239-245. The order of slices is that of random 64-bit keys.</remarks>
    /// <returns>Points by dimensions.</returns>
    public static double[][] LatinHypercube(int points, int dimensions, ulong seed)
    {
        var schedule = Philox.Schedule(seed);
        var cube = Enumerable.Range(0, points).Select(_ => new double[dimensions]).ToArray();
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            var draws = Enumerable.Range(0, points).Select(point => Words(schedule, point, dimension, LatinHypercubePurpose)).ToArray();
            var order = Enumerable.Range(0, points).OrderBy(point => draws[point].Second).ThenBy(point => point).ToArray();
            for (var slice = 0; slice < points; slice++)
            {
                var point = order[slice];
                var within = ((draws[point].First >> 11) + 0.5) * 1.1102230246251565e-16;
                cube[point][dimension] = (slice + within) / points;
            }
        }

        return cube;
    }

    /// <summary>The first points of the Sobol sequence, every dimension shifted by random binary digits.</summary>
    /// <remarks>The shift keeps the sequence's evenness and moves the first point off the corner (L'Ecuyer &amp; Lemieux 2002, in Modeling
    /// Uncertainty, ch. 20).</remarks>
    /// <returns>Points by dimensions, each in the open unit interval.</returns>
    public static double[][] Sobol(int points, int dimensions, ulong seed)
    {
        var schedule = Philox.Schedule(seed);
        var shifts = Enumerable.Range(0, dimensions).Select(dimension => (uint)Words(schedule, 0, dimension, DigitalShiftPurpose).First).ToArray();
        return
        [
            .. SobolDigits(points, dimensions)
                .Select(point => point.Select((digits, dimension) => ((digits ^ shifts[dimension]) + 0.5) / 4294967296.0).ToArray()),
        ];
    }

    /// <summary>The first points of the Sobol sequence, without a shift, in units of 2^-32 and in the order of Gray codes (Antonov &amp;
    /// Saleev 1979).</summary>
    public static IEnumerable<uint[]> SobolDigits(int points, int dimensions)
    {
        var directions = Enumerable.Range(0, dimensions).Select(Directions).ToArray();
        var current = new uint[dimensions];
        for (var point = 0; point < points; point++)
        {
            yield return [.. current];
            var bit = BitOperations.TrailingZeroCount(~point);
            for (var dimension = 0; dimension < dimensions; dimension++)
            {
                current[dimension] ^= directions[dimension][bit];
            }
        }
    }

    private static uint[] Directions(int dimension)
    {
        var directions = new uint[32];
        if (dimension == 0)
        {
            return [.. directions.Select((_, bit) => 1u << (31 - bit))];
        }

        var (degree, coefficients, initial) = SobolDirections.Polynomials[dimension - 1];
        for (var bit = 0; bit < directions.Length; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = initial[bit] << (31 - bit);
                continue;
            }

            directions[bit] = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (var term = 1; term < degree; term++)
            {
                directions[bit] ^= (coefficients >> (degree - 1 - term) & 1) * directions[bit - term];
            }
        }

        return directions;
    }

    private static (ulong First, ulong Second) Words(ulong[] schedule, int point, int dimension, uint purpose)
    {
        var (w0, w1, w2, w3) = Philox.Draw(schedule, Vector256.Create((ulong)point), 0, (uint)dimension, purpose);
        return (w0.ToScalar() << 32 | w1.ToScalar(), w2.ToScalar() << 32 | w3.ToScalar());
    }
}
