using VotingSim.Campaigns;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Tests;

/// <summary>Campaigns through the grains against a plain reading of section 9 of docs/model.md, at random.</summary>
public class CampaignAgreementTests(SiloFixture silo)
{
    private const int Replications = 12;

    public static TheoryData<int> Campaigns() => [.. Enumerable.Range(1, 50)];

    public static TheoryData<int> ReformingCampaigns() => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Campaigns))]
    public Task The_engine_through_the_grains_agrees_with_the_plain_model_on_every_matter_of_every_replication(int index) =>
        AgreesAsync(new RandomCampaign(index).Terms(), index);

    [Theory]
    [MemberData(nameof(ReformingCampaigns))]
    public Task It_agrees_on_blocs_that_reform_their_rule(int index) => AgreesAsync(new RandomCampaign(index).Reforming(), index);

    [Fact]
    public void Blocs_reform_and_do_not()
    {
        var campaigns = ReformingCampaigns().Select(index => new RandomCampaign(index.Data).Reforming()).Select(terms => new PlainCampaign(terms, 1)).ToArray();

        campaigns.Count(campaign => campaign.Reforms == 0).ShouldBeGreaterThan(5);
        campaigns.Count(campaign => campaign.Reforms > 1).ShouldBeGreaterThan(0);
        campaigns.Sum(campaign => campaign.Matters.Count(matter => matter.IsReformed)).ShouldBeGreaterThan(50);
    }

    private async Task AgreesAsync(CampaignTerms terms, int index)
    {
        var size = terms.Streams[0].Terms.Roster.Size;
        foreach (var result in await silo.HoldAsync(terms, Replications, cohortSize: 1 + (index % Replications)))
        {
            for (var slot = 0; slot < result.Cohort.Count; slot++)
            {
                var plain = new PlainCampaign(terms, result.Cohort.First + (uint)slot);
                var matters = result.Matters.Where(matter => matter.Slots.Contains(slot)).ToArray();
                matters.Select(matter => matter.IsReformed).ShouldBe(plain.Matters.Select(matter => matter.IsReformed));
                matters.Select(matter => matter.Number).ShouldBe(Enumerable.Range(0, plain.Matters.Count));
                foreach (var (matter, expected) in matters.Zip(plain.Matters))
                {
                    var (row, own, one) = (Array.IndexOf(matter.Slots, slot), matter.Result, expected.Matter);
                    (matter.OpenedDay[row], matter.Stream, matter.Arrivals[row]).ShouldBe((expected.Day, expected.Stream, expected.Arrival));
                    (own.Endings[row], own.Decided[row], own.Rounds[row], own.WaitDays[row]).ShouldBe((one.Ending, one.Decided, one.Rounds, one.WaitDays));
                    (own.Supporters[row], own.Objectors[row], own.OptedOut[row]).ShouldBe((one.Supporters.Members, one.Objectors.Members, one.OptedOut.Members));
                    own.Outvoted[row].ShouldBe(one.Outvoted);
                    matter.CarriedOut[row].ShouldBe(expected.CarriedOut);
                    own.Days[row].ShouldAgreeWith(one.Days);
                    own.Coverage[row].ShouldAgreeWith(one.Coverage);
                    own.MeanUtility[row].ShouldAgreeWith(one.MeanUtility);
                    own.MinimumUtility[row].ShouldAgreeWith(one.MinimumUtility);
                    own.PositionalCohesion[row].ShouldAgreeWith(one.PositionalCohesion);
                    own.Content[row].ShouldAgreeWith(one.Content);
                    own.Supported.Length.ShouldBe(terms.Streams[matter.Stream].Terms.WayAround?.Sponsor is null ? 0 : one.Outcome.Length);
                    for (var issue = 0; issue < one.Outcome.Length; issue++)
                    {
                        if (own.Supported.Length > 0)
                        {
                            own.Supported[issue][row].ShouldAgreeWith(one.Supported[issue]);
                        }

                        own.Outcome[issue][row].ShouldAgreeWith(one.Outcome[issue]);
                    }

                    matter.GoodwillMean[row].ShouldAgreeWith(expected.Goodwill.Average());
                    matter.GoodwillMinimum[row].ShouldAgreeWith(expected.Goodwill.Min());
                    matter.Effect[row].ShouldAgreeWith(one.Shift * System.Numerics.BitOperations.PopCount(expected.CarriedOut) / size);
                }

                for (var year = 0; year < terms.Years; year++)
                {
                    result.GoodwillMean[year][slot].ShouldAgreeWith(plain.Years[year].Average());
                    result.GoodwillMinimum[year][slot].ShouldAgreeWith(plain.Years[year].Min());
                    for (var seat = 0; seat < size; seat++)
                    {
                        result.Goodwill[seat][year][slot].ShouldAgreeWith(plain.Years[year][seat]);
                    }
                }
            }
        }
    }

    // Campaigns in which nothing happens would agree as well.
    [Fact]
    public void The_campaigns_go_every_way()
    {
        var matters = Campaigns().Select(index => new RandomCampaign(index.Data).Terms()).SelectMany(terms => new PlainCampaign(terms, 1).Matters).ToArray();

        foreach (var ending in Enum.GetValues<Ending>())
        {
            matters.Count(matter => matter.Matter.Ending == ending).ShouldBeGreaterThan(20, ending.ToString());
        }

        matters.Count(matter => matter.Matter.Supported.Zip(matter.Matter.Outcome).Any(text => Math.Abs(text.First - text.Second) > 1)).ShouldBeGreaterThan(5);
        matters.Count(matter => matter.Goodwill.Min() < -0.01).ShouldBeGreaterThan(50);
        matters.Count(matter => matter.Goodwill.Max() > 0.01).ShouldBeGreaterThan(50);
        matters.Count(matter => matter.Matter.HasText && matter.CarriedOut == 0).ShouldBeGreaterThan(5);
        matters.Count(matter => matter.CarriedOut != 0).ShouldBeGreaterThan(50);
    }
}
