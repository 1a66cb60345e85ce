using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// Sends what changes in a room to every connection in it. While one view is under way, later changes wait together: a burst of votes
/// makes few messages.
/// </summary>
public sealed class RoomBroadcast(IHubContext<RoomHub> hub)
{
    private readonly ConcurrentDictionary<Room, Sender> _senders = new();

    /// <summary>Sends the changes of a room from now on, once however often it is asked.</summary>
    public void Watch(Room room) => _senders.GetOrAdd(room, one => new(this, one, hub));

    private sealed class Sender
    {
        private readonly RoomBroadcast _broadcast;
        private readonly Room _room;
        private readonly IHubContext<RoomHub> _hub;
        private int _waiting;

        public Sender(RoomBroadcast broadcast, Room room, IHubContext<RoomHub> hub)
        {
            (_broadcast, _room, _hub) = (broadcast, room, hub);
            room.Changed += (_, _) => Tell();
        }

        private void Tell()
        {
            if (Interlocked.Increment(ref _waiting) == 1)
            {
                _ = Task.Run(SendAsync);
            }
        }

        private async Task SendAsync()
        {
            int seen;
            do
            {
                seen = Volatile.Read(ref _waiting);
                await _hub.Clients.Group(_room.Code).SendAsync("view", _room.View);
                if (_room.IsGone)
                {
                    _broadcast._senders.TryRemove(_room, out _);
                    return;
                }
            }
            while (Interlocked.CompareExchange(ref _waiting, 0, seen) != seen);
        }
    }
}
