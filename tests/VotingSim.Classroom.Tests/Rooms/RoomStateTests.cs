using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>The order of a room, without clock, grains or network.</summary>
public class RoomStateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<int> Nobody = [];

    [Fact]
    public void A_session_goes_from_gathering_through_rounds_to_its_end()
    {
        var room = Seated(0, 1);
        room.Phase.ShouldBe(RoomPhase.Gathering);
        room = Done(room.OpenRound(Start));
        (room.Phase, room.Round, room.Deadline).ShouldBe((RoomPhase.Voting, 0, Start.AddSeconds(120)));
        room = Done(room.Cast(0, 0, Ballot.Support, Start));
        room.IsComplete(Nobody).ShouldBeFalse();
        room = Done(room.Cast(1, 0, Ballot.Objection, Start));
        room.IsComplete(Nobody).ShouldBeTrue();
        room = Done(room.CloseVote(isLast: false, Start));
        (room.Phase, room.Round, room.Deadline).ShouldBe((RoomPhase.Reading, 1, null));
        room.Held[0].Seats.Select(act => (act.Seat, act.Ballot)).ShouldBe([(0, Ballot.Support), (1, Ballot.Objection)]);
        room = Done(room.OpenRound(Start));
        room.People.ShouldAllBe(person => person.Ballot == null);
        Done(room.CloseVote(isLast: true, Start)).Phase.ShouldBe(RoomPhase.Ended);
    }

    [Fact]
    public void Whoever_sits_in_the_chair_writes_the_text_before_the_vote()
    {
        var room = Done(Seated(0, RoomState.ChairSeat).OpenRound(Start));
        room.Phase.ShouldBe(RoomPhase.Drafting);
        room.Cast(0, 0, Ballot.Support, Start).Refusal.ShouldBe(Refusal.NotNow);
        room.Table(0, 0, [1, 2], Start).Refusal.ShouldBe(Refusal.NotInThisSeat);
        room.Table(1, 0, [1], Start).Refusal.ShouldBe(Refusal.BadValue);
        room.Table(1, 1, [1, 2], Start).Refusal.ShouldBe(Refusal.AnotherRound);
        var voting = Done(room.Table(1, 0, [33, 44], Start.AddSeconds(7)));
        (voting.Phase, voting.Deadline).ShouldBe((RoomPhase.Voting, Start.AddSeconds(127)));
        voting.Acts().Text.ShouldBe([33, 44]);
        voting.Cast(1, 0, Ballot.Support, Start).Refusal.ShouldBe(Refusal.NotInThisSeat);
        Done(room.EndDrafting(Start)).Acts().Text.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_votes_twice_in_another_round_or_without_a_seat()
    {
        var room = Done(Done(Seated(0, 1).Enter("late", "hash", Start)).OpenRound(Start));
        room.Cast(2, 0, Ballot.Support, Start).Refusal.ShouldBe(Refusal.NotInThisSeat);
        room.Cast(9, 0, Ballot.Support, Start).Refusal.ShouldBe(Refusal.NotInTheRoom);
        room.Cast(0, 1, Ballot.Support, Start).Refusal.ShouldBe(Refusal.AnotherRound);
        room.Cast(0, 0, (Ballot)7, Start).Refusal.ShouldBe(Refusal.BadValue);
        var voted = Done(room.Cast(0, 0, Ballot.Support, Start));
        voted.Cast(0, 0, Ballot.Objection, Start).Refusal.ShouldBe(Refusal.HasVoted);
        voted.Cast(0, 0, Ballot.Support, Start).Refusal.ShouldBe(Refusal.HasVoted);
    }

    [Fact]
    public void A_seat_is_kept_so_that_nobody_reads_two_briefs()
    {
        var room = Seated(0);
        room.Sit(0, 1, Start).Refusal.ShouldBe(Refusal.HasASeat);
        var entered = Done(room.Enter("other", "hash", Start));
        entered.Sit(1, 3, Start).Refusal.ShouldBe(Refusal.NoSuchSeat);
        entered.Sit(1, -2, Start).Refusal.ShouldBe(Refusal.NoSuchSeat);
        Done(entered.Sit(1, 0, Start)).People[1].Seat.ShouldBe(0);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("S", Ballot.Support)]
    [InlineData("SSO", Ballot.Support)]
    [InlineData("SO", Ballot.Abstention)]
    [InlineData("SSOA", Ballot.Support)]
    [InlineData("OOSA", Ballot.Objection)]
    [InlineData("SSOO", Ballot.Abstention)]
    [InlineData("SOA", Ballot.Abstention)]
    [InlineData("OOOA", Ballot.Objection)]
    [InlineData("AAS", Ballot.Abstention)]
    public void A_delegation_casts_what_most_of_it_want_and_abstains_where_two_ballots_have_as_many(string ballots, Ballot? expected) =>
        DelegationSplit.Of(0, ballots.Select(letter => letter switch { 'S' => Ballot.Support, 'O' => Ballot.Objection, _ => Ballot.Abstention }))
            .Ballot.ShouldBe(expected);

    [Theory]
    [InlineData(1, 0, 1, "Your delegation: 1 supports, 1 objects. As many for one as for another: it abstained.")]
    [InlineData(2, 1, 1, "Your delegation: 2 support, 1 abstains, 1 objects. It supported.")]
    [InlineData(0, 0, 0, "Nobody in your delegation voted: the model did.")]
    public void A_delegation_is_told_how_it_split(int support, int abstention, int objection, string expected) =>
        new DelegationSplit(0, support, abstention, objection).Sentence.ShouldBe(expected);

    [Fact]
    public void Nobody_waits_for_the_ballot_of_who_is_away_and_nothing_is_closed_without_a_ballot()
    {
        var room = Done(Seated(0, 1, 1).OpenRound(Start));
        room.IsComplete(new HashSet<int> { 0, 1, 2 }).ShouldBeFalse();
        room = Done(room.Cast(0, 0, Ballot.Support, Start));
        room.IsComplete(new HashSet<int> { 1 }).ShouldBeFalse();
        room.IsComplete(new HashSet<int> { 1, 2 }).ShouldBeTrue();
        var drafting = Done(Seated(0, RoomState.ChairSeat).OpenRound(Start));
        (drafting.IsLeftByChair(Nobody), drafting.IsLeftByChair(new HashSet<int> { 1 })).ShouldBe((false, true));
    }

    [Fact]
    public void The_end_can_be_taken_back_with_the_ballots_of_the_round_that_was_open()
    {
        var room = Done(Done(Seated(0, 1).OpenRound(Start)).Cast(0, 0, Ballot.Objection, Start));
        var ended = Done(room.End(Start));
        (ended.Phase, ended.Deadline).ShouldBe((RoomPhase.Ended, null));
        var again = Done(ended.Resume(Start.AddSeconds(50)));
        (again.Phase, again.Deadline, again.Of(0)!.Ballot).ShouldBe((RoomPhase.Voting, Start.AddSeconds(170), Ballot.Objection));
        again.Resume(Start).Refusal.ShouldBe(Refusal.NotNow);
        Done(room.CloseVote(isLast: true, Start)).Resume(Start).Refusal.ShouldBe(Refusal.NotNow); // time was up: that is no act of the teacher's
    }

    [Fact]
    public void Who_was_sent_out_comes_back_to_the_seat_and_in_the_same_round_with_the_ballot()
    {
        var room = Done(Done(Seated(0, 1).OpenRound(Start)).Cast(0, 0, Ballot.Objection, Start));
        var gone = Done(room.Remove(0, RemovalReason.Name, Start));
        (gone.Of(0), gone.SentOut.Single().Reason).ShouldBe((null, RemovalReason.Name));
        Done(gone.LetBack(0, Start)).Of(0).ShouldBe(room.Of(0));
        var later = Done(gone.CloseVote(isLast: false, Start));
        var back = Done(later.LetBack(0, Start));
        (back.Of(0)!.Seat, back.Of(0)!.Ballot, back.SentOut.IsEmpty).ShouldBe((0, null, true));
        Done(later.Enter("P0", "hash", Start)).LetBack(0, Start).Refusal.ShouldBe(Refusal.NameIsTaken);
        gone.LetBack(1, Start).Refusal.ShouldBe(Refusal.NotInTheRoom);
        SentOut.Sentence(RemovalReason.JoinedTwice).ShouldContain("you are in it twice");
    }

    [Fact]
    public void The_teacher_frees_a_seat_and_makes_one_of_two()
    {
        var room = Done(Done(Seated(0, 1).OpenRound(Start)).Cast(0, 0, Ballot.Objection, Start));
        room = Done(room.State(0, 0, [3, 4], Start));
        var free = Done(room.Free(0, Start));
        (free.Of(0)!.Seat, free.Of(0)!.Ballot, free.Of(0)!.Position.IsEmpty).ShouldBe((null, null, true));
        Done(free.Sit(0, 2, Start)).Of(0)!.Seat.ShouldBe(2);
        free.Free(0, Start).Refusal.ShouldBe(Refusal.NotInThisSeat);

        var twice = Done(room.Enter("p0 again", "other", Start));
        var one = Done(twice.Merge(0, 2, Start));
        (one.People.Length, one.Of(0), one.Of(2)!.Seat, one.Of(2)!.Ballot).ShouldBe((2, null, 0, Ballot.Objection));
        one.Of(2)!.Position.ShouldBe([3, 4]);
        one.SentOut.Single().Reason.ShouldBe(RemovalReason.JoinedTwice);
        twice.Merge(0, 1, Start).Refusal.ShouldBe(Refusal.HasASeat);
        Done(free.Enter("p0 again", "other", Start)).Merge(0, 2, Start).Refusal.ShouldBe(Refusal.NotInThisSeat);
    }

    [Fact]
    public void What_a_delegation_will_say_is_the_median_and_stands_until_it_says_another_thing()
    {
        var room = Done(Seated(1, 1, 1, 2).OpenRound(Start));
        room = Done(room.State(0, 0, [10, 0], Start));
        room = Done(room.State(1, 0, [30, 50], Start));
        room.Acts().Seats.Single().ShouldSatisfyAllConditions(
            act => act.Seat.ShouldBe(1), act => act.Ballot.ShouldBeNull(), act => act.Position.ShouldBe([20, 25]));
        room = Done(room.State(2, 0, [100, 100], Start));
        room.Acts().Seats.Single().Position.ShouldBe([30, 50]);
        room = Done(Done(room.CloseVote(isLast: false, Start)).OpenRound(Start));
        room.Acts().Seats.Single().Position.ShouldBe([30, 50]);
        room.State(0, 0, [1, 1], Start).Refusal.ShouldBe(Refusal.AnotherRound);
        foreach (ImmutableArray<double> wrong in new[] { [1.0], [1.0, 101], [-1.0, 0], [double.NaN, 0], ImmutableArray<double>.Empty, default })
        {
            room.State(0, 1, wrong, Start).Refusal.ShouldBe(Refusal.BadValue);
        }
    }

    [Theory]
    [InlineData("  Anna \t Maria ", "Anna Maria")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("a\u202Eb\u0000c\u200Bd", "abcd")]
    [InlineData("Zoe\u0301\u0301\u0301\u0301\u0301", "Zoe\u0301\u0301")]
    [InlineData("Nguyễn Văn An", "Nguyễn Văn An")]
    [InlineData("…!", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    [InlineData("\ud800", null)]
    public void Names_are_one_short_line_of_signs_that_are_seen(string? typed, string? expected) => Person.NameFrom(typed).ShouldBe(expected);

    [Fact]
    public void A_name_has_at_most_forty_signs()
    {
        Person.NameFrom(new('x', 40)).ShouldNotBeNull();
        Person.NameFrom(new('x', 41)).ShouldBeNull();
        Person.NameFrom(new('x', 1 << 20)).ShouldBeNull();
    }

    [Fact]
    public void Names_are_told_apart_and_a_room_holds_sixty_people()
    {
        var room = Empty();
        for (var person = 0; person < RoomState.MostPeople; person++)
        {
            room = Done(room.Enter($"p{person}", "hash", Start));
        }

        room.Enter("one more", "hash", Start).Refusal.ShouldBe(Refusal.RoomIsFull);
        var fewer = Done(room.Remove(5, RemovalReason.Other, Start));
        fewer.Enter("P7", "hash", Start).Refusal.ShouldBe(Refusal.NameIsTaken);
        Done(fewer.Enter("p5", "hash", Start)).People[^1].Number.ShouldBe(60);
    }

    [Fact]
    public void Rooms_expire_untouched_old_or_empty()
    {
        var room = Seated(0);
        room.IsExpired(Start + RoomState.IdleLife - TimeSpan.FromSeconds(1)).ShouldBeFalse();
        room.IsExpired(Start + RoomState.IdleLife).ShouldBeTrue();
        (room with { TouchedAt = Start + RoomState.Life }).IsExpired(Start + RoomState.Life).ShouldBeTrue();
        Empty().IsExpired(Start + RoomState.EmptyLife).ShouldBeTrue();
    }

    [Fact]
    public void After_a_restart_who_was_about_to_vote_still_has_a_moment()
    {
        var room = Done(Seated(0).OpenRound(Start));
        room.AfterRestart(Start).Deadline.ShouldBe(Start.AddSeconds(120));
        room.AfterRestart(Start.AddHours(1)).Deadline.ShouldBe(Start.AddHours(1).AddSeconds(30));
        Seated(0).AfterRestart(Start).Deadline.ShouldBeNull();
    }

    [Fact]
    public void Whatever_people_do_what_all_may_know_depends_on_no_hidden_ballot() => Acts.Sample(acts =>
    {
        // The same acts with other ballots: as long as the vote is open, nobody can tell the two rooms apart.
        var (room, other) = (Seated(0, 0, 1, 2, RoomState.ChairSeat), Seated(0, 0, 1, 2, RoomState.ChairSeat));
        foreach (var act in acts)
        {
            (room, other) = (act.On(room, act.Ballot), act.On(other, (Ballot)(((int)act.Ballot + act.Shift) % 3)));
            JsonSerializer.Serialize(RoomView.Of(other)).ShouldBe(JsonSerializer.Serialize(RoomView.Of(room)));
            if (room.Phase is RoomPhase.Reading)
            {
                other = room; // what was hidden is open now, and the same for both from here
            }
        }
    });

    [Fact]
    public void Whatever_people_do_no_act_changes_what_another_person_has_done() => Acts.Sample(acts =>
    {
        var room = Seated(0, 0, 1, 2, RoomState.ChairSeat);
        foreach (var act in acts)
        {
            var after = act.On(room, act.Ballot);
            if (act.Kind < 3)
            {
                after.People.Where(person => person.Number != act.Person).ShouldBe(room.People.Where(person => person.Number != act.Person));
            }

            // Rounds are added and never lost or changed, but for the choice of the chair.
            var (before, now) = (AllRounds(room), AllRounds(after));
            now.Length.ShouldBeInRange(before.Length, before.Length + 1);
            now.Take(before.Length).ShouldBe(before);
            room = after;
        }
    });

    [Fact]
    public void Whatever_people_do_a_room_written_down_and_read_is_the_same_room() => Acts.Sample(acts =>
    {
        var room = acts.Aggregate(Seated(0, 0, 1, 2, RoomState.ChairSeat), (state, act) => act.On(state, act.Ballot));
        var text = JsonSerializer.Serialize(room);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<RoomState>(text)).ShouldBe(text);
        JsonSerializer.Deserialize<RoomState>(text)!.Acts().Seats.Select(act => (act.Seat, act.Ballot))
            .ShouldBe(room.Acts().Seats.Select(act => (act.Seat, act.Ballot)));
    });

    private static RoundActs[] AllRounds(RoomState room) =>
        [.. room.Sessions.SelectMany(session => session.Held).Concat(room.Held).Select(acts => acts with { CallsVote = null })];

    private static readonly Gen<Act[]> Acts = Gen.Select(
        Gen.Int[0, 6], Gen.Int[-1, 6], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Double[-10, 110],
        (kind, person, round, ballot, shift, value) => new Act(kind, person, round, (Ballot)ballot, shift, value)).Array[0, 60];

    internal static RoomState Empty() => new()
    {
        Code = "ABCDEF",
        KeyHash = Secrets.HashOf("key"),
        Settings = new() { RoundSeconds = 120 },
        Seats = 3,
        Issues = 2,
        OpenedAt = Start,
        TouchedAt = Start,
    };

    internal static RoomState Seated(params int[] seats)
    {
        var room = Empty();
        foreach (var (seat, person) in seats.Select((seat, person) => (seat, person)))
        {
            room = Done(Done(room.Enter($"p{person}", "hash", Start)).Sit(person, seat, Start));
        }

        return room;
    }

    internal static RoomState Done(RoomTransition transition)
    {
        transition.Refusal.ShouldBe(Refusal.None);
        return transition.State;
    }

    private sealed record Act(int Kind, int Person, int Round, Ballot Ballot, int Shift, double Value)
    {
        public RoomState On(RoomState room, Ballot ballot) => Kind switch
        {
            0 => room.Cast(Person, Round, ballot, Start),
            1 => room.State(Person, Round, [Value, Value], Start),
            2 => room.Cast(Person, room.Round, ballot, Start),
            3 => room.Table(Person, Round, [Value, Value], Start),
            4 => room.OpenRound(Start),
            5 => room.IsComplete(Nobody) ? room.CloseVote(isLast: false, Start) : room.EndDrafting(Start),
            6 when Round == 3 => room.Phase == RoomPhase.Calling ? room.Call(Value > 50, isLast: Shift == 2, Start) : room.AwaitCall(Start),
            6 when Person == 3 => room.CanPlayAgain ? room.PlayAgain("unanimity", Start) : room.TakeBack(Start),
            _ => Person > 4 ? room.CloseVote(isLast: false, Start) : room.Sit(Person, Round, Start),
        } is { } transition ? transition.State : room;
    }
}
