using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using VotingSim.Grains;
using VotingSim.Grains.Clustering;

namespace VotingSim.Experiments.Running;

/// <summary>Tables in the silos of a cluster: as many in each as it has processors. A silo that joins gets tables, the tables of one that
/// leaves or dies are given up.</summary>
/// <remarks>Every table takes the next cohort when it has finished one, so that a silo does as many as it can.</remarks>
/// <param name="grains">Where the grains are called from.</param>
/// <param name="patience">How long no silo may give a sign of life before the run ends.</param>
/// <param name="logger">Told of silos that come and go.</param>
public sealed partial class TablesOfCluster(IGrainFactory grains, TimeSpan patience, ILogger<TablesOfCluster> logger) : ITables
{
    private static readonly TimeSpan BetweenRollCalls = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan BeforeASiloIsTriedAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRollCall = TimeSpan.FromSeconds(2);

    private const int RollCallers = 8; // a client's calls of one grain go through one silo: calls of several reach one that answers

    private readonly Guid _id = Guid.NewGuid(); // tables of other runs on the cluster have other names
    private readonly ConcurrentDictionary<SiloAddress, int> _processors = new();
    private readonly Dictionary<SiloAddress, PresentSilo> _strangers = [];
    private long _lastSign = Stopwatch.GetTimestamp();
    private int _tables;
    private int _rollCalls;

    /// <inheritdoc/>
    public async Task SeatAsync(Func<ITable, Task> sit, int? parallelism, CancellationToken cancellation)
    {
        var halls = new Dictionary<SiloAddress, Hall>();
        var left = new List<Hall>();
        using var end = new CancellationTokenSource();
        Sign();
        try
        {
            // A table that stops of itself found nothing left to do; then the others do so too.
            while (!cancellation.IsCancellationRequested && !halls.Values.Any(hall => hall.HasNothingToDo))
            {
                var present = await PresentAsync();
                foreach (var silo in present.Where(silo => !halls.ContainsKey(silo)))
                {
                    LogJoined(silo);
                    halls[silo] = new(end.Token);
                }

                foreach (var (silo, hall) in halls.Where(hall => present.Length > 0 && !present.Contains(hall.Key)).ToArray())
                {
                    LogLeft(silo);
                    hall.GiveUp();
                    halls.Remove(silo);
                    left.Add(hall);
                }

                foreach (var (silo, hall) in halls)
                {
                    hall.Sweep();
                    Fill(silo, hall, sit, parallelism);
                }

                if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastSign)) is var silence && silence > patience)
                {
                    throw new ClusterLostException(_strangers.Count == 0
                        ? $"No silo of the cluster has answered for {silence.TotalSeconds:F0} seconds."
                        : $"For {silence.TotalSeconds:F0} seconds the cluster has had no silo of this engine, {Engine.Current}, but "
                            + $"{string.Join(", ", _strangers.Values)}. Use the same version of votingsim on every machine.");
                }

                await Task.WhenAny([Task.Delay(BetweenRollCalls, CancellationToken.None), .. halls.Values.SelectMany(hall => hall.Tables)]);
            }

            foreach (var hall in halls.Values.Concat(left))
            {
                await Task.WhenAll(hall.Tables)
                    .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                hall.Sweep();
            }

            cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    private void Fill(SiloAddress silo, Hall hall, Func<ITable, Task> sit, int? parallelism)
    {
        // How many processors a silo has, it tells with the first cohort.
        var wanted = parallelism ?? _processors.GetValueOrDefault(silo, 1);
        while (!hall.IsLeaving && hall.Tables.Count < wanted && Stopwatch.GetElapsedTime(hall.LastLoss) > BeforeASiloIsTriedAgain)
        {
            var table = new SiloTable(this, silo, grains.GetGrain<IChairGrain>($"run-{_id:N}-table-{_tables++}"), hall.GivenUp);
            hall.Tables.Add(Task.Run(async () =>
            {
                try
                {
                    await sit(table);
                }
                catch (TableLostException e)
                {
                    LogLost(silo, e.Message);
                    hall.LastLoss = Stopwatch.GetTimestamp();
                    hall.IsLeaving |= e.InnerException is AdjournedException;
                    throw;
                }
            }));
        }
    }

    private async Task<SiloAddress[]> PresentAsync()
    {
        try
        {
            var present = await grains.GetGrain<IRollCallGrain>(_rollCalls++ % RollCallers).PresentAsync().WaitAsync(LongestRollCall);
            foreach (var stranger in present.Where(silo => !silo.IsOfThisEngine))
            {
                if (_strangers.TryAdd(stranger.Silo, stranger))
                {
                    LogStranger(stranger, Engine.Current);
                }
            }

            foreach (var gone in _strangers.Keys.Except(present.Select(silo => silo.Silo)).ToArray())
            {
                _strangers.Remove(gone);
            }

            SiloAddress[] own = [.. present.Where(silo => silo.IsOfThisEngine).Select(silo => silo.Silo)];
            if (own.Length > 0)
            {
                Sign();
            }

            return own;
        }
        catch (Exception e) when (IsOfTheWay(e))
        {
            return []; // nobody answers: all is left as it is, until patience ends
        }
    }

    private void Sign() => Interlocked.Exchange(ref _lastSign, Stopwatch.GetTimestamp());

    // Faults of the network, of Orleans or of a silo's end, not of a deliberation.
    private static bool IsOfTheWay(Exception e) =>
        e is OrleansException or TimeoutException or AdjournedException or StrangeEngineException or TableLostException or OperationCanceledException
            or System.Net.Sockets.SocketException or IOException or ObjectDisposedException;

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Silo {Silo} takes part")]
    private partial void LogJoined(SiloAddress silo);

    [LoggerMessage(
        EventId = 2002, Level = LogLevel.Warning, Message = "Silo {Silo} has left; what its tables were at work on is deliberated elsewhere")]
    private partial void LogLeft(SiloAddress silo);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "Silo {Silo} gets no work: this command is of engine {Engine}")]
    private partial void LogStranger(PresentSilo silo, Engine engine);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "A table of silo {Silo} is lost: {Reason}")]
    private partial void LogLost(SiloAddress silo, string reason);

    /// <summary>The tables of one silo.</summary>
    private sealed class Hall(CancellationToken end)
    {
        private readonly CancellationTokenSource _givenUp = CancellationTokenSource.CreateLinkedTokenSource(end);

        public List<Task> Tables { get; } = [];

        public CancellationToken GivenUp => _givenUp.Token;

        public long LastLoss { get; set; }

        /// <summary>Whether the silo hands its cohorts back: it gets no more.</summary>
        public bool IsLeaving { get; set; }

        public bool HasNothingToDo => Tables.Exists(table => table.IsCompletedSuccessfully);

        /// <summary>Nobody waits for the silo's answers any more.</summary>
        public void GiveUp() => _givenUp.Cancel();

        /// <summary>Takes away tables that were lost; what else went wrong at a table ends the run.</summary>
        public void Sweep()
        {
            foreach (var table in Tables.Where(table => table.IsFaulted).ToArray())
            {
                Tables.Remove(table);
                if (table.Exception!.InnerException is { } fault and not TableLostException)
                {
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
                }
            }
        }
    }
}
