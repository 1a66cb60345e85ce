using CsCheck;
using VotingSim.Configuration;
using VotingSim.Evidence.Cases;
using VotingSim.Evidence.Scoring;
using VotingSim.Statistics.Forecasts;
using Case = VotingSim.Configuration.Cases.Case;

namespace VotingSim.Evidence.Tests.Scoring;

/// <summary>Scores of single cases against the definitions, read aloud.</summary>
public class CaseScoreTests
{
    private static readonly Gen<(double[] Said, double Observed)> Texts =
        from said in Gen.Double[0, 100].Array[1, 20]
        from observed in Gen.Double[0, 100]
        select (said, observed);

    [Fact]
    public void A_text_is_scored_as_defined() => Texts.Sample(
        sample =>
        {
            var (said, observed) = sample;
            var score = OutcomeScore.Of(WeightedSample.Of(said), observed, error: 12);

            score.Error.ShouldBe(Math.Abs(said.Average() - observed), 1e-9);
            score.IsNear.ShouldBe(Math.Abs(said.Average() - observed) <= 10 ? 1 : 0);
            score.Crps.ShouldBe(
                said.Average(value => Math.Abs(value - observed)) - (said.SelectMany(_ => said, (one, other) => Math.Abs(one - other)).Average() / 2), 1e-9);

            // A normal kernel cut at 0 and 100, by a sum over a fine grid, and a ten-thousandth of a uniform floor.
            var density = said.Average(value => Math.Exp(-Square((observed - value) / 12) / 2)
                / (Enumerable.Range(0, 4000).Sum(step => Math.Exp(-Square(((step + 0.5) / 40 - value) / 12) / 2)) / 40));
            score.LogDensity.ShouldBe(Math.Log(((1 - 1e-4) * density) + (1e-4 / 100)), 1e-5);
        },
        iter: 100);

    [Fact]
    public void A_decided_time_is_scored_on_log10_days_up_to_the_end_of_the_record()
    {
        // Of two cases the other ends 900 days after the beginning of both: until then the first would have been watched.
        var score = Time([10, 1000, double.PositiveInfinity, double.PositiveInfinity], days: 100, RecordedEnding.Consent, until: 900);

        // F: 1/4 from 1, 1/2 from 3, never more. Observed 2, end log10 900.
        var end = Math.Log10(900);
        score.Crps.ShouldBe((1 * 1 / 16.0) + ((end - 2) * 9 / 16.0), 1e-9);
        score.Error.ShouldBe(4 - 2, 1e-9); // the median is never, which counts as the horizon, 10,000 days
        score.Pit.Low.ShouldBe(0.25, 1e-12);
        score.Pit.High.ShouldBe(0.25, 1e-12);
        score.LogDensity.ShouldBe(Math.Log((1 - 1e-4) * Normal(10) / 4 + (1e-4 / 6)), 1e-9); // 1 and 3 are ten kernels off
        score.Brier[0].ShouldBe(Square(0.25 - 0), 1e-12); // day 90
        score.Brier[1].ShouldBe(Square(0.25 - 1), 1e-12); // day 365
        score.Brier[2].ShouldBe(Square(0.5 - 1), 1e-12);
    }

    [Fact]
    public void An_undecided_time_counts_only_as_far_as_a_forecast_is_short_of_it()
    {
        var early = Time([10, 10, 10_000], days: 1000, RecordedEnding.Open);
        early.Error.ShouldBe(2, 1e-9);
        early.Crps.ShouldBe(2 * 4 / 9.0, 1e-9); // F = 2/3 from 1 to 3
        (early.Pit.Low, early.Pit.High).ShouldBe((2 / 3.0, 1.0));
        early.LogDensity.ShouldBe(Math.Log(((1 - 1e-4) / 3) + (1e-4 * 2 / 6)), 1e-9);

        var late = Time([5000], days: 1000, RecordedEnding.Open);
        late.Error.ShouldBe(double.NaN);
        late.Crps.ShouldBe(0);
    }

    [Fact]
    public void Who_stands_against_is_named_by_the_highest_scores_and_ties_are_shared()
    {
        // Two of five stood against it; the highest score is right, the next two are tied and one of them is right.
        var one = SomeCase.Of([1, 2, 3, 4, 5], ending: RecordedEnding.Vote, against: ["M00", "M01"]);
        var score = MannerScore.Of(one, new() { Consent = 0.3, Against = [9, 5, 5, 1, 0] });

        score.Consent.ShouldBe(0.09, 1e-12);
        score.Against.ShouldBe(((1.5 / 2) + (1 - (0.5 / 3))) / 2, 1e-12);
        MannerScore.Of(SomeCase.Of([1, 2], against: []), new() { Against = [1, 0] }).Against.ShouldBe(double.NaN);
        MannerScore.Of(SomeCase.Of([1, 2], ending: RecordedEnding.Adopted), new() { Consent = 1 }).Consent.ShouldBe(double.NaN);
    }

    [Fact]
    public void Worlds_that_did_not_decide_say_nothing_of_the_text()
    {
        var one = SomeCase.Of([10, 90]);
        var worlds = new CaseWorlds
        {
            Decided = [true, false, true, true],
            Endings = [Deliberation.Ending.Consent, Deliberation.Ending.Open, Deliberation.Ending.Vote, Deliberation.Ending.Vote],
            Days = [10, double.PositiveInfinity, 20, 30],
            Outcome = [[40, 20, 50, 60]],
            Supporters = [3, 0, 1, 1],
            Objectors = [0, 3, 2, 2],
        };

        var said = Forecast.Of(one, worlds);
        said.Outcome[0].Values.ShouldBe([40.0, 50, 60]);
        said.Days!.Cdf(1e9).ShouldBe(0.75);
        said.Order.ShouldBe(25);
        said.Consent.ShouldBe(1 / 3.0, 1e-12);
        said.Against.ShouldBe([0, 2 / 3.0]);

        var never = Forecast.Of(one, worlds with { Decided = [false, false, false, false] });
        never.Outcome[0].Values.ShouldBe([20.0]); // the status quo
        never.Consent.ShouldBe(double.NaN);
    }

    private static TimeScore Time(double[] said, double days, RecordedEnding ending, double? until = null)
    {
        Case[] cases =
        [
            SomeCase.Of([50], name: "a", days: days, ending: ending),
            .. until is { } last ? [SomeCase.Of([50], name: "b", days: last)] : Array.Empty<Case>(),
        ];
        var forecast = new Forecast { Days = WeightedSample.Of(said) };
        return TimeScore.Of(ScoredCases.Of(cases), [.. cases.Select(_ => forecast)])[0]!;
    }

    // The density of the kernel so many widths away from where it is centred: none at ten, and 1 / (0.1 sqrt(2 pi)) at none.
    private static double Normal(double widths) => Math.Exp(-Square(widths) / 2) / (0.1 * Math.Sqrt(2 * Math.PI));

    private static double Square(double value) => value * value;
}
