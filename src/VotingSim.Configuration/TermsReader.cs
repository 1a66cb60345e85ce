using VotingSim.Deliberation;

namespace VotingSim.Configuration;

/// <summary>Reads members, a crisis and a rule into the terms of one deliberation, for a program that uses the engine by itself.</summary>
public static class TermsReader
{
    /// <summary>Reads all three together, so that every problem of each is found at once.</summary>
    /// <param name="members">The path of a members file, or the name of a shipped one such as <c>asean-10</c>.</param>
    /// <param name="crisis">The path of a crisis file, or the name of a shipped one such as <c>myanmar-2021</c>.</param>
    /// <param name="rule">The path of a rule file, or the name of a shipped one such as <c>consensus</c>.</param>
    /// <param name="settings">How the deliberation runs; null for the defaults, with the table's calendar for the crisis.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <exception cref="ConfigurationException">Something is wrong with a file, or they do not fit one another.</exception>
    public static DeliberationTerms Read(string members, string crisis, string rule, DeliberationSettings? settings = null, ulong seed = 1)
    {
        var reading = new Reading();
        var table = reading.Open(members, ConfigurationKind.Members, []) is { } seats ? RosterReader.Resolve(seats) : null;
        var roster = table is null ? null : RosterReader.Seat(table);
        var matter = reading.Open(crisis, ConfigurationKind.Crisis, []) is { } place ? CrisisReader.Resolve(place, table, overrides: null) : null;
        var resolved = reading.Open(rule, ConfigurationKind.Rule, []) is { } form ? new RuleReader(reading, roster).ReadFile(form) : null;
        return reading.Result(roster is null || matter is null || resolved is null ? null : new DeliberationTerms
        {
            Roster = roster,
            Crisis = CrisisReader.Seat(matter, table!),
            Rule = resolved.Rule,
            Settings = settings ?? new() { Calendar = CalendarReader.Resolve(roster.Calendars, matter, new()) },
            Seed = seed,
        });
    }
}
