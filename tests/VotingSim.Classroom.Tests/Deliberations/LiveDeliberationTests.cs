using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using VotingSim.Experiments.Running;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>What a class watches, against the replay of the batch.</summary>
public class LiveDeliberationTests(SiloFixture silo)
{
    private Convener Convener => new(new() { Folder = Path.GetTempPath() }, silo.Grains);

    [Theory]
    [InlineData("myanmar-2021", "consensus", 1)]
    [InlineData("pandemic", "asean-qmv", 7)]
    [InlineData("cyber-attack", "asean-minus-x", 3)]
    [InlineData("digital-economy", "consensus-then-qmv", 99)]
    public async Task The_rounds_are_those_of_the_replay_of_the_same_seed(string crisis, string rule, ulong seed)
    {
        var plan = Convener.Plan(new() { Crisis = crisis, Rules = [rule], Seed = seed });
        await using var live = await Convener.ConveneAsync(plan, plan.Arms[0], 2);
        while (!live.IsAtEnd)
        {
            await live.StepAsync();
        }

        var replay = await Replay.OfAsync(plan.Arms[0], 2, silo.Grains);
        live.Rounds.Count.ShouldBe(replay.Traces.Count + 1);
        foreach (var (shown, traced) in live.Rounds.Skip(1).Zip(replay.Traces))
        {
            shown.Number.ShouldBe(traced.Round + 1);
            shown.Draft.ShouldBe(traced.Draft);
            shown.Opinions.ShouldBe(traced.Opinions);
            shown.Ballots.ShouldBe(traced.Ballots);
            shown.Adopted.ShouldBe(traced.Adopted);
            shown.Reading.IsMet.ShouldBe(traced.Adopted);
        }

        live.Result!.Decided[0].ShouldBe(replay.Decided[0]);
    }

    [Fact]
    public async Task A_round_that_was_held_is_looked_at_again_and_not_held_again()
    {
        var plan = Convener.Plan(new());
        await using var live = await Convener.ConveneAsync(plan, plan.Arms[0], 0);
        await live.GoToAsync(4);
        var fourth = live.Current;
        live.StepBack();
        live.StepBack();
        (live.Shown, live.Rounds.Count).ShouldBe((2, 5));
        await live.GoToAsync(4);
        live.Current.ShouldBeSameAs(fourth);
        await live.GoToAsync(-3);
        live.Shown.ShouldBe(0);
        live.Before.ShouldBeNull();
    }

    [Fact]
    public async Task Beyond_the_end_the_last_round_is_shown()
    {
        var plan = Convener.Plan(new() { Rules = ["simple-majority"] });
        await using var live = await Convener.ConveneAsync(plan, plan.Arms[0], 0);
        await live.GoToAsync(100_000);
        live.IsAtEnd.ShouldBeTrue();
        await live.StepAsync();
        live.Shown.ShouldBe(live.Rounds.Count - 1);
    }

    [Fact]
    public async Task A_sample_counts_what_the_batch_counts_and_tells_after_every_cohort()
    {
        var plan = Convener.Plan(new() { Crisis = "economic-shock", Rules = ["consensus", "asean-qmv"] });
        var sample = Convener.Sample(plan);
        var told = new List<int>();
        await sample.RunAsync(
            () =>
            {
                told.Add(sample.Done);
                return Task.CompletedTask;
            },
            CancellationToken.None);

        told.ShouldBe(Enumerable.Range(1, TableChoice.Replications / LiveSample.CohortSize).Select(cohort => cohort * LiveSample.CohortSize));
        foreach (var arm in sample.Arms)
        {
            var chair = silo.Grains.GetGrain<VotingSim.Grains.IChairGrain>($"batch-{arm.Arm.Index}");
            var batch = (await chair.DeliberateAsync(new(arm.Arm.Id, arm.Arm.Terms, new(0, TableChoice.Replications), 0))).Result;
            arm.Decided.ShouldBe(batch.Decided.Count(decided => decided));
            arm.DecidedInRound.ShouldBe(Enumerable.Range(1, arm.Arm.Terms.Settings.Rounds).Select(round =>
                batch.Rounds.Where((held, slot) => held == round && batch.Decided[slot]).Count()));
            arm.OutcomeInBin.Sum().ShouldBe(arm.Decided);
            arm.Outvoted.Sum().ShouldBe(batch.Outvoted.Sum());
        }
    }

    [Fact]
    public async Task Every_vote_has_a_reason_that_fits_it()
    {
        foreach (var crisis in new[] { "myanmar-2021", "south-china-sea", "cyber-attack" })
        {
            var plan = Convener.Plan(new() { Crisis = crisis, Rules = ["unanimity"] });
            await using var live = await Convener.ConveneAsync(plan, plan.Arms[0], 0);
            await live.GoToAsync(20);
            foreach (var round in live.Rounds.Skip(1))
            {
                for (var seat = 0; seat < round.Ballots.Length; seat++)
                {
                    var reason = VoteReason.Of(live.Arm.Terms, round, seat);
                    reason.ShouldContain($"it {ClassroomWording.Verb(round.Ballots[seat])}");
                    reason.Contains("tipped it").ShouldBe(IsTipped(live.Arm.Terms, round, seat), reason);
                }
            }
        }
    }

    // Whether the ballot is another than the margin alone gives.
    private static bool IsTipped(DeliberationTerms terms, RoundView round, int seat)
    {
        var lines = terms.Crisis.Stances[seat].RedLines;
        var crossed = lines.Where((line, issue) => round.Draft[issue] < line.Lowest || round.Draft[issue] > line.Highest).Any();
        var expected = round.Margins[seat] >= 0 ? Ballot.Support
            : round.Margins[seat] >= -terms.Roster.Members[seat].Unity ? Ballot.Abstention
            : Ballot.Objection;
        return !crossed && round.Ballots[seat] != expected;
    }
}
