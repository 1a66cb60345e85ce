namespace VotingSim.Calendars;

/// <summary>When an institution meets on a matter: how long the matter waits for the agenda, the days of its sessions, and how long a majority is
/// held back for consensus.</summary>
/// <remarks>As the engine reads it, every choice between an institution's calendars, a crisis's wait and an experiment's wishes has been
/// made.</remarks>
public sealed record SessionCalendar
{
    /// <summary>A and B: the wait for the agenda. Default: none.</summary>
    public AgendaWait Agenda { get; init; } = new();

    /// <summary>F: the day of the first session. Unit: days after the opening; range: &gt; 0; default 14.</summary>
    public double FirstRoundDay { get; init; } = 14;

    /// <summary>L: the interval between two sessions. Unit: days; range: &gt; 0; default 14.</summary>
    public double RoundDays { get; init; } = 14;

    /// <summary>omega: how long a chair that has a majority goes on seeking consensus. Unit: days; range: &gt;= 0; 0 lets the rule alone decide;
    /// default 180.</summary>
    /// <remarks>At 180 days three in four majority decisions pass unopposed, as acts of the EU's Council under qualified majority do.</remarks>
    public double PatienceDays { get; init; } = 180;

    /// <summary>d_r = F + r L: the day of session <paramref name="round"/>. Unit: days after the opening.</summary>
    public double DayOf(int round) => FirstRoundDay + (round * RoundDays);
}
