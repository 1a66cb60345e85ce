using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests;

/// <summary>Section 6 of docs/model.md as a whole: what the shipped crises say does not hang on how often the table meets.</summary>
public sealed class ShippedCalendarTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private static readonly double[] RoundDays = [1, 7, 14];

    public static TheoryData<string> Crises => [.. Shipped.Files.Where(file => file.Kind == "crisis").Select(file => file.Name)];

    [Theory, MemberData(nameof(Crises))]
    public async Task Consensus_takes_as_long_however_often_the_table_meets(string crisis) =>
        ShouldTell(await EachAsync(crisis, days => new() { ["round-days"] = days }));

    // Without the wait for the agenda, of which a share would hide how sessions differ, and with the first session as far off as the others.
    [Theory, MemberData(nameof(Crises))]
    public async Task Consensus_takes_as_long_however_often_the_table_meets_once_it_is_open(string crisis) =>
        ShouldTell(await EachAsync(crisis, AtOnce));

    // What version 1 did: a reluctant member that makes up its mind anew tomorrow, and the day after, soon finds itself willing.
    [Fact]
    public async Task With_inclinations_of_a_day_a_table_that_meets_daily_would_be_much_faster()
    {
        var results = await EachAsync("myanmar-2021", days =>
        {
            var deliberation = AtOnce(days);
            deliberation["disposition-days"] = 0.0;
            return deliberation;
        });

        var means = results.Select(result => result.Days.Average()).ToArray();
        (means.Max() - means.Min()).ShouldBeGreaterThan(Tolerance(means));
    }

    private static JsonObject AtOnce(double days) =>
        new() { ["round-days"] = days, ["first-round-day"] = days, ["agenda"] = new JsonObject { ["median-days"] = 0.0 } };

    private static void ShouldTell(CohortResult[] results)
    {
        var means = results.Select(result => result.Days.Average()).ToArray();
        (means.Max() - means.Min()).ShouldBeLessThanOrEqualTo(Tolerance(means), $"mean days: {string.Join(", ", means)}");
        results.Select(Answer).Distinct().ShouldHaveSingleItem();
    }

    // 14 days and 15 %, of the earliest.
    private static double Tolerance(double[] means) => 14 + (0.15 * means.Min());

    private static string Answer(CohortResult result) => result.Decided.Count(decided => decided) switch
    {
        0 => "never decided",
        var worlds when 2 * worlds <= result.Decided.Length => "seldom decided",
        _ => "mostly decided",
    };

    // The same thousand worlds on each calendar.
    private async Task<CohortResult[]> EachAsync(string crisis, Func<double, JsonObject> deliberation)
    {
        var results = new List<CohortResult>();
        foreach (var days in RoundDays)
        {
            var terms = Terms(crisis, deliberation(days));
            terms.Settings.Calendar.RoundDays.ShouldBe(days);
            results.AddRange(await silo.DeliberateAsync(terms, replications: 1000));
        }

        return [.. results];
    }

    private static DeliberationTerms Terms(string crisis, JsonObject deliberation) => ExperimentReader.Read(
        new JsonObject
        {
            ["experiment"] = "calendar",
            ["members"] = "asean-10",
            ["crises"] = new JsonArray(crisis),
            ["rules"] = new JsonArray("consensus"),
            ["deliberation"] = deliberation,
        },
        "calendar").Arms.Single().Terms;
}
