namespace VotingSim.Classroom.Access;

/// <summary>
/// Counts wrong codes and keys by the minute: so many of one person, so many from one address, so many from all together. Right ones cost
/// nothing, so a class behind one address can come in at once, and nobody there can lock the others out of their own room.
/// </summary>
public sealed class AttemptLimits(TimeProvider clock)
{
    /// <summary>Wrong codes or keys of one person in a minute.</summary>
    public const int PerPerson = 10;

    /// <summary>Wrong codes or keys from one address in a minute.</summary>
    public const int PerAddress = 30;

    /// <summary>Wrong codes or keys from everywhere in a minute. At 200 rooms it takes ten days of them, on average, to find a code.</summary>
    public const int Altogether = 300;

    /// <summary>How often one person may come into rooms in a minute.</summary>
    public const int EntriesPerPerson = 8;

    /// <summary>Rooms that may be opened from one address in a minute, where it is not the host who opens them.</summary>
    public const int RoomsPerAddress = 5;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string What, string Who), int> _counts = [];
    private long _minute;
    private int _all;

    /// <summary>Whether another attempt is listened to.</summary>
    /// <param name="visitor">Who tries.</param>
    /// <param name="isKnownThere">Whether it is the right code of a room in which somebody from this address is already: others who guess there
    /// do not matter then.</param>
    public bool Allows(Visitor visitor, bool isKnownThere)
    {
        lock (_lock)
        {
            Turn();
            return Count("person", PersonOf(visitor)) < PerPerson
                && (isKnownThere || (_all < Altogether && Count("address", visitor.Address) < PerAddress));
        }
    }

    /// <summary>An attempt was wrong.</summary>
    public void Failed(Visitor visitor)
    {
        lock (_lock)
        {
            Turn();
            _all++;
            Add("person", PersonOf(visitor));
            Add("address", visitor.Address);
        }
    }

    /// <summary>Counts that a person comes into a room.</summary>
    /// <returns>Whether it may.</returns>
    public bool TryEnter(Visitor visitor) => TryAdd("entry", PersonOf(visitor), EntriesPerPerson);

    /// <summary>Counts that a room is opened.</summary>
    /// <returns>Whether it may be; the host always may.</returns>
    public bool TryOpen(Visitor visitor) => visitor.IsHost || TryAdd("room", visitor.Address, RoomsPerAddress);

    private bool TryAdd(string what, string who, int most)
    {
        lock (_lock)
        {
            Turn();
            var isAllowed = Count(what, who) < most;
            if (isAllowed)
            {
                Add(what, who);
            }

            return isAllowed;
        }
    }

    private static string PersonOf(Visitor visitor) => $"{visitor.Address} {visitor.Person}";

    private int Count(string what, string who) => _counts.GetValueOrDefault((what, who));

    private void Add(string what, string who) => _counts[(what, who)] = Count(what, who) + 1;

    private void Turn()
    {
        var minute = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        if (minute != _minute)
        {
            (_minute, _all) = (minute, 0);
            _counts.Clear();
        }
    }
}
