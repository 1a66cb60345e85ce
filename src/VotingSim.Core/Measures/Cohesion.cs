using System.Runtime.Intrinsics;
using VotingSim.Cohorts;

namespace VotingSim.Measures;

/// <summary>How much the members agree: in their ballots, and in their positions.</summary>
public static class Cohesion
{
    /// <summary>The agreement index of a roll call, (max(Y, N, A) - (Y + N + A - max(Y, N, A)) / 2) / (Y + N + A).</summary>
    /// <param name="supporters">Y, ballots in favour.</param>
    /// <param name="objectors">N, ballots against.</param>
    /// <param name="abstainers">A, abstentions.</param>
    /// <returns>1 where all vote alike, 0 where the three are equal; NaN without a ballot.</returns>
    /// <remarks>Hix, Noury &amp; Roland (2005), Power to the parties, Br. J. Polit. Sci. 35(2), 209-234, doi:10.1017/S0007123405000128.</remarks>
    public static double AgreementIndex(int supporters, int objectors, int abstainers)
    {
        var (most, all) = (Math.Max(supporters, Math.Max(objectors, abstainers)), supporters + objectors + abstainers);
        return (most - ((all - most) / 2.0)) / all;
    }

    /// <summary>The Rice index of a roll call, |Y - N| / (Y + N).</summary>
    /// <returns>1 where all that vote for or against vote alike, 0 where they are split evenly; NaN where everybody abstains.</returns>
    /// <remarks>Rice (1928), Quantitative Methods in Politics.</remarks>
    public static double RiceIndex(int supporters, int objectors) => (double)Math.Abs(supporters - objectors) / (supporters + objectors);

    /// <summary>Positional cohesion, 1 - mean over pairs of members and issues of |o_i - o_j| / 100.</summary>
    /// <param name="opinions">Opinion of member i on issue k in column i K + k. Unit: issue scale; length: whole vectors.</param>
    /// <param name="members">n.</param>
    /// <param name="issues">K.</param>
    /// <param name="lanes">Number of lanes in use, whole vectors of four.</param>
    /// <returns>A value per lane, 0 to 1; 1 for a single member.</returns>
    internal static double[] OfPositions(Columns opinions, int members, int issues, int lanes)
    {
        var cohesion = new double[lanes];
        var scale = Vector256.Create(100.0 * Math.Max(1, members * (members - 1) / 2 * issues));
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            var distance = Vector256<double>.Zero;
            for (var issue = 0; issue < issues; issue++)
            {
                for (var first = 0; first < members; first++)
                {
                    var opinion = opinions.At((first * issues) + issue, lane);
                    for (var second = first + 1; second < members; second++)
                    {
                        distance += Vector256.Abs(opinion - opinions.At((second * issues) + issue, lane));
                    }
                }
            }

            cohesion.Set(lane, Vector256<double>.One - (distance / scale));
        }

        return cohesion;
    }
}
