namespace VotingSim.Calendars;

/// <summary>How hard a matter presses an institution to meet. Not to be confused with urgency, which is what waiting costs a member.</summary>
public enum Pressure
{
    /// <summary>People are dying, there is fighting, or a meeting ends within days.</summary>
    Acute,

    /// <summary>There is a set date, or markets or neighbours are waiting.</summary>
    Pressing,

    /// <summary>A programme without a date.</summary>
    Slow,
}
