using Microsoft.AspNetCore.Components;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Languages;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Components;

/// <summary>A page that shows a room and is drawn again when the room changes; several changes at once are drawn once.</summary>
public abstract class RoomWatch : ComponentBase, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Language _language = Language.Current;
    private Room? _watched;
    private int _isWaiting;
    private long _notBefore;

    /// <summary>Who asked for the page.</summary>
    [CascadingParameter(Name = "Visitor")]
    public Visitor Visitor { get; set; } = Visitor.Unknown;

    public void Dispose()
    {
        Watch(null);
        OnLeaving();
        GC.SuppressFinalize(this);
    }

    /// <summary>Shows a room from now on, or none.</summary>
    protected void Watch(Room? room)
    {
        if (_watched is { } before)
        {
            before.Changed -= OnChanged;
        }

        _watched = room;
        if (room is not null)
        {
            room.Changed += OnChanged;
        }
    }

    /// <summary>Called when the page is gone.</summary>
    protected virtual void OnLeaving()
    {
    }

    /// <summary>Called before the page is drawn because the room has changed.</summary>
    protected virtual void OnRoomChanged()
    {
    }

    /// <summary>How long the page waits before it is drawn anew, asked at every change and on any thread; null where it goes on waiting as it
    /// was. Default: not at all.</summary>
    protected virtual TimeSpan? PauseBefore() => TimeSpan.Zero;

    private void OnChanged(object? sender, EventArgs e)
    {
        if (PauseBefore() is { } pause)
        {
            Interlocked.Exchange(ref _notBefore, Environment.TickCount64 + (long)pause.TotalMilliseconds);
        }

        if (Interlocked.Exchange(ref _isWaiting, 1) == 0)
        {
            _ = DrawAsync();
        }
    }

    private async Task DrawAsync()
    {
        while (Environment.TickCount64 < Interlocked.Read(ref _notBefore))
        {
            await Task.Delay(Look); // another change may end the wait
        }

        await InvokeAsync(() => _language.Speak(() =>
        {
            Volatile.Write(ref _isWaiting, 0);
            OnRoomChanged();
            StateHasChanged();
        }));
    }
}
