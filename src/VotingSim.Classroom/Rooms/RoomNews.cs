using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Rooms;

/// <summary>Where a room stands, in a sentence that is read out.</summary>
public static class RoomNews
{
    /// <summary>For the screen on the wall.</summary>
    public static string ForAll(Room room)
    {
        var (view, proceedings) = (room.View, room.Proceedings);
        var number = $"Round {view.Round} of {view.Rounds}";
        return view.Phase switch
        {
            RoomPhase.Gathering => "The room is open: take your seats.",
            RoomPhase.Drafting => $"{number}: the chair writes the text.",
            RoomPhase.Voting => $"{number}: the text of {ClassroomWording.Text(proceedings.Terms, room.OnTheTable.Draft)} is put to the vote.",
            RoomPhase.Ended when !proceedings.IsOver => "The teacher has ended the session; nothing was decided.",
            _ => RoundNews.Of(proceedings.Terms, room.OnTheTable),
        };
    }

    /// <summary>For a person in a seat.</summary>
    public static string For(Student student)
    {
        var (room, view) = (student.Room, student.Room.View);
        return (view.Phase, student.Self) switch
        {
            (_, null) => RefusalText.Of(Refusal.NotInTheRoom)!,
            (not RoomPhase.Ended, { Seat: null }) => "Take a free seat, or share one.",
            (RoomPhase.Gathering, _) => "You have your seat. Read your brief; the teacher opens the first round.",
            (RoomPhase.Drafting, { Seat: RoomState.ChairSeat }) => $"Round {view.Round}: you are in the chair. Write the text and table it.",
            (RoomPhase.Voting, { Seat: >= 0, Ballot: { } ballot }) =>
                $"Round {view.Round}: your ballot is cast, you {ClassroomWording.Infinitive(ballot)}. It stays hidden until the round is closed.",
            (RoomPhase.Voting, { Seat: >= 0 }) =>
                $"Round {view.Round}: vote now on the text of {ClassroomWording.Text(room.Proceedings.Terms, room.OnTheTable.Draft)}.",
            _ => ForAll(room),
        };
    }
}
