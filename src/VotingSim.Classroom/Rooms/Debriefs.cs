using System.Runtime.CompilerServices;
using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Rooms;

/// <summary>The debriefs of rooms, each made once for all who look at it.</summary>
public sealed class Debriefs(Convener convener)
{
    private readonly Lock _lock = new();
    private readonly ConditionalWeakTable<Room, Kept> _kept = [];
    private readonly ConditionalWeakTable<Room, KeptTerm> _keptTerms = [];

    /// <summary>The debrief of a room as it stands.</summary>
    public Task<Debrief> OfAsync(Room room)
    {
        lock (_lock)
        {
            var held = room.Proceedings;
            if (!_kept.TryGetValue(room, out var kept) || !ReferenceEquals(kept.Of, held) || kept.Debrief.IsFaulted)
            {
                _kept.AddOrUpdate(room, kept = new(held, Debrief.OfAsync(room, convener)));
            }

            return kept.Debrief;
        }
    }

    /// <summary>The debrief of a term as it stands.</summary>
    public Task<TermDebrief> OfTermAsync(Room room)
    {
        lock (_lock)
        {
            var held = room.Proceedings;
            if (!_keptTerms.TryGetValue(room, out var kept) || !ReferenceEquals(kept.Of, held) || kept.Debrief.IsFaulted)
            {
                _keptTerms.AddOrUpdate(room, kept = new(held, TermDebrief.OfAsync(room, convener)));
            }

            return kept.Debrief;
        }
    }

    private sealed record KeptTerm(Proceedings Of, Task<TermDebrief> Debrief);

    private sealed record Kept(Proceedings Of, Task<Debrief> Debrief);
}
