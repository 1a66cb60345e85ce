using System.Collections.Immutable;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Statistics.Tests.Agreement;

public class CohenKappaTests
{
    // Table 1 of Cohen (1960), for 100 units: p_o = .29, p_e = .35. The paper gives kappa to two figures.
    private static readonly long[] Cohen1960 = [25, 13, 12, 12, 2, 16, 3, 15, 2];

    [Fact]
    public void Kappa_of_Cohens_first_table_is_the_published_one() => CohenKappa.Of(Cohen1960, 3).Value.ShouldBe((0.29 - 0.35) / (1 - 0.35), 1e-12);

    // Kappa and standard error of psych::cohen.kappa; the script is kappa.R beside this file.
    [Theory]
    [InlineData(new long[] { 25, 13, 12, 12, 2, 16, 3, 15, 2 }, -0.092307692308, 0.056641436883)]
    [InlineData(new long[] { 88, 14, 18, 10, 40, 10, 2, 6, 12 }, 0.491525423729, 0.051001815576)]
    [InlineData(new long[] { 106, 10, 4, 22, 28, 10, 2, 12, 6 }, 0.428571428571, 0.053711004869)]
    [InlineData(new long[] { 40, 3, 0, 5, 22, 7, 1, 2, 9 }, 0.668528864060, 0.066963808195)]
    public void Kappa_and_its_interval_are_those_of_R(long[] table, double kappa, double standardError)
    {
        var estimate = CohenKappa.Of(table, 3);

        estimate.Value.ShouldBe(kappa, 1e-11);
        estimate.Low.ShouldBe(kappa - (1.959963984540054 * standardError), 1e-11);
        estimate.High.ShouldBe(kappa + (1.959963984540054 * standardError), 1e-11);
    }

    [Fact]
    public void Two_that_always_agree_have_1_if_they_vary_and_nothing_to_say_if_they_do_not()
    {
        CohenKappa.Of([7, 0, 0, 0, 5, 0, 0, 0, 0], 3).ShouldBe(new Estimate(1, 1, 1));
        CohenKappa.Of([7, 0, 0, 0, 0, 0, 0, 0, 0], 3).ShouldBe(Estimate.Undefined);
        CohenKappa.Of([0, 0, 0, 0, 0, 0, 0, 0, 0], 3).ShouldBe(Estimate.Undefined);
    }

    [Fact]
    public void Two_that_always_take_opposite_sides_as_often_have_minus_1() => CohenKappa.Of([0, 20, 20, 0], 2).Value.ShouldBe(-1, 1e-15);
}

public class ManyMembersTests
{
    // The worked example on Wikipedia's page on Fleiss' kappa, 14 raters, 10 subjects, 5 categories: P = 0.378, P_e = 0.213, kappa = 0.210.
    private static readonly ImmutableArray<int>[] Fleiss =
    [
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ];

    // Krippendorff (2011), Computing Krippendorff's alpha-reliability, part C: 4 observers (rows), 12 units, nominal alpha 0.743. A point is a
    // missing rating.
    private static readonly string[] Twelve = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];

    // The worked example on Wikipedia's page on Krippendorff's alpha: 3 coders, 15 units, nominal alpha 0.691.
    private static readonly string[] Fifteen = [".....34121133.3", "1.213343.......", "..21344.21133.4"];

    [Fact]
    public void Fleiss_kappa_of_the_worked_example_is_the_published_one() =>
        FleissKappa.Of([.. Fleiss.Select(counts => new RatingPattern(counts, 1))], 14, seed: 1).Value.ShouldBe(0.210, 0.0005);

    [Fact]
    public void Krippendorffs_alpha_of_the_worked_examples_is_the_published_one()
    {
        KrippendorffAlpha.Of(Patterns(Twelve), seed: 1).Value.ShouldBe(0.743, 0.0005);
        KrippendorffAlpha.Of(Patterns(Fifteen), seed: 1).Value.ShouldBe(0.691, 0.0005);
    }

    [Fact]
    public void The_order_of_votes_changes_no_bit_and_the_seed_changes_the_interval_alone()
    {
        var patterns = Patterns(Twelve);
        var alpha = KrippendorffAlpha.Of(patterns, seed: 1);

        KrippendorffAlpha.Of([.. patterns.Reverse()], seed: 1).ShouldBe(alpha);
        var other = KrippendorffAlpha.Of(patterns, seed: 2);
        other.Value.ShouldBe(alpha.Value);
        other.Low.ShouldNotBe(alpha.Low);
        alpha.Low.ShouldBeLessThan(alpha.Value);
        alpha.High.ShouldBeGreaterThan(alpha.Value);
    }

    [Fact]
    public void Without_a_seed_there_is_the_estimate_alone()
    {
        var patterns = Patterns(Twelve);

        KrippendorffAlpha.Of(patterns, seed: null).ShouldBe(new Estimate(KrippendorffAlpha.Of(patterns, seed: 1).Value, double.NaN, double.NaN));
    }

    [Fact]
    public void Only_one_category_leaves_nothing_to_correct_and_one_vote_no_interval()
    {
        RatingPattern[] alike = [new([5, 0, 0], 10)];
        KrippendorffAlpha.Of(alike, seed: 1).Value.ShouldBe(double.NaN);
        FleissKappa.Of(alike, 5, seed: 1).Value.ShouldBe(double.NaN);
        KrippendorffAlpha.Of([], seed: 1).ShouldBe(Estimate.Undefined);

        var one = KrippendorffAlpha.Of([new([3, 2, 0], 1)], seed: 1);
        one.Value.ShouldBe(1 - ((25.0 - 13) / 4 / 5 / ((25 - 13) / (5.0 * 4))), 1e-15);
        one.Low.ShouldBe(double.NaN);
    }

    [Fact]
    public void Intervals_contain_the_truth_in_95_of_100_samples()
    {
        // Members err independently from a fair truth with probability e: pairs agree with (1 - e)² + e², alpha tends to 2 (that) - 1 = 0.36 for e
        // = 0.2.
        const int studies = 400;
        var (hits, draws) = (0, new Random(5));
        for (var study = 0; study < studies; study++)
        {
            var votes = Enumerable.Range(0, 200).Select(_ =>
            {
                var truth = draws.Next(2);
                var ones = Enumerable.Range(0, 6).Count(_ => (draws.NextDouble() < 0.2 ? 1 - truth : truth) == 1);
                return new RatingPattern([ones, 6 - ones], 1);
            });
            var alpha = KrippendorffAlpha.Of([.. votes.CountBy(vote => vote.Counts[0])
                .Select(pair => new RatingPattern([pair.Key, 6 - pair.Key], pair.Value))], (ulong)study);
            hits += alpha.Low <= 0.36 && alpha.High >= 0.36 ? 1 : 0;
        }

        // Binomial: 380 of 400 with a standard deviation of 4.4; three of them.
        hits.ShouldBeInRange(367, 393);
    }

    private static RatingPattern[] Patterns(string[] observers) =>
        [.. Enumerable.Range(0, observers[0].Length)
            .Select(unit => new RatingPattern([.. "12345".Select(value => observers.Count(observer => observer[unit] == value))], 1))];
}
