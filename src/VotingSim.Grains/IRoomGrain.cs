namespace VotingSim.Grains;

/// <summary>One deliberation that people watch, and may take part in, a round at a time: a cohort of one. Key: any name.</summary>
/// <remarks>The rounds depend on the order and on what people did, and on nothing else: convened again with the same acts, a room is where
/// it was.</remarks>
[Alias("votingsim.room")]
public interface IRoomGrain : IGrainWithStringKey
{
    /// <summary>How long a call may take: it needs milliseconds, but its silo may be gone.</summary>
    const string Patience = "00:00:08";

    /// <summary>Opens the deliberation from its beginning, whatever the room held before.</summary>
    /// <returns>What the first round will be about.</returns>
    [Alias("convene"), ResponseTimeout(Patience)]
    Task<AgendaMessage> ConveneAsync(RoomOrder order);

    /// <summary>Holds the round that comes.</summary>
    /// <param name="acts">What people do in it; seats that nobody plays are played by their grains.</param>
    /// <exception cref="InvalidOperationException">The room was not convened, or its deliberation has ended.</exception>
    [Alias("hold"), ResponseTimeout(Patience)]
    Task<RoundMessage> HoldRoundAsync(RoundActs acts);

    /// <summary>Sends everybody home; the room forgets its deliberation.</summary>
    [Alias("close")]
    Task CloseAsync();
}
