using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Data;

/// <summary>Anybody's times to decision, as counts per group.</summary>
/// <param name="Groups">The groups in the order in which the file names them first; one without a name where none were asked for.</param>
public sealed record SurvivalData(ImmutableArray<(string Name, DurationCounts Durations)> Groups)
{
    /// <summary>The largest number of groups; more are hardly groups.</summary>
    public const int MostGroups = 26;

    /// <summary>The largest number of distinct times; more do not fit into bounded memory.</summary>
    public const int MostDistinctTimes = 1_000_000;

    /// <summary>Reads a table in which a row is a deliberation, or anything else with a duration.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">Column of the time until the event, or until the end of observation.</param>
    /// <param name="decided">Column that says which: 1 or true, 0 or false.</param>
    /// <param name="group">Column of the groups to compare, or null.</param>
    /// <exception cref="ConfigurationException">Every problem with the table.</exception>
    /// <remarks>Memory grows with the number of distinct times, not of rows.</remarks>
    public static SurvivalData Read(string path, string time, string decided, string? group)
    {
        using var table = CsvFile.Open(path);
        var timeColumn = table.Column(time, "a time of 0 or more");
        var decidedColumn = table.Column(decided, "1 or true (it happened), or 0 or false (censored)");
        var groupColumn = group is null ? default(CsvColumn?) : table.Column(group, "the name of a group");
        table.ThrowOnProblems();

        var groups = new List<(string Name, DurationCounts Durations)>();
        var byName = new Dictionary<string, DurationCounts>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var (rows, distinct) = (0L, 0);
        while (table.Read())
        {
            rows++;
            ReadOnlySpan<char> name = default;
            var isSound = TryTime(table, timeColumn, out var days) & TryDecided(table, decidedColumn, out var isDecided)
                & (groupColumn is null || table.TryText(groupColumn.Value, out name));
            if (!isSound)
            {
                continue;
            }

            if (!byName.TryGetValue(name, out var durations))
            {
                if (groups.Count == MostGroups)
                {
                    table.Report(groupColumn!.Value, $"this is the {MostGroups + 1}th group, '{CsvFile.Quote(name)}'; at most {MostGroups} can be compared, and this column may be another");
                    break;
                }

                byName[name] = durations = new();
                groups.Add((name.ToString(), durations));
            }

            distinct -= durations.DistinctTimes;
            durations.Add(days, isDecided);
            distinct += durations.DistinctTimes;
            if (distinct > MostDistinctTimes)
            {
                table.Report(timeColumn, $"there are more than {MostDistinctTimes} distinct times up to here; round them, e.g. to days");
                break;
            }
        }

        if (rows == 0)
        {
            table.Report("the table has no rows");
        }

        table.ThrowOnProblems();
        if (groups.TrueForAll(named => named.Durations.Decided == 0))
        {
            table.Report($"in no row does {decided} say 1 or true; where nothing happened, there is nothing to estimate");
            table.ThrowOnProblems();
        }

        return new([.. groups]);
    }

    private static bool TryTime(CsvFile table, CsvColumn column, out double time)
    {
        if (!table.TryNumber(column, out time))
        {
            return false;
        }

        if (time < 0)
        {
            table.Report(column, $"'{CsvFile.Quote(table.Text(column))}' is negative");
        }

        return time >= 0;
    }

    private static bool TryDecided(CsvFile table, CsvColumn column, out bool decided)
    {
        decided = false;
        if (!table.TryText(column, out var text))
        {
            return false;
        }

        decided = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        if (decided || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        table.Report(column, $"'{CsvFile.Quote(text)}' is no event code");
        return false;
    }
}
