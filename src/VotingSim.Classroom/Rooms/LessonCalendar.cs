using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Rooms;

/// <summary>The days on which a room meets, in a sentence.</summary>
public static class LessonCalendar
{
    /// <summary>The sentence for the settings of a lesson.</summary>
    public static string Of(DeliberationSettings settings)
    {
        var (calendar, last) = (settings.Calendar, ClassroomWording.Day(settings.HorizonDays));
        var first = ClassroomWording.Day(calendar.FirstRoundDay);
        var sessions = calendar.DayOf(1) > settings.HorizonDays
            ? $"one session, on day {last}"
            : $"sessions every {ClassroomWording.Day(calendar.RoundDays)} days, from day {first} to day {last}";
        return $"No wait for the agenda: {sessions} after the event.";
    }
}
