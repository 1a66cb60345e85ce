namespace VotingSim.Statistics.Tests.Sensitivity;

/// <summary>Functions whose Sobol indices have a closed form.</summary>
internal static class KnownFunctions
{
    // Sobol's g: V_i = 1 / (3 (1 + a_i)²), V = prod(1 + V_i) - 1, V_Ti = V_i prod_{j != i}(1 + V_j) (Saltelli et al. 2010, sect. 4).
    private static readonly double[] A = [0, 1, 4.5, 9];

    // Ishigami & Homma (1990) with a = 7, b = 0.1. V_1 = (1 + b pi^4 / 5)² / 2, V_2 = a² / 8, V_13 = 8 b² pi^8 / 225; V is their sum.
    private static readonly double[] IshigamiParts =
        [Math.Pow(1 + (0.1 * Math.Pow(Math.PI, 4) / 5), 2) / 2, 49.0 / 8, 8 * 0.01 * Math.Pow(Math.PI, 8) / 225];

    /// <summary>First-order indices of Ishigami's function, then total ones.</summary>
    public static double[] IshigamiIndices => IshigamiParts.Sum() is var v
        ? [IshigamiParts[0] / v, IshigamiParts[1] / v, 0, (IshigamiParts[0] + IshigamiParts[2]) / v, IshigamiParts[1] / v, IshigamiParts[2] / v]
        : [];

    /// <summary>First-order indices of Sobol's g with a = 0, 1, 4.5, 9, then total ones.</summary>
    public static double[] GIndices
    {
        get
        {
            var parts = A.Select(a => 1 / (3 * (1 + a) * (1 + a))).ToArray();
            var v = parts.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;
            return [.. parts.Select(part => part / v), .. parts.Select(part => part * (v + 1) / (1 + part) / v)];
        }
    }

    /// <summary>Ishigami's function over (-pi, pi)³.</summary>
    public static double Ishigami(double[] x) => Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));

    /// <summary>Sobol's g over the unit cube.</summary>
    public static double G(double[] x) =>
        x.Zip(A).Aggregate(1.0, (product, pair) => product * (Math.Abs((4 * pair.First) - 2) + pair.Second) / (1 + pair.Second));

    /// <summary>Random points of the unit cube.</summary>
    public static double[][] Cube(Random random, int points, int dimensions) =>
        [.. Enumerable.Range(0, points).Select(_ => Enumerable.Range(0, dimensions).Select(_ => random.NextDouble()).ToArray())];
}
