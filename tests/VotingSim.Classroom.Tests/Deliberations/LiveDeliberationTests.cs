using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>What a class watches, against the replay of the batch.</summary>
public sealed class LiveDeliberationTests(SiloFixture silo) : IDisposable
{
    private readonly TemporaryFolder _folder = new("live");

    private Convener Convener => new(new() { Folder = Path.GetTempPath() }, silo.Grains);

    private Convener Own => new(new() { Folder = _folder.Path }, silo.Grains);

    public void Dispose() => _folder.Dispose();

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
            shown.Day.ShouldBe(traced.Day);
            (shown.MajoritySince - live.Rounds[0].Day ?? double.NaN).ShouldBe(traced.MajorityDay);
            shown.Draft.ShouldBe(traced.Draft);
            shown.Opinions.ShouldBe(traced.Opinions);
            shown.Ballots.ShouldBe(traced.Ballots);
            shown.Adopted.ShouldBe(traced.Adopted);
            if (traced.Adopted)
            {
                shown.Reading.IsMet.ShouldBeTrue();
            }

            shown.Ending.ShouldBe(ReferenceEquals(traced, replay.Traces[^1]) ? replay.Endings[0] : null);
        }

        live.Rounds[0].Day.ShouldBe(replay.WaitDays[0]);
        live.Current.Day.ShouldBe(replay.Decided[0] ? replay.Days[0] : replay.Traces[^1].Day);
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
            arm.Days.ShouldBe(batch.Days.Where((_, slot) => batch.Decided[slot]));
            foreach (var ending in Enum.GetValues<Ending>())
            {
                arm.EndedBy(ending).ShouldBe(batch.Endings.Count(one => one == ending));
            }

            arm.NeverOpened.ShouldBe(batch.Rounds.Count(rounds => rounds == 0));
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

    [Fact]
    public async Task A_matter_that_waits_reaches_the_agenda_on_the_day_that_its_news_says()
    {
        OwnCrisis.Write(_folder.Path, wait: 200);
        var plan = Own.Plan(new() { Crisis = OwnCrisis.Name });
        await using var live = await Own.ConveneAsync(plan, plan.Arms[0], 0);
        var calendar = live.Arm.Terms.Settings.Calendar;
        live.Current.Day.ShouldBe(200);
        RoundNews.Of(live.Arm.Terms, live.Current).ShouldStartWith(
            "The matter reached the agenda on day 200. Opening statements. The chair tables a text of ");
        await live.StepAsync();
        live.Current.Day.ShouldBe(200 + calendar.FirstRoundDay);
        await live.StepAsync();
        live.Current.Day.ShouldBe(200 + calendar.FirstRoundDay + calendar.RoundDays);
        RoundNews.Of(live.Arm.Terms, live.Current).ShouldStartWith($"Round 2, day {live.Current.Day}: ");
    }

    [Fact]
    public async Task A_matter_that_never_reaches_the_agenda_has_nothing_to_look_at_and_is_at_its_end()
    {
        OwnCrisis.Write(_folder.Path, wait: 200);
        var plan = ExperimentReader.Read(
            new System.Text.Json.Nodes.JsonObject
            {
                ["experiment"] = "short",
                ["replications"] = 1L,
                ["members"] = "asean-10",
                ["crises"] = new System.Text.Json.Nodes.JsonArray(Path.Combine(_folder.Path, "configs", "crises", $"{OwnCrisis.Name}.yaml")),
                ["rules"] = new System.Text.Json.Nodes.JsonArray("consensus"),
                ["deliberation"] = new System.Text.Json.Nodes.JsonObject { ["horizon-days"] = 201.0 },
            },
            "short");
        await using var live = await Own.ConveneAsync(plan, plan.Arms[0], 0);
        (live.HasOpened, live.IsAtEnd, live.Rounds.Count).ShouldBe((false, true, 0));
        await live.GoToEndAsync();
        (live.Shown, live.Result).ShouldBe((0, null));
    }

    [Fact]
    public async Task A_majority_that_waits_for_consensus_says_since_when_and_until_when()
    {
        OwnCrisis.Write(_folder.Path, wait: 0);
        var plan = Own.Plan(new() { Crisis = OwnCrisis.Name, Rules = ["simple-majority"] });
        var told = 0;
        for (var replication = 0u; replication < 10; replication++)
        {
            await using var live = await Own.ConveneAsync(plan, plan.Arms[0], replication);
            await live.GoToEndAsync();
            var (terms, patience) = (live.Arm.Terms, live.Arm.Terms.Settings.Calendar.PatienceDays);
            double? since = null;
            foreach (var round in live.Rounds.Skip(1))
            {
                since ??= 2 * round.Tally.Supporters.Count > terms.Roster.Size ? round.Day : null;
                round.MajoritySince.ShouldBe(since);
                var news = RoundNews.Of(terms, round);
                news.Contains("is adopted by consent", StringComparison.Ordinal).ShouldBe(round.Adopted && round.Tally.Objectors.IsEmpty, news);
                news.Contains("is adopted by vote", StringComparison.Ordinal).ShouldBe(round.Adopted && !round.Tally.Objectors.IsEmpty, news);
                if (!round.Adopted && since is { } day && day + patience > round.Day && day + patience <= live.Horizon)
                {
                    news.ShouldContain($"the chair goes on seeking consensus until day {day + patience}.");
                    Verdict.Of(round).ShouldBe(round.Reading.IsMet ? "a majority over objections" : "not adopted");
                    told++;
                }
            }
        }

        told.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void An_ending_has_its_own_word()
    {
        Enum.GetValues<Ending>().Select(Verdict.Of).ShouldBe(["adopted by consent", "adopted by vote", "failed", "still open", "the willing went ahead"]);
    }

    [Theory]
    [InlineData(0.02, Ballot.Support, "0.02 above what it asks for")]
    [InlineData(-0.1, Ballot.Support, "for unity's sake (up to 0.10)")]
    [InlineData(-0.12, Ballot.Abstention, "which is more than it votes for (0.10) and little enough to swallow in silence (up to 0.15)")]
    [InlineData(-0.2, Ballot.Objection, "further than the 0.15 that it would swallow")]
    public async Task The_band_of_silence_lies_between_unity_and_reticence(double margin, Ballot expected, string words)
    {
        OwnCrisis.Write(_folder.Path, wait: 0);
        var plan = Own.Plan(new() { Crisis = OwnCrisis.Name });
        await using var live = await Own.ConveneAsync(plan, plan.Arms[0], 0);
        await live.StepAsync();
        var terms = live.Arm.Terms;
        VoteReason.Expected(terms, 0, margin).ShouldBe(expected);
        var round = live.Current with { Margins = live.Current.Margins.SetItem(0, margin), Ballots = live.Current.Ballots.SetItem(0, expected) };
        var reason = VoteReason.Of(terms, round, 0);
        reason.ShouldContain(words);
        reason.ShouldEndWith($", so it {ClassroomWording.Verb(expected)}.");
    }

    [Fact]
    public async Task A_replay_speaks_of_what_was_drawn_for_its_world_and_not_of_what_is_configured()
    {
        OwnCrisis.Write(_folder.Path, wait: 0);
        File.WriteAllText(
            _folder.In("uncertain.yaml"),
            $$"""
            experiment: uncertain
            replications: 20
            members: asean-10
            crises: [configs/crises/{{OwnCrisis.Name}}.yaml]
            rules: [asean-qmv]
            deliberation: { ballot-noise: 0 }
            uncertainty:
              parameters:
                members.unity: { scale: { uniform: [0, 4] } }
                members.reticence: { uniform: [0, 0.3] }
                deliberation.patience-days: { uniform: [0, 120] }
            """);
        var plan = ExperimentReader.Read(_folder.In("uncertain.yaml"), []);
        var (ballots, votes) = (new HashSet<Ballot>(), 0);
        for (var replication = 0u; replication < 20; replication++)
        {
            await using var live = await Own.ConveneAsync(plan, plan.Arms[0], replication);
            await live.GoToEndAsync();
            foreach (var round in live.Rounds.Skip(1))
            {
                // Without noise a ballot is what the margin asks for, by the unity and the reticence of the world.
                for (var seat = 0; seat < round.Ballots.Length; seat++)
                {
                    round.Ballots[seat].ShouldBe(VoteReason.Expected(live.Terms, seat, round.Margins[seat]));
                    ballots.Add(round.Ballots[seat]);
                }

                // By vote is adopted what has a majority once the patience of the world is over, and nothing before.
                var isOver = round.MajoritySince is { } since && round.Day - since >= live.Terms.Settings.Calendar.PatienceDays;
                votes += round.Ending is Ending.Vote ? 1 : 0;
                (round.Ending is Ending.Vote).ShouldBe(round.Reading.IsMet && !round.Tally.Objectors.IsEmpty && isOver);
            }
        }

        ballots.Count.ShouldBe(3);
        votes.ShouldBeGreaterThan(0);
    }

    // Whether the ballot is another than the margin alone gives.
    private static bool IsTipped(DeliberationTerms terms, RoundView round, int seat)
    {
        var lines = terms.Crisis.Stances[seat].RedLines;
        var crossed = lines.Where((line, issue) => round.Draft[issue] < line.Lowest || round.Draft[issue] > line.Highest).Any();
        var (member, margin) = (terms.Roster.Members[seat], round.Margins[seat]);
        var expected = margin < -member.Unity - member.Reticence ? Ballot.Objection : margin < -member.Unity ? Ballot.Abstention : Ballot.Support;
        return !crossed && round.Ballots[seat] != expected;
    }
}
