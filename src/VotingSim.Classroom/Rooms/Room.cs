using Microsoft.Extensions.Logging;
using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// A room that is open: its state, its deliberation and its clock. One act at a time; every state is kept, and whoever looks on is
/// told.
/// </summary>
/// <remarks>
/// Nobody acts on it but through a <see cref="Student"/> or a <see cref="Teacher"/>, which are bound to a person or to the room, so
/// that no act can name another.
/// </remarks>
public sealed partial class Room : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lesson _lesson;
    private readonly IRoomStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ITimer _alarm;
    private readonly ITimer _patience;
    private readonly Attendance _attendance;
    private readonly Lock _keeping = new();
    private volatile Now _now;
    private RoomState? _kept;
    private Task _work = Task.CompletedTask;
    private bool _isGone;

    internal Room(RoomState state, Lesson lesson, Proceedings proceedings, IRoomStore store, TimeProvider clock, ILogger logger)
    {
        (_now, _lesson, _store, _clock, _logger) = (new(state, proceedings), lesson, store, clock, logger);
        _alarm = clock.CreateTimer(_ => _ = RingAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _patience = clock.CreateTimer(_ => _ = NoticeAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _attendance = new(clock, state.People.Select(person => person.Number)); // after a restart nobody is there yet
        Keep();
        SetAlarm();
        SetPatience();
    }

    /// <summary>Told after every act, on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>The code by which people come in.</summary>
    public string Code => State.Code;

    /// <summary>What everybody in the room may know.</summary>
    public RoomView View => RoomView.Of(State);

    /// <summary>The deliberation.</summary>
    public Proceedings Proceedings => _now.Proceedings;

    /// <summary>The round that people look at: the one whose vote is open, or the last one held.</summary>
    public RoundView OnTheTable
    {
        get
        {
            var (state, proceedings) = _now;
            return state.Phase switch
            {
                RoomPhase.Drafting or RoomPhase.Voting => proceedings.Open(state.Text),
                _ => proceedings.Held.IsEmpty ? proceedings.Opening : proceedings.Held[^1].View,
            };
        }
    }

    /// <summary>Whether the room was closed or has expired.</summary>
    public bool IsGone => _isGone;

    /// <summary>Whether a game is on: a round was opened, and the session has not ended.</summary>
    public bool IsPlaying => State is { Phase: RoomPhase.Drafting or RoomPhase.Voting or RoomPhase.Calling or RoomPhase.Reading }
        || State is { Phase: not RoomPhase.Ended, Round: > 0 };

    /// <summary>Whether all that was to be played has been: the session has ended, and in a double lesson the second one.</summary>
    public bool IsThrough => State is { Phase: RoomPhase.Ended } and ({ Settings.IsDouble: false } or { Sessions.IsEmpty: false });

    /// <summary>What is left of the phase; null where it does not end by itself.</summary>
    public TimeSpan? Left => State.Deadline is { } deadline ? TimeSpan.FromTicks(Math.Max(0, (deadline - _clock.GetUtcNow()).Ticks)) : null;

    internal RoomState State => _now.State;

    public async ValueTask DisposeAsync()
    {
        await _alarm.DisposeAsync();
        await _patience.DisposeAsync();
        await _turn.WaitAsync();
        _turn.Release();
        await FlushAsync();
    }

    /// <summary>Does something, unless it is refused; where it was the last vote, the round is held.</summary>
    internal Task<Refusal> ActAsync(Func<RoomState, DateTimeOffset, RoomTransition> act) => InTurnAsync(async now =>
    {
        if (_isGone)
        {
            return Refusal.NoSuchRoom;
        }

        var transition = act(State, now);
        if (!transition.IsDone)
        {
            return transition.Refusal;
        }

        _now = _now with { State = transition.State };
        await SettleAsync(now);
        return Refusal.None;
    });

    /// <summary>Somebody is there, until what is returned is disposed of.</summary>
    internal IDisposable Attend(int person)
    {
        var wasAway = IsAway(person);
        var stay = _attendance.Come(person, SetPatience);
        if (wasAway)
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }

        return stay;
    }

    /// <summary>Whether somebody has been cut off for so long that no round waits.</summary>
    internal bool IsAway(int person) => _attendance.Away().Contains(person);

    /// <summary>Closes what is open: the drafting, or the vote.</summary>
    internal Task<Refusal> CloseAsync() => CloseAsync(onlyIfDue: false);

    /// <summary>The name of the grain of a room.</summary>
    internal static string KeyOf(string code) => $"room-{code}";

    /// <summary>Begins the matter of a term that comes, under the rule that was chosen.</summary>
    internal Task<Refusal> BeginMatterAsync() => InTurnAsync(async now =>
    {
        if (_isGone || State.Phase != RoomPhase.Choosing)
        {
            return Refusal.NotNow;
        }

        var next = await _lesson.NextAsync(KeyOf(Code), Proceedings, State.ChoosesVote);
        _now = new(State.BeginMatter(_lesson.IssuesOf(State.NextMatter), now).State, next);
        return Refusal.None;
    });

    /// <summary>The room is no more.</summary>
    internal async Task LeaveAsync()
    {
        await _turn.WaitAsync();
        _isGone = true;
        _turn.Release();
        await _alarm.DisposeAsync();
        await _patience.DisposeAsync();
        await FlushAsync();
        await _store.ForgetAsync(Code);
        await Proceedings.CloseAsync();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private Task<Refusal> CloseAsync(bool onlyIfDue) => InTurnAsync(async now =>
    {
        if (_isGone || (onlyIfDue && (State.Deadline is not { } deadline || deadline > now)))
        {
            return Refusal.NotNow;
        }

        switch (State.Phase)
        {
            case RoomPhase.Drafting:
                _now = _now with { State = State.EndDrafting(now).State };
                break;
            case RoomPhase.Voting:
                await HoldAsync();
                break;
            case RoomPhase.Calling:
                await SettleCallAsync(calls: null, now);
                break;
            default:
                return Refusal.NotNow;
        }

        return Refusal.None;
    });

    // One thing at a time; what was done is kept and told.
    private async Task<Refusal> InTurnAsync(Func<DateTimeOffset, Task<Refusal>> act)
    {
        await _turn.WaitAsync();
        try
        {
            if (await act(_clock.GetUtcNow()) is var refusal and not Refusal.None)
            {
                return refusal;
            }

            Keep();
            SetAlarm();
        }
        finally
        {
            _turn.Release();
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return Refusal.None;
    }

    // The vote is closed when nobody is waited for; so is the drafting when the chair is away.
    private async Task SettleAsync(DateTimeOffset now)
    {
        var away = _attendance.Away();
        if (State.IsLeftByChair(away))
        {
            _now = _now with { State = State.EndDrafting(now).State };
        }

        if (State.IsComplete(away))
        {
            await HoldAsync();
        }
    }

    private async Task HoldAsync()
    {
        var (proceedings, now) = (await Proceedings.ReadBallotsAsync(State.Acts()), _clock.GetUtcNow());
        _now = new((proceedings.AwaitsCall ? State.AwaitCall(now) : State.CloseVote(proceedings.IsOver, now)).State, proceedings);
    }

    private void SetAlarm()
    {
        if (!_isGone)
        {
            var due = Left is { } left ? TimeSpan.FromMilliseconds(Math.Max(1, left.TotalMilliseconds)) : Timeout.InfiniteTimeSpan;
            _alarm.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private void SetPatience()
    {
        if (!_isGone)
        {
            _patience.Change(_attendance.UntilNextAway() ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private Task RingAsync() => GuardAsync(async () =>
    {
        if (await CloseAsync(onlyIfDue: true) != Refusal.None)
        {
            SetAlarm(); // it rang a moment too early
        }
    });

    // Somebody has been gone for long: nobody waits any more.
    private Task NoticeAsync() => GuardAsync(async () =>
    {
        await InTurnAsync(async now =>
        {
            if (_isGone)
            {
                return Refusal.NoSuchRoom;
            }

            await SettleAsync(now);
            return Refusal.None;
        });
        SetPatience();
    });

    private async Task GuardAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogFailure(e, Code);
        }
    }

    // Written behind: an act does not wait for the disk, and of several states that wait only the last is written.
    private void Keep()
    {
        lock (_keeping)
        {
            var isIdle = _kept is null;
            _kept = State;
            if (isIdle)
            {
                _work = Task.Run(KeepAsync);
            }
        }
    }

    private async Task KeepAsync()
    {
        while (true)
        {
            var state = _kept!;
            try
            {
                await _store.SaveAsync(state);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogFailure(e, Code); // the room goes on; it would not outlive the server
            }

            lock (_keeping)
            {
                if (ReferenceEquals(state, _kept))
                {
                    _kept = null;
                    return;
                }
            }
        }
    }

    private async Task FlushAsync()
    {
        Task work;
        lock (_keeping)
        {
            work = _work;
        }

        await work;
    }

    // State and deliberation change together.
    private sealed record Now(RoomState State, Proceedings Proceedings);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Error, Message = "Room {Code}: something failed")]
    private partial void LogFailure(Exception exception, string code);
}
