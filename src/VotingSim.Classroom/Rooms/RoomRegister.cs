using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration;

namespace VotingSim.Classroom.Rooms;

/// <summary>All rooms that are open: opens them, lets people in by code and key, and closes those that have expired.</summary>
public sealed partial class RoomRegister(
    Convener convener, IGrainFactory grains, IRoomStore store, AttemptLimits limits, TimeProvider clock, ILogger<RoomRegister> logger)
    : BackgroundService
{
    /// <summary>The largest number of rooms.</summary>
    public const int MostRooms = 200;

    /// <summary>The largest number of rooms opened from one address, where it is not the host who opens them.</summary>
    public const int MostRoomsOfVisitor = 50;

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _openers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Code, string Address), bool> _known = [];
    private readonly SemaphoreSlim _opening = new(1, 1);

    /// <summary>Number of rooms that are open.</summary>
    public int Count => _rooms.Count;

    /// <summary>Whether people are in a room whose session is on: what takes long waits for them.</summary>
    public bool IsInSession => _rooms.Values.Any(room => room.State is { Phase: not RoomPhase.Ended, People.IsEmpty: false });

    /// <summary>Whether a room that somebody knows of is still open.</summary>
    public bool IsOpen(string code) => RoomOf(code) is not null;

    /// <summary>The code of a room in which a crisis is being played; null where there is none.</summary>
    public string? PlaysNow(string crisis) =>
        _rooms.Values.FirstOrDefault(room => room.IsPlaying
            && (room.State.Settings.Choice.Crisis == crisis || room.State.Settings.Matters.Contains(crisis)))?.Code;

    /// <summary>Opens a room.</summary>
    /// <param name="wanted">What the teacher chose.</param>
    /// <param name="visitor">Where the wish came from.</param>
    /// <returns>The room and the only copy of its key.</returns>
    /// <exception cref="ConfigurationException">Something that was chosen does not exist, is wrong, or does not fit the rest.</exception>
    public async Task<(Teacher? Teacher, string Key, Refusal Refusal)> OpenAsync(RoomSettings wanted, Visitor visitor)
    {
        var settings = wanted.WithinRange();
        if (!visitor.MayHost)
        {
            return (null, "", Refusal.NotTheHost);
        }

        await _opening.WaitAsync();
        try
        {
            if (_rooms.Count >= MostRooms
                || (!visitor.IsHost && _openers.Values.Count(opener => opener == visitor.Address) >= MostRoomsOfVisitor))
            {
                return (null, "", Refusal.TooManyRooms);
            }

            var lesson = new Lesson(convener, grains, settings);
            if (!limits.TryOpen(visitor))
            {
                return (null, "", Refusal.TooManyOpenings);
            }

            var (code, key, now) = (NewCode(), Secrets.NewKey(), clock.GetUtcNow());
            var state = new RoomState
            {
                Code = code,
                KeyHash = Secrets.HashOf(key),
                Settings = settings,
                Seats = lesson.Seats,
                Issues = lesson.IssuesOf(0),
                Phase = settings.IsTerm ? RoomPhase.Choosing : RoomPhase.Gathering,
                OpenedAt = now,
                TouchedAt = now,
            };
            var room = new Room(state, lesson, await lesson.ConveneAsync(Room.KeyOf(code), state), store, clock, logger);
            (_rooms[code], _openers[code], _known[(code, visitor.Address)]) = (room, visitor.Address, true);
            LogOpened(code);
            return (new(room), key, Refusal.None);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Lets somebody in.</summary>
    /// <returns>What the person may do, and the only copy of the key by which it comes back.</returns>
    public async Task<(Student? Student, string Key, Refusal Refusal)> EnterAsync(string? code, string? name, Visitor visitor)
    {
        var (found, unseen) = Look(code, visitor);
        if (found is not { } room)
        {
            return (null, "", unseen);
        }

        if (!limits.TryEnter(visitor))
        {
            return (null, "", Refusal.TooManyEntries);
        }

        var (key, number) = (Secrets.NewKey(), -1);
        var refusal = await room.ActAsync((state, now) =>
        {
            number = state.Arrivals;
            return state.Enter(name, Secrets.HashOf(key), now);
        });
        if (refusal != Refusal.None)
        {
            return (null, "", refusal);
        }

        _known[(room.Code, visitor.Address)] = true;
        return (new(room, number), key, refusal);
    }

    /// <summary>Lets somebody in again, by the key that was given at the first time. Who was sent out is known, and may do nothing.</summary>
    public (Student? Student, Refusal Refusal) Return(string? code, string? key, Visitor visitor)
    {
        // Every key of the room is compared, so that the time tells nothing of where a match stands.
        var (room, number) = (RoomOf(code), -1);
        foreach (var person in room?.State.Known ?? [])
        {
            number = Secrets.Opens(key, person.KeyHash) ? person.Number : number;
        }

        if (number < 0)
        {
            return (null, WrongKey(room, visitor));
        }

        _known[(room!.Code, visitor.Address)] = true;
        var student = new Student(room, number);
        return (student, student.Self is null ? Refusal.SentOut : Refusal.None);
    }

    /// <summary>Gives the teacher the room, by its key.</summary>
    public (Teacher? Teacher, Refusal Refusal) Teach(string? code, string? key, Visitor visitor)
    {
        if (RoomOf(code) is not { } room || !Secrets.Opens(key, room.State.KeyHash))
        {
            return (null, WrongKey(RoomOf(code), visitor));
        }

        _known[(room.Code, visitor.Address)] = true;
        return (new(room), Refusal.None);
    }

    /// <summary>Shows a room to whoever knows its code: what is hidden in it is hidden from all who look, and nothing can be done by
    /// looking.</summary>
    public (Room? Room, Refusal Refusal) Look(string? code, Visitor visitor)
    {
        var room = RoomOf(code);
        if (!limits.Allows(visitor, IsKnown(room, visitor)))
        {
            return (null, Refusal.TooManyAttempts);
        }

        if (room is null)
        {
            limits.Failed(visitor);
            return (null, Refusal.NoSuchRoom);
        }

        return (room, Refusal.None);
    }

    /// <summary>Closes what has expired.</summary>
    public async Task SweepAsync()
    {
        foreach (var room in _rooms.Values.Where(room => room.State.IsExpired(clock.GetUtcNow())))
        {
            await CloseAsync(room);
        }
    }

    /// <summary>Closes a room for good.</summary>
    public async Task CloseAsync(Room room)
    {
        if (_rooms.TryRemove(room.Code, out _))
        {
            _openers.TryRemove(room.Code, out _);
            foreach (var known in _known.Keys.Where(known => known.Code == room.Code))
            {
                _known.TryRemove(known, out _);
            }

            await room.LeaveAsync();
            LogClosed(room.Code);
        }
    }

    /// <summary>Opens again what was kept, before anybody is let in.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var kept in await store.LoadAsync(cancellationToken))
        {
            try
            {
                if (kept.IsExpired(clock.GetUtcNow()))
                {
                    await store.ForgetAsync(kept.Code);
                    continue;
                }

                var lesson = new Lesson(convener, grains, kept.Settings);
                var proceedings = await lesson.ConveneAsync(Room.KeyOf(kept.Code), kept);
                _rooms[kept.Code] = new(kept.AfterRestart(clock.GetUtcNow()), lesson, proceedings, store, clock, logger);
            }
            catch (Exception e) when (e is ConfigurationException or InvalidOperationException or IOException)
            {
                LogLost(e, kept.Code); // a configuration that it used is gone, say
            }
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Keeps what is open.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var room in _rooms.Values)
        {
            await room.DisposeAsync();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SweepEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SweepAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The server closes.
        }
    }

    private bool IsKnown(Room? room, Visitor visitor) => room is not null && _known.ContainsKey((room.Code, visitor.Address));

    private Room? RoomOf(string? code) =>
        Secrets.CodeFrom(code) is { } typed && _rooms.TryGetValue(typed, out var room) && !room.State.IsExpired(clock.GetUtcNow()) ? room : null;

    // A right key is let in whatever others have tried. A wrong one tells whether there is such a room no more often than a code does.
    private Refusal WrongKey(Room? room, Visitor visitor)
    {
        if (!limits.Allows(visitor, isKnownThere: false))
        {
            return Refusal.TooManyAttempts;
        }

        limits.Failed(visitor);
        return room is null ? Refusal.NoSuchRoom : Refusal.WrongKey;
    }

    private string NewCode()
    {
        string code;
        do
        {
            code = Secrets.NewCode();
        }
        while (_rooms.ContainsKey(code));
        return code;
    }

    [LoggerMessage(EventId = 2103, Level = LogLevel.Information, Message = "Room {Code} is open")]
    private partial void LogOpened(string code);

    [LoggerMessage(EventId = 2104, Level = LogLevel.Information, Message = "Room {Code} is closed")]
    private partial void LogClosed(string code);

    [LoggerMessage(EventId = 2105, Level = LogLevel.Error, Message = "Room {Code} could not be opened again")]
    private partial void LogLost(Exception exception, string code);
}
