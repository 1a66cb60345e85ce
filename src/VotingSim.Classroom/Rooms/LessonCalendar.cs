using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>The days on which a room meets, in a sentence.</summary>
public static class LessonCalendar
{
    /// <summary>The sentence for the settings of a lesson.</summary>
    public static string Of(DeliberationSettings settings)
    {
        var (calendar, last) = (settings.Calendar, ClassroomWording.Day(settings.HorizonDays));
        var first = ClassroomWording.Day(calendar.FirstRoundDay);
        var interval = ClassroomWording.Day(calendar.RoundDays);
        return calendar.DayOf(1) > settings.HorizonDays
            ? Tell($"No wait for the agenda: one session, on day {last} after the event.")
            : Tell($"No wait for the agenda: sessions every {interval} days, from day {first} to day {last} after the event.");
    }
}
