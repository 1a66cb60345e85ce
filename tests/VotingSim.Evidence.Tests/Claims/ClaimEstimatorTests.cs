using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Evidence.Cases;
using VotingSim.Evidence.Claims;
using VotingSim.Experiments.Plan;
using VotingSim.Rules;

namespace VotingSim.Evidence.Tests.Claims;

/// <summary>Every quantity against a plain computation on a few worlds.</summary>
public class ClaimEstimatorTests
{
    // Days of decision of two sides in seven worlds; the horizon is 100, no ties.
    private static readonly double[] First = [11, 22, 33, 44, 55, 66, double.PositiveInfinity];
    private static readonly double[] Second = [10, 14, 21, 30, 40, 61, 90];

    [Fact]
    public void A_hazard_ratio_maximises_the_partial_likelihood_written_out()
    {
        var estimate = Estimate(ClaimQuantity.HazardRatio, First, Second);

        Slope(First, Second, 0, 100, _ => 1, Math.Log(estimate)).ShouldBe(0, 1e-7);
        estimate.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_hazard_ratio_of_ages_counts_only_decisions_between_them_among_those_still_undecided()
    {
        var estimate = Estimate(ClaimQuantity.HazardRatio, First, Second, ages: (15, 45));

        Slope(First, Second, 15, 45, _ => 1, Math.Log(estimate)).ShouldBe(0, 1e-7);
        Math.Abs(estimate - Estimate(ClaimQuantity.HazardRatio, First, Second)).ShouldBeGreaterThan(1e-3);
    }

    [Fact]
    public void A_hazard_trend_is_the_coefficient_of_the_logarithm_of_time_in_the_partial_likelihood()
    {
        var trend = Estimate(ClaimQuantity.HazardTrend, First, Second);

        // At the trend the likelihood is flat in it for the level that makes it flat in the level.
        var level = Root(level => Slope(First, Second, 0, 100, _ => 1, level, trend));
        Slope(First, Second, 0, 100, Math.Log, level, trend).ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Medians_and_their_ratio_are_those_of_the_ordered_days()
    {
        Estimate(ClaimQuantity.MedianRatio, First, Second).ShouldBe(30.0 / 44, 1e-12);
        Estimate(ClaimQuantity.MedianRatio, [11, 22, .. Enumerable.Repeat(double.PositiveInfinity, 5)], Second).ShouldBe(double.NaN);
    }

    [Fact]
    public void The_elasticity_of_two_sides_is_the_quotient_of_the_logarithms_and_of_three_their_least_squares()
    {
        Estimate(ClaimQuantity.MedianElasticity, First, Second).ShouldBe(Math.Log(30.0 / 44) / Math.Log(2), 1e-12);

        // Values 1, 2, 4 are evenly spaced as logarithms: the slope is that of the ends.
        var three = new ClaimEstimator(Claim(ClaimQuantity.MedianElasticity, [1, 2, 4]), [Side(First), Side(Second), Side([.. First.Select(day => 2 * day)])]);
        three.Value.ShouldBe(Math.Log(2) / Math.Log(4), 1e-12);
    }

    [Fact]
    public void Shares_are_counts_by_counts()
    {
        Estimate(ClaimQuantity.DecidedDifference, First, Second).ShouldBe(1 - (6 / 7.0), 1e-12);

        // Ends by consent in worlds 0, 2 and 4 only; world 6 is undecided.
        new ClaimEstimator(Claim(ClaimQuantity.UnopposedShare, [1]), [Side(First)]).Value.ShouldBe(3 / 6.0, 1e-12);
    }

    [Fact]
    public void The_distance_to_the_status_quo_is_compared_where_both_decide()
    {
        // The text is the day: 20 is the status quo. The last world has no decision on the first side.
        var expected = First.Zip(Second, (first, second) => Math.Abs(second - 20) - Math.Abs(first - 20)).Take(6).Average();
        Estimate(ClaimQuantity.DistanceDifference, First, Second).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void A_world_that_counts_twice_is_two_worlds_and_one_that_counts_nothing_is_none()
    {
        int[] counts = [2, 0, 1, 1, 3, 0, 1];
        double[] Repeated(double[] days) => [.. days.SelectMany((day, world) => Enumerable.Repeat(day, counts[world]))];
        foreach (var quantity in Enum.GetValues<ClaimQuantity>().Where(quantity => quantity != ClaimQuantity.UnopposedShare))
        {
            var estimator = new ClaimEstimator(Claim(quantity, [1, 2]), [Side(First), Side(Second)]);
            estimator.Of(counts).ShouldBe(Estimate(quantity, Repeated(First), Repeated(Second)), 1e-9, quantity.ToString());
        }
    }

    [Theory]
    [InlineData(1.0, double.PositiveInfinity, 1.2, 1.1, 1.3, ClaimReading.AsClaimed)]
    [InlineData(1.0, double.PositiveInfinity, 1.2, 0.9, 1.5, ClaimReading.NotShown)]
    [InlineData(1.0, double.PositiveInfinity, 0.8, 0.7, 0.9, ClaimReading.Otherwise)]
    [InlineData(double.NegativeInfinity, 0.0, -1, -2, -0.5, ClaimReading.AsClaimed)]
    [InlineData(double.NegativeInfinity, 0.0, 0, 0, 0, ClaimReading.NotShown)]
    [InlineData(1.4, 1.7, 1.5, 1.2, 1.9, ClaimReading.AsClaimed)]
    [InlineData(1.4, 1.7, 1.8, 1.6, 2.0, ClaimReading.NotShown)]
    [InlineData(1.4, 1.7, 1.9, 1.8, 2.0, ClaimReading.Otherwise)]
    [InlineData(1.4, 1.7, double.NaN, double.NaN, double.NaN, ClaimReading.Undefined)]
    public void What_is_read_depends_on_where_estimate_and_interval_lie(double low, double high, double value, double from, double to, ClaimReading expected) =>
        ClaimFinding.ReadingOf(Claim(ClaimQuantity.HazardRatio, [1, 2]) with { AtLeast = low, AtMost = high }, new(value, from, to)).ShouldBe(expected);

    private static double Estimate(ClaimQuantity quantity, double[] first, double[] second, (double, double)? ages = null) =>
        new ClaimEstimator(Claim(quantity, [1, 2], ages), [Side(first), Side(second)]).Value;

    private static SideWorlds Side(double[] days) => new(
        [Some.Terms(new Consensus(), [50], [50], settings: Some.Silence with { HorizonDays = 100 })],
        [
            new CaseWorlds
            {
                Decided = [.. days.Select(double.IsFinite)],
                Endings = [.. days.Select((day, world) => !double.IsFinite(day) ? Ending.Open : world % 2 == 0 ? Ending.Consent : Ending.Vote)],
                Days = days,
                Outcome = [days],
                Supporters = new ulong[days.Length],
                Objectors = new ulong[days.Length],
            },
        ]);

    private static Claim Claim(ClaimQuantity quantity, double[] values, (double, double)? ages = null) => new()
    {
        Name = "claim",
        Title = "claim",
        Text = "text",
        Source = "source",
        Certainty = ClaimCertainty.Derived,
        Disputed = null,
        Quantity = quantity,
        Ages = ages ?? (0, double.PositiveInfinity),
        AtLeast = 1,
        AtMost = double.PositiveInfinity,
        Observed = null,
        Sides = [.. values.Select(value => new ClaimSide("side", value, ImmutableArray<DeliberationTerms>.Empty, ""))],
    };

    // The derivative of the logarithm of the partial likelihood: over every decision, what decides less the mean over those at risk.
    private static double Slope(double[] first, double[] second, double after, double upTo, Func<double, double> of, double level, double trend = 0)
    {
        var slope = 0.0;
        foreach (var (day, side) in first.Select(day => (day, 0)).Concat(second.Select(day => (day, 1))).Where(one => one.day > after && one.day <= upTo))
        {
            var (atRisk, other) = (first.Count(later => later >= day), second.Count(later => later >= day));
            var hazard = other * Math.Exp(level + (trend * Math.Log(day)));
            slope += of(day) * (side - (hazard / (atRisk + hazard)));
        }

        return slope;
    }

    private static double Root(Func<double, double> falling)
    {
        var (low, high) = (-100.0, 100.0);
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = falling(middle) > 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
