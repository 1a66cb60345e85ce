using System.Numerics;

namespace VotingSim.Statistics.Sensitivity;

/// <summary>Whether a design and its outputs belong together.</summary>
internal static class DesignCheck
{
    /// <exception cref="ArgumentException">There is no design point, an output too few or too many, or rows differ in length.</exception>
    public static void Rows<T>(IReadOnlyList<T[]> points, IReadOnlyList<double> outputs)
        where T : INumber<T>
    {
        if (points.Count == 0 || points.Count != outputs.Count || points.Any(point => point.Length != points[0].Length))
        {
            throw new ArgumentException(
                $"{points.Count} design points and {outputs.Count} outputs; there must be one for each, and points of one length.", nameof(points));
        }
    }

    /// <exception cref="ArgumentException">The points are not whole blocks.</exception>
    public static void Blocks(int points, int block)
    {
        if (points == 0 || points % block != 0)
        {
            throw new ArgumentException($"{points} points are not one or more blocks of {block}.", nameof(points));
        }
    }
}
