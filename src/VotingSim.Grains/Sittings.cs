namespace VotingSim.Grains;

/// <summary>The cohorts that the tables of this silo are at work on. A silo that is asked to stop takes no more, and leaves when these are
/// finished: within a second, after which what is left is handed back, to be deliberated elsewhere.</summary>
internal sealed class Sittings : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private bool _isLeaving;
    private volatile bool _areOver;

    /// <summary>Whether a table gives up what it is at work on.</summary>
    public bool AreOver => _areOver;

    /// <summary>Begins a cohort, unless the silo is leaving.</summary>
    public bool TryBegin()
    {
        lock (_lock)
        {
            if (_isLeaving)
            {
                return false;
            }

            _underWay++;
            return true;
        }
    }

    /// <summary>Ends a cohort.</summary>
    public void End()
    {
        lock (_lock)
        {
            _underWay--;
            LeaveIfOver();
        }
    }

    // Stages are stopped from the last to the first: this one before the silo tells the others that it leaves, and before it puts its grains to rest.
    void ILifecycleParticipant<ISiloLifecycle>.Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(Sittings), ServiceLifecycleStage.Last, _ => Task.CompletedTask, AdjournAsync);

    private async Task AdjournAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            _isLeaving = true;
            LeaveIfOver();
        }

        await Task.WhenAny(_over.Task, Task.Delay(Grace, cancellation));
        _areOver = true;
        await _over.Task.WaitAsync(cancellation); // no longer than a round
    }

    private void LeaveIfOver()
    {
        if (_isLeaving && _underWay == 0)
        {
            _over.TrySetResult();
        }
    }
}
