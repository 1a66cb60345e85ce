using System.Text.RegularExpressions;
using VotingSim.Analysis;
using VotingSim.Analysis.Campaigns;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Calibration;
using VotingSim.Evidence.Cases;
using VotingSim.Evidence.Scoring;
using VotingSim.Experiments.Plan;
using VotingSim.Report.Evidence;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Report.Tests.Evidence;

public class EvidencePageTests(RunFixture runs)
{
    private static readonly ScoredCases Cases = ScoredCases.Of(CaseReader.Read(["asean"]));

    [Fact]
    public async Task The_page_says_first_how_the_model_did_and_holds_the_figures_of_the_record()
    {
        var decade = await DecadeAsync();
        var page = EvidencePage.Of(Parts(decade));

        page.IndexOf("middling foretells texts worse than", StringComparison.Ordinal).ShouldBeInRange(1, page.IndexOf("## ", 5, StringComparison.Ordinal));
        page.ShouldContain("The answer of the calibration.");
        page.ShouldContain("| plain mean | 6.8 [");
        page.ShouldContain("| status quo | 40.6 [");
        page.ShouldContain("| **middling** | ");
        page.ShouldContain("| Invasion of Ukraine | acute | 50 [20, 80] | 20 | 30 [1, 900] | 2 |");
        page.ShouldContain("| over 8458 |");
        page.ShouldContain("| `wait` | `deliberation.agenda.spread`, times | 1.05 [0.2, 1.9] | 1.16 [0.72, 1.74] | 0.60 | the record tells |");
        page.ShouldNotContain(EvidencePage.OwnFilesBegin);
        page.ShouldContain("- 17 of these 19 matters stood under consensus");
        page.ShouldContain("- 2 of them were not decided");
        page.ShouldContain("One of the 19 matters ended in a vote: ");
        page.ShouldContain("**Ten years?** `votingsim run asean-2015-2025`");
        foreach (var arm in decade.Summary.Arms)
        {
            page.ShouldContain($"| {RuleTitles.Of(decade.Plan, arm.Arm.Rule)} | {arm.Measures["decided_per_year"].Mean.Value:0.00} [");
        }

        page.ShouldContain($"\n{CampaignSentence.Of(decade.Summary.Headline!, rule => RuleTitles.Of(decade.Plan, rule))}\n");
        page.ShouldNotContain("NaN", Shouldly.Case.Sensitive);
    }

    [Fact]
    public async Task What_is_made_of_other_files_is_marked_and_nothing_else_depends_on_it()
    {
        var decade = await DecadeAsync();
        var whole = EvidencePage.Of(Parts(decade) with { Union = Sheet() });

        whole.ShouldContain("## Decisions of the European Union");
        Regex.Replace(whole, $"{EvidencePage.OwnFilesBegin}.*?{EvidencePage.OwnFilesEnd}\n", "", RegexOptions.Singleline, TimeSpan.FromSeconds(10)).ShouldBe(EvidencePage.Of(Parts(decade)));
    }

    private async Task<LongRun> DecadeAsync()
    {
        var plan = ExperimentReader.Read("asean-2015-2025", ["replications=8"]);
        return new("Ten years?", null, plan, await CampaignSummary.ReadAsync(plan, await runs.RunAsync(plan, new())));
    }

    private static EvidenceParts Parts(LongRun decade) => new()
    {
        Command = "votingsim evidence",
        Worlds = 3,
        Seed = 1,
        Shipped = Sheet(),
        Claims = [],
        Campaigns = [decade],
        Calibration = new(
            "The answer of the calibration.", ["one"], [], "asean-qmv", 100, 8, 1, 0.1, 0.01, 0.8, -85, Effect,
            [
                new("wait", "only the wait takes time", 0.4, -80, -85, 0.2, Reliable: true, 300, 1000, 1, Effect,
                    [new("deliberation.agenda.spread", Scales: true, new(1.05, 0.2, 1.9), new(1.16, 0.72, 1.74), [1, 1.3], 0.6, "the record tells")],
                    [], [], []),
            ]),
    };

    private static EffectDocument Effect => new(new(1.1, 1, 1.4), new(2, 1, 3), new(1, 0, 2), new(0, 0, 0.1), new(0, 0, 0));

    private static ScoreSheet Sheet() => ScoreSheet.Of(
        Cases,
        [
            new("middling", "middling", IsBaseline: false,
            [
                .. Cases.All.Select(_ => new Forecast { Outcome = [WeightedSample.Of([20, 50, 80])], Days = WeightedSample.Of([1, 30, 900]) }),
            ]),
        ],
        seed: 1);
}
