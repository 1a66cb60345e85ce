using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Tests.Rooms.RoomStateTests;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>The choice between a vote and patience, and a second session, without clock, grains or network.</summary>
public class RoomStateChoiceTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<int> Nobody = [];

    [Fact]
    public void Where_a_majority_is_there_over_objections_who_is_in_the_chair_chooses_and_otherwise_the_teacher()
    {
        var room = Done(Done(Done(Seated(0, 1).OpenRound(Start)).Cast(0, 0, Ballot.Support, Start)).AwaitCall(Start.AddSeconds(9)));
        (room.Phase, room.Round, room.Deadline, room.Held[0].CallsVote).ShouldBe((RoomPhase.Calling, 1, Start.AddSeconds(129), false));
        room.People.ShouldAllBe(person => person.Ballot == null);
        (room.MayCall(null, 0, Nobody), room.MayCall(null, 1, Nobody)).ShouldBe((Refusal.None, Refusal.AnotherRound));
        (room.MayCall(0, 0, Nobody), room.MayCall(9, 0, Nobody)).ShouldBe((Refusal.NotInThisSeat, Refusal.NotInTheRoom));
        room.Call(true, isLast: true, Start).State.ShouldSatisfyAllConditions(
            one => one.Phase.ShouldBe(RoomPhase.Ended), one => one.Held[0].CallsVote.ShouldBe(true), one => one.EndedIn.ShouldBeNull());
        Done(room.Call(null, isLast: false, Start)).Held[0].CallsVote.ShouldBeNull();
        Done(room.Call(false, isLast: false, Start)).ShouldSatisfyAllConditions(
            one => one.Phase.ShouldBe(RoomPhase.Reading), one => one.Deadline.ShouldBeNull(), one => one.Call(true, true, Start).Refusal.ShouldBe(Refusal.NotNow));
        (room.OpenRound(Start).Refusal, room.CloseVote(true, Start).Refusal, room.AwaitCall(Start).Refusal).ShouldBe((Refusal.NotNow, Refusal.NotNow, Refusal.NotNow));
        Done(Done(room.End(Start)).Resume(Start.AddSeconds(50))).ShouldSatisfyAllConditions(
            one => one.Phase.ShouldBe(RoomPhase.Calling), one => one.Deadline.ShouldBe(Start.AddSeconds(170)));

        var chaired = Done(Done(room.Enter("chair", "hash", Start)).Sit(2, RoomState.ChairSeat, Start));
        (chaired.MayCall(2, 0, Nobody), chaired.MayCall(null, 0, Nobody), chaired.MayCall(null, 0, new HashSet<int> { 2 }))
            .ShouldBe((Refusal.None, Refusal.NotInThisSeat, Refusal.None));
        Done(room.Call(false, isLast: false, Start)).MayCall(null, 0, Nobody).ShouldBe(Refusal.NotNow);
    }

    [Fact]
    public void A_room_is_played_again_with_everybody_in_the_same_seat_and_both_sessions_are_kept()
    {
        var room = Done(Done(Done(Seated(0, 1).OpenRound(Start)).Cast(0, 0, Ballot.Objection, Start)).State(0, 0, [3, 4], Start));
        room.PlayAgain("asean-qmv", Start).Refusal.ShouldBe(Refusal.NotNow);
        var first = Done(room.CloseVote(isLast: true, Start));
        first.PlayAgain("consensus", Start).Refusal.ShouldBe(Refusal.BadRule);
        var second = Done(first.PlayAgain("asean-qmv", Start));
        (second.Phase, second.Round, second.Rule, second.Held.Length, second.CanTakeBack).ShouldBe((RoomPhase.Gathering, 1, "asean-qmv", 0, true));
        second.People.ShouldAllBe(person => person.Seat != null && person.Ballot == null && person.Position.IsEmpty);
        second.Sessions.Single().Held.ShouldBe(first.Held);
        RoomView.Of(second).ShouldSatisfyAllConditions(view => view.Session.ShouldBe(2), view => view.RoundOfMatter.ShouldBe(1), view => view.Round.ShouldBe(2));
        Done(second.TakeBack(Start)).ShouldSatisfyAllConditions(
            one => one.Phase.ShouldBe(RoomPhase.Ended), one => one.Rule.ShouldBe("consensus"), one => one.Held.ShouldBe(first.Held));

        var open = Done(second.OpenRound(Start));
        open.Cast(0, 0, Ballot.Support, Start).Refusal.ShouldBe(Refusal.AnotherRound);
        open.TakeBack(Start).Refusal.ShouldBe(Refusal.NotNow);
        var over = Done(Done(open.Cast(0, 1, Ballot.Support, Start)).CloseVote(isLast: true, Start));
        (over.Sessions.Length, over.Held.Length, over.CanPlayAgain).ShouldBe((1, 1, false));
        (over with { Settings = over.Settings with { Matters = ["pandemic"] }, Sessions = [] }).CanPlayAgain.ShouldBeFalse();
    }

    [Fact]
    public void The_guide_of_a_double_lesson_says_where_the_class_is()
    {
        DoubleLesson.StepOf(RoomView.Of(Empty())).ShouldBe(0);
        DoubleLesson.StepOf(RoomView.Of(Seated(0))).ShouldBe(1);
        var room = Done(Seated(0).OpenRound(Start));
        DoubleLesson.StepOf(RoomView.Of(room)).ShouldBe(2);
        room = Done(room.CloseVote(isLast: true, Start));
        DoubleLesson.StepOf(RoomView.Of(room)).ShouldBe(3);
        room = Done(room.PlayAgain("unanimity", Start));
        DoubleLesson.StepOf(RoomView.Of(room)).ShouldBe(4);
        DoubleLesson.StepOf(RoomView.Of(Done(room.End(Start)))).ShouldBe(5);
        var steps = DoubleLesson.Steps("one", "other");
        steps.Select(step => step.Minute).ShouldBe(steps.Select(step => step.Minute).Order());
        steps[^1].Minute.ShouldBeLessThan(50);
    }

    [Fact]
    public void A_room_that_was_written_down_before_there_were_choices_is_read()
    {
        var room = Done(Done(Done(Seated(0).OpenRound(Start)).Cast(0, 0, Ballot.Objection, Start)).CloseVote(isLast: false, Start));
        var written = JsonNode.Parse(JsonSerializer.Serialize(room))!;
        (written.AsObject().Remove("Sessions"), written.AsObject().Remove("RuleAgain")).ShouldBe((true, true));
        (written["Settings"]!.AsObject().Remove("Second"), written["Held"]![0]!.AsObject().Remove("CallsVote")).ShouldBe((true, true));
        var read = written.Deserialize<RoomState>()!;
        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(room));
        (read.Rule, read.Settings.IsDouble, read.Round).ShouldBe(("consensus", false, 1));
    }
}
