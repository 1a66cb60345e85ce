using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests.Survival;

/// <summary>Studies with a known truth: of 2,000 intervals of 95 %, 95 % must contain it, within three binomial standard errors.</summary>
[Trait("Category", "Slow")]
public class CoverageTests
{
    private const int Studies = 2000;

    [Fact]
    public void Intervals_of_survival_median_and_restricted_mean_cover_the_truth()
    {
        // Exponential times of mean 100, censored after exponential times of mean 300.
        var random = new Random(20260101);
        var (survival, median, mean) = (0, 0, 0);
        for (var study = 0; study < Studies; study++)
        {
            var durations = new DurationCounts();
            for (var i = 0; i < 200; i++)
            {
                var (time, end) = (Exponential(random, 100), Exponential(random, 300));
                durations.Add(Math.Min(time, end), time <= end);
            }

            var curve = KaplanMeier.Of(durations);
            var step = curve.Steps.Last(step => step.Time <= 80);
            survival += Covers(new(step.Survival, step.Low, step.High), Math.Exp(-0.8));
            median += Covers(curve.Median, 100 * Math.Log(2));
            mean += Covers(curve.RestrictedMean(120).Interval, 100 * (1 - Math.Exp(-1.2)));
        }

        ShouldBeNominal(survival, "survival");
        ShouldBeNominal(median, "median");
        ShouldBeNominal(mean, "restricted mean");
    }

    [Fact]
    public void Intervals_of_the_hazard_ratio_cover_the_truth()
    {
        var random = new Random(20260102);
        var (plain, robust) = (0, 0);
        for (var study = 0; study < Studies; study++)
        {
            var data = new CoxData(["faster"]);
            for (var i = 0; i < 300; i++)
            {
                var (time, end) = (Exponential(random, i % 2 == 0 ? 100 : 50), Exponential(random, 200));
                data.Add([i % 2], Math.Min(time, end), time <= end);
            }

            plain += Covers(CoxModel.Fit(data).Coefficients[0].HazardRatio, 2);
            robust += Covers(CoxModel.Fit(data, robust: true).Coefficients[0].HazardRatio, 2);
        }

        ShouldBeNominal(plain, "hazard ratio");
        ShouldBeNominal(robust, "hazard ratio, robust");
    }

    [Fact]
    public void Intervals_of_a_paired_comparison_cover_the_truth()
    {
        // Both arms have exponential times, seen in rounds; in six worlds of ten they share their luck, in the others they do not.
        const int Rounds = 100;
        const double Shared = 0.6;
        const double A = 0.02;
        const double B = 0.03;
        var random = new Random(20260103);
        var (hazardRatio, earlier, same, later, difference) = (0, 0, 0, 0, 0);
        var (trulyEarlier, trulyLater) = Order();
        var trueDifference = Enumerable.Range(0, Rounds).Sum(round => Math.Exp(-B * round) - Math.Exp(-A * round));
        for (var study = 0; study < Studies; study++)
        {
            var durations = new PairedRounds(Rounds, 1, Rounds, 1);
            for (var world = 0; world < 400; world++)
            {
                var luck = 1 - random.NextDouble();
                var other = random.NextDouble() < Shared ? luck : 1 - random.NextDouble();
                var (a, b) = (Round(luck, A), Round(other, B));
                durations.Add(Math.Min(a, Rounds), a <= Rounds, Math.Min(b, Rounds), b <= Rounds);
            }

            var comparison = durations.Compare();
            hazardRatio += Covers(comparison.HazardRatio, B / A);
            earlier += Covers(comparison.Earlier, trulyEarlier);
            same += Covers(comparison.Same, 1 - trulyEarlier - trulyLater);
            later += Covers(comparison.Later, trulyLater);
            difference += Covers(comparison.RestrictedMeanDifference, trueDifference);
        }

        ShouldBeNominal(hazardRatio, "hazard ratio");
        ShouldBeNominal(earlier, "earlier");
        ShouldBeNominal(same, "same");
        ShouldBeNominal(later, "later");
        ShouldBeNominal(difference, "difference of means");

        // In which round luck has an arm decide; the horizon and beyond are one.
        static int Round(double luck, double hazard) => Math.Min(Rounds + 1, (int)Math.Ceiling(-Math.Log(luck) / hazard));

        // By the lengths of the stretches of luck between which nothing changes.
        static (double Earlier, double Later) Order()
        {
            var (earlier, later) = (0.0, 0.0);
            double[] bounds = [.. Enumerable.Range(0, Rounds + 1).SelectMany(round => (double[])[Math.Exp(-A * round), Math.Exp(-B * round)])
                .Append(0).Distinct().Order()];
            for (var i = 1; i < bounds.Length; i++)
            {
                var middle = (bounds[i - 1] + bounds[i]) / 2;
                earlier += Round(middle, B) < Round(middle, A) ? Shared * (bounds[i] - bounds[i - 1]) : 0;
                later += Round(middle, B) > Round(middle, A) ? Shared * (bounds[i] - bounds[i - 1]) : 0;
            }

            for (var round = 1; round <= Rounds; round++)
            {
                earlier += (1 - Shared) * (Math.Exp(-B * (round - 1)) - Math.Exp(-B * round)) * Math.Exp(-A * round);
                later += (1 - Shared) * (Math.Exp(-A * (round - 1)) - Math.Exp(-A * round)) * Math.Exp(-B * round);
            }

            return (earlier, later);
        }
    }

    private static double Exponential(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    private static int Covers(Estimate interval, double truth) => interval.Low <= truth && truth <= interval.High ? 1 : 0;

    private static void ShouldBeNominal(int covered, string what) =>
        ((double)covered / Studies).ShouldBe(0.95, 3 * Math.Sqrt(0.95 * 0.05 / Studies), what);
}
