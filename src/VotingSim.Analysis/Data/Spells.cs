using System.Globalization;
using VotingSim.Configuration;

namespace VotingSim.Analysis.Data;

/// <summary>What rows that are spells of the same subjects say together.</summary>
/// <param name="Subjects">Number of subjects.</param>
/// <param name="Events">Number of events.</param>
/// <param name="HasRepeatedEvents">Whether an event happened twice to one of them.</param>
internal sealed record Spells(long Subjects, long Events, bool HasRepeatedEvents)
{
    /// <summary>Counts them.</summary>
    /// <exception cref="ConfigurationException">Two spells of a subject overlap, which would count it twice among those at risk.</exception>
    public static Spells Of(IReadOnlyList<(SurvivalRow Row, long Count)> rows, IReadOnlyList<string> names, Func<SurvivalRow, bool> isEvent)
    {
        var problems = new List<Problem>();
        var (subjects, events, isRepeated) = (0L, 0L, false);
        foreach (var subject in rows.Select(pair => pair.Row).GroupBy(row => row.Id))
        {
            var (own, before) = (0, default(SurvivalRow?));
            foreach (var row in subject.OrderBy(row => row.Entry).ThenBy(row => row.Time))
            {
                if (before is { } earlier && row.Entry < earlier.Time)
                {
                    problems.Add(new("--id", 0, 0, "", $"two rows of '{CsvFile.Quote(names[row.Id])}' overlap, {Text(earlier)} and {Text(row)}; "
                        + "expected spells that follow one another, with --entry as their begin "
                        + "(for rows that merely depend on each other there is --cluster)"));
                    break;
                }

                before = row;
                own += isEvent(row) ? 1 : 0;
            }

            subjects++;
            events += own;
            isRepeated |= own > 1;
        }

        return problems.Count == 0
            ? new(subjects, events, isRepeated)
            : throw new ConfigurationException([.. problems.Take(CsvFile.MostProblems)], Math.Max(0, problems.Count - CsvFile.MostProblems));
    }

    private static string Text(SurvivalRow row) => double.IsNegativeInfinity(row.Entry)
        ? string.Create(CultureInfo.InvariantCulture, $"up to {row.Time}")
        : string.Create(CultureInfo.InvariantCulture, $"({row.Entry}, {row.Time}]");
}
