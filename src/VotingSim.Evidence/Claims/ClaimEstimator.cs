using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics.Survival;

namespace VotingSim.Evidence.Claims;

/// <summary>Estimates what a claim is about from what came of its sides.</summary>
/// <param name="claim">The claim.</param>
/// <param name="sides">What came of its sides, in their order.</param>
internal sealed class ClaimEstimator(Claim claim, ImmutableArray<SideWorlds> sides)
{
    /// <summary>Number of worlds.</summary>
    public int Worlds => sides[0].Worlds;

    /// <summary>The estimate from the worlds as they are.</summary>
    public double Value => Of(Enumerable.Repeat(1, Worlds).ToArray());

    /// <summary>The estimate; NaN where it is undefined.</summary>
    /// <param name="counts">How often each world counts.</param>
    public double Of(int[] counts) => claim.Quantity switch
    {
        ClaimQuantity.HazardRatio => Math.Exp(Coefficients(counts, moves: false)[0].Value),
        ClaimQuantity.HazardTrend => Coefficients(counts, moves: true)[1].Value,
        ClaimQuantity.MedianRatio => sides[1].Median(counts) / sides[0].Median(counts),
        ClaimQuantity.MedianElasticity => Elasticity(counts),
        ClaimQuantity.DecidedDifference => Share(counts, sides[1].Decided) - Share(counts, sides[0].Decided),
        ClaimQuantity.UnopposedShare => Sum(counts, sides[0].Unopposed) / Sum(counts, sides[0].Decided),
        ClaimQuantity.DistanceDifference => Distance(counts),
        _ => throw new ArgumentOutOfRangeException(nameof(counts), claim.Quantity, "This quantity has no estimate."),
    };

    private ImmutableArray<CoxCoefficient> Coefficients(int[] counts, bool moves)
    {
        var data = new CoxData(["side"]);
        for (var side = 0; side < sides.Length; side++)
        {
            foreach (var (day, decided, censored) in sides[side].ByDay(counts))
            {
                // Who has decided before the window is not at risk in it, and who has not by its end is observed until then.
                if (day > claim.Ages.After)
                {
                    var isInside = day <= claim.Ages.UpTo;
                    data.Add([side], Math.Min(day, claim.Ages.UpTo), isInside, isInside ? decided : 0);
                    data.Add([side], Math.Min(day, claim.Ages.UpTo), decided: false, censored + (isInside ? 0 : decided));
                }
            }
        }

        return CoxModel.Fit(data, terms: moves ? [CoxTerm.Constant(data, 0), CoxTerm.LogTime(data, 0)] : default).Coefficients;
    }

    // The slope of the logarithm of the median on that of the value.
    private double Elasticity(int[] counts)
    {
        double[] x = [.. claim.Sides.Select(side => Math.Log(side.Value))];
        double[] y = [.. sides.Select(side => Math.Log(side.Median(counts)))];
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum() / x.Sum(one => (one - meanX) * (one - meanX));
    }

    private double Distance(int[] counts)
    {
        var (first, second) = (sides[0].Distance, sides[1].Distance);
        var (sum, total) = (0.0, 0L);
        for (var place = 0; place < first.Length; place++)
        {
            var difference = second[place] - first[place];
            if (!double.IsNaN(difference))
            {
                sum += counts[place % Worlds] * difference;
                total += counts[place % Worlds];
            }
        }

        return sum / total;
    }

    private double Share(int[] counts, bool[] places) => Sum(counts, places) / ((double)places.Length / Worlds * counts.Sum());

    private double Sum(int[] counts, bool[] places)
    {
        var sum = 0L;
        for (var place = 0; place < places.Length; place++)
        {
            sum += places[place] ? counts[place % Worlds] : 0;
        }

        return sum;
    }
}
