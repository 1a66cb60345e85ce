using System.Diagnostics;
using VotingSim.Deliberation;
using VotingSim.Experiments.Results;

namespace VotingSim.Experiments;

/// <summary>The cohorts that are to be deliberated, in order, so that no more parts are open than there are tables; those that come back because they failed go first.</summary>
/// <param name="items">The cohorts.</param>
/// <param name="count">How many there are, for those who watch.</param>
internal sealed class CohortQueue(IEnumerable<CohortQueue.Item> items, long count) : IDisposable
{
    // A cohort that failed in one place waits this long for a table in another.
    private static readonly TimeSpan LongestWaitForAnotherPlace = TimeSpan.FromSeconds(5);

    private readonly IEnumerator<Item> _items = items.GetEnumerator();
    private readonly Lock _lock = new();
    private readonly List<(Item Item, long NotBefore)> _back = [];
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private bool _isExhausted;
    private long _waiting = Announced(count);

    public void Dispose()
    {
        RunTelemetry.Waiting.Add(-_waiting);
        _items.Dispose();
    }

    /// <summary>The next cohort for a table in a place; null when all are done.</summary>
    /// <exception cref="OperationCanceledException">The run is to stop.</exception>
    public async ValueTask<Item?> NextAsync(string place, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Task changed;
            TimeSpan? wait;
            lock (_lock)
            {
                _places.Add(place);
                if (Take(place, out wait) is { } item)
                {
                    _underWay++;
                    Wait(-1);
                    return item;
                }

                if (_underWay == 0 && _back.Count == 0)
                {
                    return null;
                }

                changed = _changed.Task;
            }

            await Task.WhenAny(changed, Task.Delay(wait ?? Timeout.InfiniteTimeSpan, cancellation));
        }
    }

    /// <summary>A cohort that was taken needs no more work.</summary>
    public void Finish()
    {
        lock (_lock)
        {
            _underWay--;
            Announce();
        }
    }

    /// <summary>A cohort that was taken is to be taken again, after a while.</summary>
    public void Return(Item item, TimeSpan after)
    {
        lock (_lock)
        {
            _underWay--;
            Wait(1);
            _back.Add((item, Stopwatch.GetTimestamp() + (long)(after.TotalSeconds * Stopwatch.Frequency)));
            Announce();
        }
    }

    private Item? Take(string place, out TimeSpan? wait)
    {
        var now = Stopwatch.GetTimestamp();
        wait = null;
        for (var index = 0; index < _back.Count; index++)
        {
            var (item, notBefore) = _back[index];
            var elsewhere = item.FailedIn == place && _places.Count > 1 ? (long)(LongestWaitForAnotherPlace.TotalSeconds * Stopwatch.Frequency) : 0;
            var left = Stopwatch.GetElapsedTime(now, notBefore + elsewhere);
            if (left <= TimeSpan.Zero)
            {
                _back.RemoveAt(index);
                return item;
            }

            wait = wait is { } shortest && shortest < left ? shortest : left;
        }

        while (!_isExhausted)
        {
            if (!_items.MoveNext())
            {
                _isExhausted = true;
            }
            else if (!_items.Current.Assembly.HasFailed)
            {
                return _items.Current;
            }
        }

        return null;
    }

    private static long Announced(long count)
    {
        RunTelemetry.Waiting.Add(count);
        return count;
    }

    private void Wait(int change)
    {
        _waiting += change;
        RunTelemetry.Waiting.Add(change);
    }

    private void Announce()
    {
        _changed.TrySetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>A cohort of a part.</summary>
    internal sealed class Item(PartAssembly assembly, int index, Cohort cohort)
    {
        public PartAssembly Assembly => assembly;

        public int Index => index;

        public Cohort Cohort => cohort;

        /// <summary>How often its deliberation failed.</summary>
        public int Failures { get; set; }

        /// <summary>Where it failed last.</summary>
        public string? FailedIn { get; set; }
    }

    /// <summary>The cohorts of the parts, in order.</summary>
    public static IEnumerable<Item> Of(IEnumerable<RunPart> parts, int cohortSize) => parts.SelectMany(part =>
    {
        var cohorts = part.Cohorts(cohortSize).ToArray();
        var assembly = new PartAssembly(part, cohorts.Length);
        return cohorts.Select((cohort, index) => new Item(assembly, index, cohort));
    });
}
