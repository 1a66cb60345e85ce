using System.Runtime.Intrinsics;
using VotingSim.Deliberation;

namespace VotingSim.Measures;

/// <summary>What the outcome is worth to the members, from their losses D_i at it: U_i = 1 - D_i.</summary>
internal static class Welfare
{
    /// <summary>Mean utility over members. A column of losses per member; a value per lane.</summary>
    public static double[] MeanUtility(double[][] losses, int lanes)
    {
        var utility = new double[lanes];
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            utility.Set(lane, Vector256<double>.One - (Sum(losses, lane) / Vector256.Create((double)losses.Length)));
        }

        return utility;
    }

    /// <summary>Utility of the member that loses most.</summary>
    public static double[] MinimumUtility(double[][] losses, int lanes)
    {
        var utility = new double[lanes];
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            var largest = losses[0].At(lane);
            for (var member = 1; member < losses.Length; member++)
            {
                largest = Vector256.Max(largest, losses[member].At(lane));
            }

            utility.Set(lane, Vector256<double>.One - largest);
        }

        return utility;
    }

    /// <summary>Gini coefficient of the losses, sum over pairs of |D_i - D_j| / (n sum of D_i); 0 where nobody loses.</summary>
    /// <remarks>Gini (1912); Sen (1973), On Economic Inequality, p. 30.</remarks>
    public static double[] Inequality(double[][] losses, int lanes)
    {
        var gini = new double[lanes];
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            var differences = Vector256<double>.Zero;
            for (var first = 0; first < losses.Length; first++)
            {
                for (var second = first + 1; second < losses.Length; second++)
                {
                    differences += Vector256.Abs(losses[first].At(lane) - losses[second].At(lane));
                }
            }

            var sum = Sum(losses, lane);
            var isLossless = Vector256.Equals(sum, Vector256<double>.Zero);
            gini.Set(lane, Vector256.ConditionalSelect(isLossless, Vector256<double>.Zero, differences / (sum * Vector256.Create((double)losses.Length))));
        }

        return gini;
    }

    private static Vector256<double> Sum(double[][] losses, int lane)
    {
        var sum = Vector256<double>.Zero;
        foreach (var loss in losses)
        {
            sum += loss.At(lane);
        }

        return sum;
    }
}
