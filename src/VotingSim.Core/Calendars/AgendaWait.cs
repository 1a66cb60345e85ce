namespace VotingSim.Calendars;

/// <summary>How long a matter waits for the agenda, from the event to the opening of the table: W, lognormal, rounded up to whole days. Nothing
/// moves meanwhile.</summary>
public sealed record AgendaWait
{
    /// <summary>A: the median wait. Unit: days; range: &gt;= 0; default 0, the table opens at once.</summary>
    public double MedianDays { get; init; }

    /// <summary>B: standard deviation of the logarithm of the wait. Range: &gt;= 0; default 1.</summary>
    public double Spread { get; init; } = 1;
}
