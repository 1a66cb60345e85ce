namespace VotingSim.Grains;

/// <summary>The cohorts that the tables of this silo are at work on. A silo that is asked to stop takes no more, and leaves when these are
/// finished.</summary>
internal sealed class Sittings : ILifecycleParticipant<ISiloLifecycle>
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private bool _isLeaving;

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

    private Task AdjournAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            _isLeaving = true;
            LeaveIfOver();
        }

        return _over.Task.WaitAsync(cancellation);
    }

    private void LeaveIfOver()
    {
        if (_isLeaving && _underWay == 0)
        {
            _over.TrySetResult();
        }
    }
}
