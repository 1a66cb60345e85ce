using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>A deliberation a round at a time, with and without people.</summary>
public class RoomTests(SiloFixture silo)
{
    public static TheoryData<int> Worlds() => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Without_people_a_room_holds_the_rounds_of_the_batch(int world)
    {
        var terms = new RandomWorld(world).TermsWithoutWait();
        var batch = (await silo.DeliberateAsync(terms, replications: 12, cohortSize: 12, traced: 12)).Single();
        foreach (var replication in new[] { 0, 3, 11 })
        {
            var (rounds, result) = await HoldAsync($"room-{world}-{replication}", terms, (uint)replication, _ => RoundActs.None);

            rounds.ShouldBeEquivalentTo(batch.Traces.Where(round => round.Replication == replication).ToArray());
            result.Decided[0].ShouldBe(batch.Decided[replication]);
            result.MeanUtility[0].ShouldBe(batch.MeanUtility[replication]);
        }
    }

    [Fact]
    public async Task The_agenda_tells_the_draft_and_opinions_of_the_round_that_follows()
    {
        var room = Room("agenda");
        var agenda = (await room.ConveneAsync(new(new RandomWorld(5).TermsWithoutWait(), 0)))!;
        for (RoundMessage? round = null; round?.Result is null; agenda = round.Next!)
        {
            round = await room.HoldRoundAsync(RoundActs.None);

            round.Round.Round.ShouldBe(agenda.Round);
            round.Round.Draft.ShouldBe(agenda.Draft);
            round.Round.Opinions.ShouldBe(agenda.Opinions);
            round.Round.Urgency.ShouldBe(agenda.Urgency);
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task A_person_votes_and_speaks_for_its_seat_and_for_no_other(int world)
    {
        var terms = new RandomWorld(world).TermsWithoutWait() with { Rule = new Unanimity() };
        double[] position = [.. terms.Crisis.Issues.Select((_, issue) => 10.0 + issue)];
        var (rounds, _) = await HoldAsync($"person-{world}", terms, 0, _ => new([new(1, Ballot.Objection, [.. position])], []));

        rounds.ShouldAllBe(round => round.Ballots[1] == Ballot.Objection && !round.Adopted);
        rounds.Skip(1).ShouldAllBe(round => round.Opinions.Skip(position.Length).Take(position.Length).SequenceEqual(position));
        var alone = (await HoldAsync($"alone-{world}", terms, 0, _ => RoundActs.None)).Rounds;
        for (var seat = 0; seat < terms.Roster.Size; seat++)
        {
            (rounds[0].Margins[seat], rounds[0].Aspirations[seat]).ShouldBe((alone[0].Margins[seat], alone[0].Aspirations[seat]));
            (seat == 1 || rounds[0].Ballots[seat] == alone[0].Ballots[seat]).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_room_remembers_what_the_model_would_have_done_in_a_persons_seat()
    {
        var terms = new RandomWorld(7).TermsWithoutWait();
        var room = Room("own");
        await room.ConveneAsync(new(terms, 0));
        var model = await room.HoldRoundAsync(RoundActs.None);
        await room.ConveneAsync(new(terms, 0));
        var person = await room.HoldRoundAsync(new([.. Enumerable.Range(0, terms.Roster.Size).Select(seat => new SeatAct(seat, Ballot.Abstention, []))], []));

        model.Own.ShouldBe(model.Round.Ballots);
        person.Own.ShouldBe(model.Own);
        person.Round.Ballots.ShouldAllBe(ballot => ballot == Ballot.Abstention);
    }

    [Fact]
    public async Task A_person_in_the_chair_drafts_the_text_that_is_voted_on_and_adopted()
    {
        var terms = new RandomWorld(9).TermsWithoutWait() with { Rule = new Consensus() };
        double[] text = [.. terms.Crisis.Issues.Select((_, issue) => 42.0 + issue)];
        var everybody = Enumerable.Range(0, terms.Roster.Size).Select(seat => new SeatAct(seat, Ballot.Support, [])).ToArray();
        var (rounds, result) = await HoldAsync("chair", terms, 0, _ => new([.. everybody], [.. text]));

        rounds.Single().Draft.ShouldBe(text);
        result.Outcome.Select(issue => issue[0]).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task A_vote_that_is_called_is_that_of_a_chair_without_patience_and_going_on_that_of_one_without_end(int world)
    {
        var terms = new RandomWorld(world).TermsWithoutWait() with { Uncertainty = null };
        foreach (var (calls, days) in new[] { (true, 0.0), (false, 1e9) })
        {
            var calendar = terms.Settings.Calendar with { PatienceDays = days };
            var model = await HoldAsync($"patience-{world}-{calls}", terms with { Settings = terms.Settings with { Calendar = calendar } }, 3, _ => RoundActs.None);
            var (rounds, result) = await HoldAsync($"called-{world}-{calls}", terms, 3, _ => RoundActs.None with { CallsVote = calls });

            rounds.ShouldBeEquivalentTo(model.Rounds);
            result.Endings.ShouldBe(model.Result.Endings);
            result.MeanUtility.ShouldBe(model.Result.MeanUtility);
        }
    }

    [Fact]
    public async Task The_first_majority_over_objections_may_be_called_and_until_then_nothing_differs()
    {
        var majorities = 0;
        for (var world = 1; world <= 60; world++)
        {
            var terms = new RandomWorld(world).TermsWithoutWait() with { Uncertainty = null };
            terms = terms with { Settings = terms.Settings with { Calendar = terms.Settings.Calendar with { PatienceDays = 1e9 } } };
            var waiting = (await HoldAsync($"waiting-{world}", terms, 3, _ => RoundActs.None)).Rounds;
            var first = Array.FindIndex(waiting, round => !double.IsNaN(round.MajorityDay) && !round.Adopted);
            if (first < 0)
            {
                continue;
            }

            majorities++;
            var called = (await HoldAsync($"first-{world}", terms, 3, round => RoundActs.None with { CallsVote = round == first ? true : null })).Rounds;
            called.Length.ShouldBe(first + 1);
            called[..first].ShouldBeEquivalentTo(waiting[..first]);
            called[first].Adopted.ShouldBeTrue();
            called[first].Draft.ShouldBe(waiting[first].Draft);
            called[first].Ballots.ShouldBe(waiting[first].Ballots);
        }

        majorities.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_room_that_was_not_convened_or_has_ended_holds_no_round()
    {
        await Should.ThrowAsync<InvalidOperationException>(Room("empty").HoldRoundAsync(RoundActs.None));
        await HoldAsync("ended", new RandomWorld(3).TermsWithoutWait(), 0, _ => RoundActs.None);
        await Should.ThrowAsync<InvalidOperationException>(Room("ended").HoldRoundAsync(RoundActs.None));
    }

    private IRoomGrain Room(string name) => silo.Grains.GetGrain<IRoomGrain>(name);

    private async Task<(TracedRound[] Rounds, CohortResult Result)> HoldAsync(string name, DeliberationTerms terms, uint replication, Func<int, RoundActs> acts)
    {
        var rounds = new List<TracedRound>();
        await Room(name).ConveneAsync(new(terms, replication));
        while (true)
        {
            var round = await Room(name).HoldRoundAsync(acts(rounds.Count));
            rounds.Add(round.Round);
            if (round.Result is { } result)
            {
                return ([.. rounds], result);
            }
        }
    }
}
