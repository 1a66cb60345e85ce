namespace VotingSim.Classroom.Rooms;

/// <summary>
/// Counts wrong codes and keys by the minute: so many from one address, so many from all together. Right ones cost nothing, so a class
/// behind one address can come in at once.
/// </summary>
public sealed class AttemptLimits(TimeProvider clock)
{
    /// <summary>Wrong codes or keys from one address in a minute.</summary>
    public const int PerVisitor = 30;

    /// <summary>Wrong codes or keys from everywhere in a minute. At 200 rooms it takes ten days of them, on average, to find a code.</summary>
    public const int Altogether = 300;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private long _minute;
    private int _all;

    /// <summary>Whether another attempt is listened to.</summary>
    public bool Allows(string visitor)
    {
        lock (_lock)
        {
            Turn();
            return _all < Altogether && _failures.GetValueOrDefault(visitor) < PerVisitor;
        }
    }

    /// <summary>An attempt was wrong.</summary>
    public void Failed(string visitor)
    {
        lock (_lock)
        {
            Turn();
            _all++;
            _failures[visitor] = _failures.GetValueOrDefault(visitor) + 1;
        }
    }

    private void Turn()
    {
        var minute = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        if (minute != _minute)
        {
            (_minute, _all) = (minute, 0);
            _failures.Clear();
        }
    }
}
