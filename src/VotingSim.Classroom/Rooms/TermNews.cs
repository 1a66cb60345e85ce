using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;

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
            return $"A term of {ClassroomWording.Count(session.Term.Matters.Length, "matter")}. "
                + "Take your seats, and choose for the first: patience, or a vote.";
        }

        var became = MemoryWords.Became(session.Term, session.Memory, view.Matter - 1);
        return $"{RoundNews.Of(proceedings.Terms, room.OnTheTable)} {became} Choose for the next matter: patience, or a vote.";
    }

    /// <summary>What stands on the teacher's button while people choose.</summary>
    public static string Begin(RoomState state, Term term) =>
        $"Begin matter {state.NextMatter + 1}: {(state.ChoosesVote ? "a vote" : "patience")} "
        + $"({state.WantPatience} for patience, {state.WantVote} for a vote)";
}
