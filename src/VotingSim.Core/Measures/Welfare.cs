using System.Runtime.Intrinsics;
using VotingSim.Cohorts;

namespace VotingSim.Measures;

/// <summary>What the outcome is worth to the members, from their losses D_i at it: U_i = 1 - D_i.</summary>
internal static class Welfare
{
    // What rounding leaves of no loss at all is not shared out unequally: below this sum nobody loses.
    private const double Lossless = 1e-12;

    /// <summary>Mean utility over members. A column of losses per member; a value per lane.</summary>
    public static double[] MeanUtility(Columns losses)
    {
        var utility = new double[losses.Lanes];
        for (var lane = 0; lane < losses.Lanes; lane += Cohort.LanesPerVector)
        {
            utility.Set(lane, Vector256<double>.One - (Sum(losses, lane) / Vector256.Create((double)losses.Count)));
        }

        return utility;
    }

    /// <summary>Utility of the member that loses most.</summary>
    public static double[] MinimumUtility(Columns losses)
    {
        var utility = new double[losses.Lanes];
        for (var lane = 0; lane < losses.Lanes; lane += Cohort.LanesPerVector)
        {
            var largest = losses.At(0, lane);
            for (var member = 1; member < losses.Count; member++)
            {
                largest = Vector256.Max(largest, losses.At(member, lane));
            }

            utility.Set(lane, Vector256<double>.One - largest);
        }

        return utility;
    }

    /// <summary>Gini coefficient of the losses, sum over pairs of |D_i - D_j| / (n sum of D_i); 0 where nobody loses.</summary>
    /// <remarks>Gini (1912); Sen (1973), On Economic Inequality, p. 30.</remarks>
    public static double[] Inequality(Columns losses)
    {
        var gini = new double[losses.Lanes];
        for (var lane = 0; lane < losses.Lanes; lane += Cohort.LanesPerVector)
        {
            var differences = Vector256<double>.Zero;
            for (var first = 0; first < losses.Count; first++)
            {
                for (var second = first + 1; second < losses.Count; second++)
                {
                    differences += Vector256.Abs(losses.At(first, lane) - losses.At(second, lane));
                }
            }

            var sum = Sum(losses, lane);
            var isLossless = Vector256.LessThan(sum, Vector256.Create(Lossless));
            gini.Set(
                lane, Vector256.ConditionalSelect(isLossless, Vector256<double>.Zero, differences / (sum * Vector256.Create((double)losses.Count))));
        }

        return gini;
    }

    private static Vector256<double> Sum(Columns losses, int lane)
    {
        var sum = Vector256<double>.Zero;
        for (var member = 0; member < losses.Count; member++)
        {
            sum += losses.At(member, lane);
        }

        return sum;
    }
}
