using System.Text.Json;
using VotingSim.Analysis.Documents;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Analysis.Tests;

public class HeadlineTests(RunFixture runs)
{
    [Fact]
    public async Task The_headline_is_the_second_rule_against_the_first_over_everything_whatever_the_others_say()
    {
        var plan = UncertainRuns.Plan(300);
        var folder = await runs.RunAsync(plan, new());
        var summary = await SummaryReader.ReadAsync(plan, folder);

        var headline = summary.Headline.ShouldNotBeNull();
        (headline.Contrast.Crisis, headline.Rule, headline.Baseline).ShouldBe((null, "majority", "consensus"));
        headline.Contrast.Pairs.Select(pair => (pair.Baseline.Id, pair.Arm.Id)).ShouldBe([("flood.consensus.p0", "flood.majority.p0"), ("strike.consensus.p0", "strike.majority.p0")]);
        headline.Worlds.Days.Worlds.ShouldBe(600);
        headline.Text.ShouldStartWith("Over all 2 crises, majority decides ");
        headline.Text.ShouldBe(AnswerSentence.Of(summary.ContrastOf(null, "majority")!));

        await SummaryFiles.CommitAsync(plan, summary, folder);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Summary));
        json.RootElement.GetProperty("headline").GetProperty("text").GetString().ShouldBe(headline.Text);
        json.RootElement.GetProperty("headline").GetProperty("earlier").GetDouble().ShouldBe(headline.Worlds.Earlier.Value);
    }

    [Fact]
    public void Contrasts_are_over_everything_first_and_then_crisis_by_crisis()
    {
        var plan = RunFixture.Plan(replications: 1);

        Contrast.Of(plan).Select(contrast => (contrast.Crisis, contrast.Rule, contrast.Pairs.Length)).ShouldBe(
            [(null, "majority", 2), (null, "minus-x", 2), ("flood", "majority", 1), ("flood", "minus-x", 1), ("strike", "majority", 1), ("strike", "minus-x", 1)]);
        Contrast.Of(plan with { Arms = plan.Arms[..3] }).Select(contrast => (contrast.Crisis, contrast.Rule)).ShouldBe([("flood", "majority"), ("flood", "minus-x")]);
        Contrast.Of(plan with { Arms = plan.Arms[..1] }).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_single_rule_has_no_headline()
    {
        var plan = RunFixture.Plan(replications: 20);
        plan = plan with { Arms = plan.Arms[..1] };

        (await SummaryReader.ReadAsync(plan, await runs.RunAsync(plan, new()))).Headline.ShouldBeNull();
    }
}
