using VotingSim.Experiments.Plan;

namespace VotingSim.Testing;

/// <summary>Interrupts a run once so many replications are done.</summary>
public sealed class StopAt(long done, CancellationTokenSource stop) : IProgress<RunProgress>
{
    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        if (value.Done >= done)
        {
            stop.Cancel();
        }
    }
}
