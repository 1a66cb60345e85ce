using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// Sends what changes in a room to every connection in it. While one view is under way, later changes wait together: a burst of votes
/// makes few messages.
/// </summary>
public sealed class RoomBroadcast(IHubContext<RoomHub> hub)
{
    // A room that is closed while somebody comes in tells nothing any more: it is forgotten with its last connection, told or not.
    private readonly ConditionalWeakTable<Room, Sender> _senders = [];

    /// <summary>Sends the changes of a room from now on, once however often it is asked.</summary>
    public void Watch(Room room) => _senders.GetValue(room, one => new(one, hub));

    private sealed class Sender
    {
        private readonly Room _room;
        private readonly IHubContext<RoomHub> _hub;
        private int _waiting;

        public Sender(Room room, IHubContext<RoomHub> hub)
        {
            (_room, _hub) = (room, hub);
            room.Changed += (_, _) => Announce();
        }

        private void Announce()
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
                    return;
                }
            }
            while (Interlocked.CompareExchange(ref _waiting, 0, seen) != seen);
        }
    }
}
