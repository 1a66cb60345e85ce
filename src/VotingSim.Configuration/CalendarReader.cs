using VotingSim.Calendars;

namespace VotingSim.Configuration;

/// <summary>Chooses the calendar of a matter: what is not said further on is taken from what was said before.</summary>
internal static class CalendarReader
{
    /// <summary>The calendars with every default written out; null where there are none.</summary>
    public static CalendarsMap? Complete(CalendarsMap? calendars) => calendars is null ? null : new()
    {
        Acute = Write(Over(calendars.Acute, new())),
        Pressing = Write(Over(calendars.Pressing, new())),
        Slow = Write(Over(calendars.Slow, new())),
    };

    /// <summary>The calendars of a table; null where it has none of its own.</summary>
    public static PressureCalendars? Seat(CalendarsMap? calendars) => calendars is null ? null : new()
    {
        Acute = Over(calendars.Acute, new()),
        Pressing = Over(calendars.Pressing, new()),
        Slow = Over(calendars.Slow, new()),
    };

    /// <summary>The calendar of a crisis at a table: the default, over it the table's for the crisis's pressure, over it the crisis's own
    /// wait, over it the experiment's.</summary>
    public static SessionCalendar Resolve(PressureCalendars? table, CrisisFile crisis, DeliberationMap experiment)
    {
        var calendar = table is not null && PressureOf(crisis) is { } pressure ? table.For(pressure) : new SessionCalendar();
        return calendar with
        {
            Agenda = Over(experiment.Agenda, Over(crisis.Agenda, calendar.Agenda)),
            FirstRoundDay = experiment.FirstRoundDay ?? calendar.FirstRoundDay,
            RoundDays = experiment.RoundDays ?? calendar.RoundDays,
            PatienceDays = experiment.PatienceDays ?? calendar.PatienceDays,
        };
    }

    /// <summary>How hard a crisis presses; null where it does not say.</summary>
    public static Pressure? PressureOf(CrisisFile crisis) =>
        crisis.Pressure is { } word ? ConfigurationWord.Parse<Pressure>(word) : null;

    /// <summary>What a map says of the wait, and where it is silent <paramref name="other"/>.</summary>
    public static AgendaWait Over(AgendaMap? map, AgendaWait other) => new()
    {
        MedianDays = map?.MedianDays ?? other.MedianDays,
        Spread = map?.Spread ?? other.Spread,
    };

    private static SessionCalendar Over(CalendarMap? map, SessionCalendar other) => new()
    {
        Agenda = Over(map?.Agenda, other.Agenda),
        FirstRoundDay = map?.First ?? other.FirstRoundDay,
        RoundDays = map?.Every ?? other.RoundDays,
        PatienceDays = map?.Patience ?? other.PatienceDays,
    };

    private static CalendarMap Write(SessionCalendar calendar) => new()
    {
        Agenda = new() { MedianDays = calendar.Agenda.MedianDays, Spread = calendar.Agenda.Spread },
        First = calendar.FirstRoundDay,
        Every = calendar.RoundDays,
        Patience = calendar.PatienceDays,
    };
}
