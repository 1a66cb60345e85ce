using VotingSim.Configuration;
using VotingSim.Evidence.Cases;
using VotingSim.Evidence.Scoring;
using VotingSim.Statistics.Forecasts;
using Case = VotingSim.Configuration.Cases.Case;

namespace VotingSim.Evidence.Tests.Scoring;

public class ScoreSheetTests
{
    // Twenty-four cases in which the middle of two members is what is adopted, and half of them takes ten times as long as the other half.
    private static readonly Case[] Cases =
    [
        .. Enumerable.Range(0, 24).Select(index => SomeCase.Of(
            [10 + index, 70 + index], statusQuo: 0, outcome: 40 + index, days: index % 2 == 0 ? 100 + index : 1000 + index, name: $"c{index:00}",
            kind: index % 2 == 0 ? "fast" : "slow")),
    ];

    [Fact]
    public void A_model_that_knows_is_better_one_that_errs_worse_and_one_that_says_the_same_no_different()
    {
        var cases = ScoredCases.Of(Cases);
        var sheet = ScoreSheet.Of(cases, [Model("knows", 0), Model("errs", 30), Model("scatters", 0, spread: 8)], seed: 5);

        // The plain mean is right everywhere, and nothing can be better.
        Line("errs").Strongest!.Name.ShouldBe("plain-mean");
        (Line("errs").Word, Line("knows").Word).ShouldBe(("worse", "no different"));
        Line("errs").Difference.Value.ShouldBe(30, 1e-9);
        (Line("errs").Wins, Line("errs").Losses, Line("errs").Ties).ShouldBe((0, 24, 0));
        (Line("knows").Wins, Line("knows").Losses, Line("knows").Ties).ShouldBe((0, 0, 24));

        // Of the share within ten points more is better.
        var near = sheet.LineOf(Measure.OutcomeNear, sheet.Scored.First(model => model.Model.Name == "errs").Model)!;
        (near.Value.Value, near.Difference.Value, near.Word).ShouldBe((0, -1, "worse"));

        // The lines of a score begin with the best, and only what is spread out covers anything.
        sheet.LinesOf(Measure.OutcomeError).Select(line => line.Value.Value).ShouldBeInOrder();
        sheet.Models.First(model => model.Model.Name == "scatters").Coverage.Select(at => at.Share.Value).ShouldBe([1.0, 1.0]);
        sheet.Models.First(model => model.Model.Name == "knows").Coverage.ShouldBeEmpty();

        ScoreLine Line(string name) => sheet.LinesOf(Measure.OutcomeError).Single(line => line.Model.Name == name);
    }

    [Fact]
    public void The_findings_say_first_what_it_comes_to_and_then_what_is_against_the_model()
    {
        var sheet = ScoreSheet.Of(ScoredCases.Of(Cases), [Model("errs", 30)], seed: 5);
        var findings = ScoreFindings.Of(sheet);

        findings[0].ShouldBe("errs foretells texts worse than the baseline \"plain mean\".");
        findings[1].ShouldBe("CRPS of the text, points: errs 30.0, plain mean 0.0, difference +30.0 [30.0, 30.0].");
        findings[2].ShouldStartWith("errs is worse than the strongest baseline by absolute error of the mean text, points (30.00 against 0.00); share of");
        findings[3].ShouldStartWith("With the coding errors that the records state even a true model would be off by 9.8 points, and plain mean is off by 0.0");
    }

    [Fact]
    public void The_slope_is_one_for_who_says_what_happens_and_two_for_who_says_half_of_it()
    {
        var cases = ScoredCases.Of(Cases);

        SlopeOf(days => days).ShouldBe(1, 1e-9);
        SlopeOf(days => Math.Sqrt(days)).ShouldBe(2, 1e-9);

        double SlopeOf(Func<double, double> say) => ScoredModel.Of(cases, new("m", "m", IsBaseline: false,
            [.. Cases.Select(one => new Forecast { Days = WeightedSample.Point(say(one.Record.Days!.Value)) })])).Slope.Value;
    }

    [Fact]
    public void Pairs_are_ordered_as_the_statistics_of_forecasts_order_them_where_all_cases_count_alike()
    {
        var cases = ScoredCases.Of(Cases.Select((one, index) => index % 5 == 0 ? one with { Record = one.Record with { Ending = RecordedEnding.Open } } : one));
        double[] orders = [.. Enumerable.Range(0, 24).Select(index => (double)(index * 7 % 11))];
        ObservedDuration[] observed = [.. cases.All.Select((_, index) => cases.TimeOf(index)!.Value)];

        OrderedPairs.Of(cases, orders, withinClass: false).Value.ShouldBe(TimeConcordance.Of(orders, observed).Value, 1e-12);
        OrderedPairs.Of(cases, orders, withinClass: true).Value.ShouldBe(
            TimeConcordance.Of(orders, observed, [.. cases.All.Select(one => one.Class)]).Value, 1e-12);

        // Without a cluster, all of it again.
        var without = OrderedPairs.Of(cases, orders, withinClass: false).Without;
        for (var left = 0; left < 24; left++)
        {
            var kept = Enumerable.Range(0, 24).Where(index => index != left).ToArray();
            without[left].ShouldBe(TimeConcordance.Of([.. kept.Select(index => orders[index])], [.. kept.Select(index => observed[index])]).Value, 1e-12);
        }
    }

    [Fact]
    public void Issues_of_one_proposal_share_a_time_and_count_once_together()
    {
        Case[] cases =
        [
            SomeCase.Of([50], name: "a1", cluster: "a", days: 100), SomeCase.Of([50], name: "a2", cluster: "a", days: 100),
            SomeCase.Of([50], name: "b", days: 100), SomeCase.Of([50], name: "c"),
        ];
        var scored = ScoredCases.Of(cases);
        scored.TimeWeights.ShouldBe([0.5, 0.5, 1, 0]);
        scored.ClusterCount.ShouldBe(3);
        scored.Others(0).Select(one => one.Name).ShouldBe(["b", "c"]);

        // Errors of 1 and 1 power of ten at half the weight, and of 2.
        double[] said = [10, 1000, 100_000, 5];
        var sheet = ScoreSheet.Of(scored, [new("m", "m", IsBaseline: false, [.. said.Select(days => new Forecast { Days = WeightedSample.Point(days) })])], seed: 1);
        sheet.LinesOf(Measure.TimeError).Single(line => !line.Model.IsBaseline).Value.Value.ShouldBe((0.5 + 0.5 + 2) / 2, 1e-9); // never is 10,000 days at most
    }

    private static ForecastModel Model(string name, double off, double spread = 0) => new(name, name, IsBaseline: false,
        [.. Cases.Select(one => new Forecast
        {
            Outcome = [WeightedSample.Of([one.Record.Outcome[0] + off - spread, one.Record.Outcome[0] + off, one.Record.Outcome[0] + off + spread])],
        })]);
}
