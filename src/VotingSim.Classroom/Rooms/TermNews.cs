using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>Where a term stands, in sentences that are read out.</summary>
public static class TermNews
{
    /// <summary>While people choose the rule of the matter that comes.</summary>
    public static string Choosing(Room room)
    {
        var (proceedings, view) = (room.Proceedings, room.View);
        var session = proceedings.Session!;
        if (proceedings.Held.IsEmpty)
        {
            return TellOf(
                session.Term.Matters.Length, $"A term of one matter. Take your seats, and choose for it: patience, or a vote.",
                $"A term of {session.Term.Matters.Length} matters. Take your seats, and choose for the first: patience, or a vote.");
        }

        var became = MemoryWords.Became(session.Term, session.Memory, view.Matter - 1);
        return $"{RoundNews.Of(proceedings.Terms, room.OnTheTable)} {became} {Tell("Choose for the next matter: patience, or a vote.")}";
    }

    /// <summary>What stands on the teacher's button while people choose.</summary>
    public static string Begin(RoomState state, Term term) =>
        state.ChoosesVote
            ? Tell($"Begin matter {state.NextMatter + 1}: a vote ({state.WantPatience} for patience, {state.WantVote} for a vote)")
            : Tell($"Begin matter {state.NextMatter + 1}: patience ({state.WantPatience} for patience, {state.WantVote} for a vote)");
}
