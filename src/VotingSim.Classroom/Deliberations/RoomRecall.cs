using VotingSim.Grains;

namespace VotingSim.Classroom.Deliberations;

/// <summary>
/// A room's grain may forget: it and its members are put to rest when nobody comes for a while, and their silo can die.
/// It is then told everything again.
/// </summary>
/// <remarks>A room is a function of its order and its acts, so that it comes to where it was.</remarks>
internal static class RoomRecall
{
    // A cluster takes some seconds to notice that a silo is gone.
    private const int MostAttempts = 10;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>Opens a room; null where the matter does not reach the agenda in time for a session.</summary>
    public static Task<AgendaMessage?> OpenAsync(this IRoomGrain room, RoomOrder order) => TryAsync(() => room.ConveneAsync(order));

    /// <summary>Holds the round that comes, after those before it where the grain has forgotten them.</summary>
    /// <param name="room">The room. Its deliberation has not ended.</param>
    /// <param name="order">What it deliberates on.</param>
    /// <param name="before">What people did in the rounds before.</param>
    /// <param name="acts">What they do in this one.</param>
    public static async Task<RoundMessage> HoldAsync(this IRoomGrain room, RoomOrder order, IReadOnlyCollection<RoundActs> before, RoundActs acts)
    {
        try
        {
            if (await room.HoldRoundAsync(acts) is var message && message.Round.Round == before.Count)
            {
                return message;
            }
        }
        catch (Exception e) when (e is InvalidOperationException or OrleansException or TimeoutException)
        {
            // It has forgotten, or is gone.
        }

        return await room.HoldAgainAsync(order, before, acts);
    }

    /// <summary>Holds a round from the beginning of its deliberation, whatever the grain has held since.</summary>
    /// <param name="room">The room.</param>
    /// <param name="order">What it deliberates on.</param>
    /// <param name="before">What people did in the rounds before.</param>
    /// <param name="acts">What they do in this one.</param>
    public static Task<RoundMessage> HoldAgainAsync(this IRoomGrain room, RoomOrder order, IEnumerable<RoundActs> before, RoundActs acts) =>
        TryAsync(async () =>
        {
            await room.ConveneAsync(order);
            foreach (var held in before)
            {
                await room.HoldRoundAsync(held);
            }

            return await room.HoldRoundAsync(acts);
        });

    /// <summary>Calls, and calls again where the silo that was called is gone.</summary>
    public static async Task<T> TryAsync<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception e) when ((e is OrleansException or TimeoutException) && attempt < MostAttempts)
            {
                await Task.Delay(Between);
            }
        }
    }
}
