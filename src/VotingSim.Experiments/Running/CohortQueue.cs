using System.Diagnostics;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Running;

/// <summary>The cohorts that are to be deliberated, in order, so that no more parts are open than there are tables; those that come back
/// because they failed go first.</summary>
/// <param name="cohorts">The cohorts.</param>
/// <param name="count">How many there are, for those who watch.</param>
internal sealed class CohortQueue(IEnumerable<QueuedCohort> cohorts, long count) : IDisposable
{
    private readonly IEnumerator<QueuedCohort> _cohorts = cohorts.GetEnumerator();
    private readonly Lock _lock = new();
    private readonly List<(QueuedCohort Cohort, long NotBefore, TimeSpan Elsewhere)> _back = [];
    private readonly HashSet<string> _sites = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private bool _isExhausted;
    private long _waiting = Announced(count);

    public void Dispose()
    {
        RunTelemetry.Waiting.Add(-_waiting);
        _cohorts.Dispose();
    }

    /// <summary>The next cohort for a table at a site; null when all are done.</summary>
    /// <exception cref="OperationCanceledException">The run is to stop.</exception>
    public async ValueTask<QueuedCohort?> NextAsync(string site, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Task changed;
            TimeSpan? wait;
            lock (_lock)
            {
                _sites.Add(site);
                if (Take(site, out wait) is { } cohort)
                {
                    _underWay++;
                    Wait(-1);
                    return cohort;
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

    /// <summary>A cohort that was taken is to be taken again.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="after">After which time.</param>
    /// <param name="elsewhere">How much longer it is kept for tables at other sites than the one where it failed.</param>
    public void Return(QueuedCohort cohort, TimeSpan after, TimeSpan elsewhere)
    {
        lock (_lock)
        {
            _underWay--;
            Wait(1);
            _back.Add((cohort, Stopwatch.GetTimestamp() + (long)(after.TotalSeconds * Stopwatch.Frequency), elsewhere));
            Announce();
        }
    }

    private QueuedCohort? Take(string site, out TimeSpan? wait)
    {
        var now = Stopwatch.GetTimestamp();
        wait = null;
        for (var index = 0; index < _back.Count; index++)
        {
            var (cohort, notBefore, elsewhere) = _back[index];
            var kept = cohort.FailedAt == site && _sites.Count > 1 ? (long)(elsewhere.TotalSeconds * Stopwatch.Frequency) : 0;
            var left = Stopwatch.GetElapsedTime(now, notBefore + kept);
            if (left <= TimeSpan.Zero)
            {
                _back.RemoveAt(index);
                return cohort;
            }

            wait = wait is { } shortest && shortest < left ? shortest : left;
        }

        while (!_isExhausted)
        {
            if (!_cohorts.MoveNext())
            {
                _isExhausted = true;
            }
            else if (!_cohorts.Current.Assembly.HasFailed)
            {
                return _cohorts.Current;
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

    /// <summary>The queue of the cohorts of some parts, in order.</summary>
    public static CohortQueue Of(RunPart[] parts, int cohortSize) =>
        new(parts.SelectMany(part => CohortsOf(part, cohortSize)),
            parts.Sum(part => part.Slices.Sum(slice => (slice.Count + cohortSize - 1L) / cohortSize)));

    private static IEnumerable<QueuedCohort> CohortsOf(RunPart part, int size)
    {
        var cohorts = part.Slices.SelectMany(slice => slice.Cohorts(size).Select(cohort => (slice.Arm, Cohort: cohort))).ToArray();
        var assembly = new PartAssembly(part, cohorts.Length);
        return cohorts.Select((cohort, index) => new QueuedCohort(assembly, index, cohort.Arm, cohort.Cohort));
    }
}
