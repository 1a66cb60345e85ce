using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Runs;

/// <summary>Deliberates the worlds that pages ask for while their sliders move: a few of them at a time whoever asks, and with rests while people
/// are in a room.</summary>
/// <param name="isInSession">Whether people are in a room now.</param>
/// <param name="clock">The clock.</param>
public sealed class OtherWorlds(Func<bool> isInSession, TimeProvider clock) : IDisposable
{
    // A chunk takes a few milliseconds: whoever waits behind another page hardly notices.
    private const int Chunk = 100;

    private readonly SemaphoreSlim _free = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The worlds of a classroom.</summary>
    public OtherWorlds(RoomRegister rooms, TimeProvider clock)
        : this(() => rooms.IsInSession, clock)
    {
    }

    /// <summary>Deliberates until a sample has so many worlds.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="worlds">How many it is to have.</param>
    /// <param name="cancellation">Stops between two chunks.</param>
    public async Task FillAsync(LiveSample sample, int worlds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sample);
        while (sample.Done < worlds)
        {
            await _free.WaitAsync(cancellation);
            var began = clock.GetTimestamp();
            try
            {
                await sample.AddAsync(Math.Min(Chunk, worlds - sample.Done));
            }
            finally
            {
                _free.Release();
            }

            if (isInSession())
            {
                await Task.Delay(YieldingTables.Rest * clock.GetElapsedTime(began), clock, cancellation);
            }
        }
    }

    public void Dispose() => _free.Dispose();
}
