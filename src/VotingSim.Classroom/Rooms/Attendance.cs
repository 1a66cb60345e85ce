namespace VotingSim.Classroom.Rooms;

/// <summary>Whose browsers are connected, and since when others are not.</summary>
/// <param name="clock">The clock.</param>
/// <param name="absent">Who is known, and not there.</param>
internal sealed class Attendance(TimeProvider clock, IEnumerable<int> absent)
{
    /// <summary>So long somebody may be cut off before nobody waits for the ballot any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _connections = [];
    private readonly Dictionary<int, DateTimeOffset> _absent = absent.ToDictionary(person => person, _ => clock.GetUtcNow());

    /// <summary>Somebody is there, by one browser more.</summary>
    /// <param name="person">The person's number.</param>
    /// <param name="afterLeaving">Told when the last browser of the person is gone.</param>
    /// <returns>What is disposed of when the browser is gone.</returns>
    public IDisposable Come(int person, Action afterLeaving)
    {
        lock (_lock)
        {
            _connections[person] = _connections.GetValueOrDefault(person) + 1;
            _absent.Remove(person);
        }

        return new Stay(() =>
        {
            if (Leave(person))
            {
                afterLeaving();
            }
        });
    }

    /// <summary>Who has been gone for longer than one waits.</summary>
    public HashSet<int> Away()
    {
        lock (_lock)
        {
            var since = clock.GetUtcNow() - Patience;
            return [.. _absent.Where(person => person.Value <= since).Select(person => person.Key)];
        }
    }

    /// <summary>When the next one will have been gone so long; null where nobody is gone, or all have been that long.</summary>
    public TimeSpan? UntilNextAway()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var coming = _absent.Values.Select(since => since + Patience - now).Where(left => left > TimeSpan.Zero).ToArray();
            return coming.Length == 0 ? null : coming.Min();
        }
    }

    private bool Leave(int person)
    {
        lock (_lock)
        {
            if (--_connections[person] > 0)
            {
                return false;
            }

            _connections.Remove(person);
            _absent[person] = clock.GetUtcNow();
            return true;
        }
    }
}
