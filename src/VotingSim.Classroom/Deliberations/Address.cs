using System.Collections.Immutable;
using System.Globalization;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Reads what an address says; what it does not say is at its default. What cannot be read is kept, to be told.</summary>
public static class Address
{
    private const int MostRounds = 100_000;
    private const int LongestWrong = 40;
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>What the class has chosen.</summary>
    public static TableChoice Choice(
        string? crisis, string? members, IReadOnlyList<string> rules, string? seed, string? replication, string? rounds = null)
    {
        var usual = new TableChoice();
        var (number, badSeed) = Seed(seed, usual.Seed);
        var hasReplication = uint.TryParse(replication, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        var named = rules.Select(Name).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new()
        {
            Crisis = Name(crisis) ?? usual.Crisis,
            Members = Name(members) ?? usual.Members,
            Rules = named.IsEmpty ? usual.Rules : named,
            Seed = number,
            BadSeed = badSeed,
            Replication = hasReplication ? index : usual.Replication,
            BadReplication = hasReplication || string.IsNullOrWhiteSpace(replication) ? null : Short(replication),
            Rounds = int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostRounds
                ? count
                : null,
        };
    }

    /// <summary>A seed as it was typed; what is none is told, and never another seed in silence.</summary>
    /// <param name="typed">What was typed; nothing for the usual one.</param>
    /// <param name="usual">The usual one.</param>
    public static (ulong Seed, string? Wrong) Seed(string? typed, ulong usual) =>
        ulong.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? (seed, null)
            : (usual, string.IsNullOrWhiteSpace(typed) ? null : Short(typed));

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

    private static string Short(string text) => text.Length <= LongestWrong ? text : text[..LongestWrong] + "…";

    private static string? Name(string? name) => string.IsNullOrWhiteSpace(name) || name.Length > 100 ? null : name;
}
