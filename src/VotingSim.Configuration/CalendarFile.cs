using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace VotingSim.Configuration;

/// <summary>The key <c>calendar</c> of a members file: when the institution meets, by how hard a matter presses.</summary>
internal sealed record CalendarsMap
{
    [Description("For matters that are acute: people are dying, there is fighting, or a meeting ends within days.")]
    public CalendarMap? Acute { get; set; }

    [Description("For matters that press: there is a set date, or markets or neighbours are waiting.")]
    public CalendarMap? Pressing { get; set; }

    [Description("For matters that have time: a programme without a date.")]
    public CalendarMap? Slow { get; set; }
}

/// <summary>The calendar for one degree of pressure.</summary>
internal sealed record CalendarMap
{
    [Description("How long a matter waits for the agenda. Default: it does not.")]
    public AgendaMap? Agenda { get; set; }

    [Description("Day of the first session, counted from the opening of the table. Default 14."), Range(0, 1e6, MinimumIsExclusive = true)]
    public double? First { get; set; }

    [Description("Days between two sessions. Default 14."), Range(0, 1e6, MinimumIsExclusive = true)]
    public double? Every { get; set; }

    [Description("How long a chair that has a majority goes on seeking consensus, in days; 0 is off. Default 180."), Range(0, 1e6)]
    public double? Patience { get; set; }
}

/// <summary>A key <c>agenda</c>: the wait from the event to the opening of the table, lognormal and rounded up to whole days.</summary>
internal sealed record AgendaMap
{
    [Description("The median wait, in days; 0 opens the table at once. Default 0."), Range(0, 1e6)]
    public double? MedianDays { get; set; }

    [Description("Standard deviation of the logarithm of the wait. Default 1."), Range(0, 100)]
    public double? Spread { get; set; }
}
