using VotingSim.Experiments.Running;

namespace VotingSim.Experiments.Tests.Results;

/// <summary>Interrupts a run once so many replications are done.</summary>
internal sealed class StopAt(long done, CancellationTokenSource stop) : IProgress<RunProgress>
{
    public void Report(RunProgress value)
    {
        if (value.Done >= done)
        {
            stop.Cancel();
        }
    }
}
