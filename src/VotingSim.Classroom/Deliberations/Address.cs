using System.Collections.Immutable;
using System.Globalization;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Reads what an address says; what it does not say, or says wrongly, is at its default.</summary>
public static class Address
{
    private const int MostRounds = 100_000;
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>What the class has chosen.</summary>
    public static TableChoice Choice(
        string? crisis, string? members, IReadOnlyList<string> rules, string? seed, string? replication, string? rounds = null)
    {
        var usual = new TableChoice();
        var named = rules.Select(Name).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new()
        {
            Crisis = Name(crisis) ?? usual.Crisis,
            Members = Name(members) ?? usual.Members,
            Rules = named.IsEmpty ? usual.Rules : named,
            Seed = ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual.Seed,
            Replication = uint.TryParse(replication, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : usual.Replication,
            Rounds = int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostRounds
                ? count
                : null,
        };
    }

    /// <summary>The round that is looked at.</summary>
    public static int Round(string? round) =>
        int.TryParse(round, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, MostRounds) : 0;

    /// <summary>A day of the calendar.</summary>
    public static DateOnly? Day(string? day) =>
        DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 2200
            ? date
            : null;

    /// <summary>A day of the calendar as an address says it.</summary>
    public static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string? Name(string? name) => string.IsNullOrWhiteSpace(name) || name.Length > 100 ? null : name;
}
