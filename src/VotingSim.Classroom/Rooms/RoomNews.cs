using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>Where a room stands, in a sentence that is read out.</summary>
public static class RoomNews
{
    /// <summary>For the screen on the wall.</summary>
    public static string ForAll(Room room)
    {
        var (view, proceedings) = (room.View, room.Proceedings);
        var number = view.Session > 1
            ? Tell($"Second session, round {view.RoundOfMatter} of {view.Rounds}")
            : Tell($"Round {view.RoundOfMatter} of {view.Rounds}");
        return view.Phase switch
        {
            RoomPhase.Choosing => TermNews.Choosing(room),
            RoomPhase.Gathering when proceedings.Session is { } session => Tell(
                $"Matter {view.Matter} of {session.Term.Matters.Length}, under “{proceedings.Text.Rule}”: read your briefs, "
                + $"they tell what you remember."),
            RoomPhase.Gathering when view.Session > 1 => Tell(
                $"Second session, under “{proceedings.Text.Rule}”: the same matter, seats, briefs and luck. "
                + $"The teacher opens the first round."),
            RoomPhase.Gathering => Tell("The room is open: take your seats."),
            RoomPhase.Drafting => Tell($"{number}: the chair writes the text."),
            RoomPhase.Voting =>
                Tell($"{number}: the text of {ClassroomWording.Text(proceedings.Terms, room.OnTheTable.Draft)} is put to the vote."),
            RoomPhase.Calling => VoteCall.News(proceedings.Terms, room.OnTheTable),
            RoomPhase.Ended when !proceedings.IsOver && proceedings.Session is { } term => TellOf(
                term.Memory.Over, $"The teacher has ended the term in mid-matter, after {term.Memory.Over} matter.",
                $"The teacher has ended the term in mid-matter, after {term.Memory.Over} matters."),
            RoomPhase.Ended when !proceedings.IsOver => Tell("The teacher has ended the session; nothing was decided."),
            RoomPhase.Ended when proceedings.Session is { } last =>
                $"{RoundNews.Of(proceedings.Terms, room.OnTheTable)} {MemoryWords.Became(last.Term, last.Memory, last.Before.Length)} "
                + Tell("The term is over."),
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
            (not RoomPhase.Ended, { Seat: null }) => Tell("Take a free seat, or share one."),
            (RoomPhase.Gathering, _) when view.Session > 1 => ForAll(room),
            (RoomPhase.Gathering, _) => Tell("You have your seat. Read your brief; the teacher opens the first round."),
            (RoomPhase.Choosing, { WantsVote: true }) => Tell("You want a vote in the next matter. The teacher begins it."),
            (RoomPhase.Choosing, { WantsVote: false }) => Tell("You want patience in the next matter. The teacher begins it."),
            (RoomPhase.Calling, { Seat: RoomState.ChairSeat }) => Tell(
                $"You are in the chair. A majority is there over the objection of {Objectors(room)}: "
                + $"call the vote, or go on seeking consensus."),
            (RoomPhase.Drafting, { Seat: RoomState.ChairSeat }) =>
                Tell($"Round {view.RoundOfMatter}: you are in the chair. Write the text and table it."),
            (RoomPhase.Voting, { Seat: >= 0, Ballot: { } ballot }) => Tell(
                $"Round {view.RoundOfMatter}: your ballot is cast, you {ClassroomWording.Infinitive(ballot)}. "
                + $"It stays hidden until the round is closed."),
            (RoomPhase.Voting, { Seat: >= 0 }) =>
                Tell($"Round {view.RoundOfMatter}: vote now on the text of {ClassroomWording.Text(room.Proceedings.Terms, room.OnTheTable.Draft)}."),
            _ => ForAll(room),
        };
    }

    /// <summary>How many have guessed how it will end; null where nobody may.</summary>
    public static string? Guessed(Room room) =>
        room is { MayGuess: true, View: { People: > 0 } view } ? GuessSentences.Guessed(view.Guessed, view.People) : null;

    private static string Objectors(Room room) => ClassroomWording.Codes(room.Proceedings.Terms.Roster, room.OnTheTable.Tally.Objectors);
}
