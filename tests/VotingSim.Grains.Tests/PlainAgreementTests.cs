using VotingSim.Deliberation;

namespace VotingSim.Grains.Tests;

/// <summary>The engine, through the grains, against a plain reading of docs/model.md, on worlds at random.</summary>
public class PlainAgreementTests(SiloFixture silo)
{
    private const int Replications = 40;

    // The last four are worlds in which the two once differed: by a tie of the median, a Gini coefficient of what rounding left of no loss, a text of a little over 100.
    public static TheoryData<int> Worlds() => [.. Enumerable.Range(1, 240), 615, 2180, 2612, 3758];

    [Theory]
    [MemberData(nameof(Worlds))]
    public Task The_engine_through_the_grains_agrees_with_the_plain_model_on_every_replication(int world) =>
        ShouldAgreeAsync(new RandomWorld(world).Terms(), Replications, cohortSize: 1 + (world % 40));

    // As many members as there are bits in a coalition.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task And_at_the_largest_table_that_there_is(int world) =>
        ShouldAgreeAsync(new RandomWorld(world, members: Members.Roster.MaximumSize).Terms(), replications: 5, cohortSize: 5);

    private async Task ShouldAgreeAsync(DeliberationTerms terms, int replications, int cohortSize)
    {
        foreach (var result in await silo.DeliberateAsync(terms, replications, cohortSize))
        {
            for (var slot = 0; slot < result.Cohort.Count; slot++)
            {
                var plain = new PlainDeliberation(terms, result.Cohort.First + (uint)slot);

                result.Parameters.Length.ShouldBe(plain.Parameters.Length);
                for (var parameter = 0; parameter < plain.Parameters.Length; parameter++)
                {
                    result.Parameters[parameter][slot].ShouldAgreeWith(plain.Parameters[parameter]);
                }

                result.WaitDays[slot].ShouldBe(plain.WaitDays);
                result.Rounds[slot].ShouldBe(plain.Rounds);
                result.Endings[slot].ShouldBe(plain.Ending);
                result.Decided[slot].ShouldBe(plain.Decided);
                result.Days[slot].ShouldAgreeWith(plain.Days);
                result.Supporters[slot].ShouldBe(plain.Supporters.Members);
                result.Objectors[slot].ShouldBe(plain.Objectors.Members);
                result.OptedOut[slot].ShouldBe(plain.OptedOut.Members);
                result.Outvoted[slot].ShouldBe(plain.Outvoted);
                for (var issue = 0; issue < plain.Outcome.Length; issue++)
                {
                    result.Outcome[issue][slot].ShouldAgreeWith(plain.Outcome[issue]);
                }

                result.AgreementIndex[slot].ShouldAgreeWith(plain.AgreementIndex);
                result.RiceIndex[slot].ShouldAgreeWith(plain.RiceIndex);
                result.OpeningCohesion[slot].ShouldAgreeWith(plain.OpeningCohesion);
                result.PositionalCohesion[slot].ShouldAgreeWith(plain.PositionalCohesion);
                result.Polarization[slot].ShouldAgreeWith(plain.Polarization);
                result.Coverage[slot].ShouldAgreeWith(plain.Coverage);
                result.Content[slot].ShouldAgreeWith(plain.Content);
                result.MeanUtility[slot].ShouldAgreeWith(plain.MeanUtility);
                result.MinimumUtility[slot].ShouldAgreeWith(plain.MinimumUtility);
                result.Inequality[slot].ShouldAgreeWith(plain.Inequality);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task And_in_every_round_of_it(int world)
    {
        var terms = new RandomWorld(world).Terms();
        var traces = (await silo.DeliberateAsync(terms, replications: 12, cohortSize: 12, traced: 12)).Single().Traces;
        for (var replication = 0; replication < 12; replication++)
        {
            var rounds = traces.Where(round => round.Replication == replication).ToArray();
            var plain = new PlainDeliberation(terms, (uint)replication).Trace;

            rounds.Select(round => round.Round).ShouldBe(Enumerable.Range(0, plain.Count));
            foreach (var (round, expected) in rounds.Zip(plain))
            {
                ShouldAgree(round, expected);
            }
        }
    }

    // Worlds that say nothing would agree as well.
    [Fact]
    public void The_worlds_end_in_every_way()
    {
        var plain = Worlds().Select(world => new RandomWorld(world.Data).Terms())
            .SelectMany(terms => Enumerable.Range(0, 4).Select(replication => new PlainDeliberation(terms, (uint)replication))).ToArray();

        foreach (var ending in Enum.GetValues<Ending>().Except([Ending.Minilateral])) // which is of campaigns: CampaignAgreementTests
        {
            plain.Count(one => one.Ending == ending).ShouldBeGreaterThan(plain.Length / 20, ending.ToString());
        }

        plain.Count(one => one.Rounds == 0).ShouldBeGreaterThan(plain.Length / 20);
        plain.Count(one => one.Parameters.Length > 0).ShouldBeGreaterThan(plain.Length / 3);
        plain.Count(one => one.Trace.Exists(round => !double.IsNaN(round.MajorityDay) && !round.Adopted)).ShouldBeGreaterThan(plain.Length / 20);
        plain.Count(one => one.Trace.Exists(round => round.Ballots.Contains(Ballot.Abstention))).ShouldBeGreaterThan(plain.Length / 20);
        plain.Count(one => !one.OptedOut.IsEmpty).ShouldBeGreaterThan(5);
    }

    private static void ShouldAgree(TracedRound round, PlainRound plain)
    {
        round.Day.ShouldAgreeWith(plain.Day);
        round.MajorityDay.ShouldAgreeWith(plain.MajorityDay);
        round.Urgency.ShouldAgreeWith(plain.Urgency);
        round.Adopted.ShouldBe(plain.Adopted);
        round.Ballots.ShouldBe(plain.Ballots);
        ShouldAgree(round.Draft, plain.Draft);
        ShouldAgree(round.Opinions, plain.Opinions);
        ShouldAgree(round.Margins, plain.Margins);
        ShouldAgree(round.Aspirations, plain.Aspirations);
    }

    private static void ShouldAgree(double[] actual, double[] plain)
    {
        actual.Length.ShouldBe(plain.Length);
        foreach (var (number, expected) in actual.Zip(plain))
        {
            number.ShouldAgreeWith(expected);
        }
    }
}
