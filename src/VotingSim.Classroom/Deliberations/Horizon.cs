using VotingSim.Calendars;

namespace VotingSim.Classroom.Deliberations;

/// <summary>How long the classroom looks at a matter, by the calendar on which its members meet on it.</summary>
public static class Horizon
{
    private const int DaysOfYear = 365;

    /// <summary>Two years, and three median waits for the agenda on top of them, in whole years: about four of five matters are then on the table for
    /// two years or more. Unit: days from the event.</summary>
    public static double OfTable(SessionCalendar calendar) => DaysOfYear * (2 + Math.Floor(3 * calendar.Agenda.MedianDays / DaysOfYear));

    /// <summary>The day of the last session of a lesson, which does not wait for the agenda. Unit: days from the event.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="rounds">Sessions until time is up; at least 1.</param>
    public static double OfLesson(SessionCalendar calendar, int rounds) => calendar.DayOf(rounds - 1);
}
