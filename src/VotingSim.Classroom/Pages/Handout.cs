using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Pages;

/// <summary>The debrief of a room, as its page and paper hold it: of both sessions or the term, and no name of anybody who was there.</summary>
/// <param name="Room">The room.</param>
/// <param name="Sessions">Its session, or both in their order; empty where it plays a term.</param>
/// <param name="Term">The term; null where it plays none.</param>
public sealed record Handout(Room Room, ImmutableArray<DebriefViewModel> Sessions, TermDebriefViewModel? Term)
{
    /// <summary>Where the room stands, in a sentence.</summary>
    public string News => RoomNews.ForAll(Room);

    /// <summary>Of a room as it stands.</summary>
    public static async Task<Handout> OfAsync(Room room, Debriefs debriefs)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(debriefs);
        if (room.Proceedings.Session is not null)
        {
            return new(room, [], new(await debriefs.OfTermAsync(room)));
        }

        var debrief = await debriefs.OfAsync(room);
        return new(room, debrief.First is { } first ? [new(first), new(debrief)] : [new(debrief)], null);
    }

    /// <summary>What came of a session, in a sentence.</summary>
    public string NewsOf(DebriefViewModel session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session == Sessions[^1] || session.Last is not { } last ? News : RoundNews.Of(session.Terms, last);
    }
}
