namespace VotingSim.Calendars;

/// <summary>An institution's calendar for each degree of pressure.</summary>
/// <remarks>Read by configurations, which choose one of them for a crisis; the engine sees only the one that was chosen.</remarks>
public sealed record PressureCalendars
{
    /// <summary>For matters that are acute.</summary>
    public required SessionCalendar Acute { get; init; }

    /// <summary>For matters that press.</summary>
    public required SessionCalendar Pressing { get; init; }

    /// <summary>For matters that have time.</summary>
    public required SessionCalendar Slow { get; init; }

    /// <summary>The calendar for a degree of pressure.</summary>
    public SessionCalendar For(Pressure pressure) => pressure switch
    {
        Pressure.Acute => Acute,
        Pressure.Pressing => Pressing,
        Pressure.Slow => Slow,
        var other => throw new ArgumentOutOfRangeException(nameof(pressure), other, "There is no such pressure."),
    };
}
