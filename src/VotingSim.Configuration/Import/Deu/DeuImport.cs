using System.Collections.Immutable;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>Makes a folder of cases of the table of the project Decision-making in the European Union.</summary>
public static class DeuImport
{
    /// <summary>What a voice of Commission and Parliament weighs in the draft where nobody says: as much as a member's.</summary>
    public const double OneVoice = 1;

    /// <summary>The most that it can weigh.</summary>
    public const double MostVoices = 1e6;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The table, separated by tabs, in Latin-1; <see cref="StandardInput"/> where it is a hyphen.</param>
    /// <param name="voices">Weight of Commission and Parliament in the draft. Range: 0 to <see cref="MostVoices"/>; 0 lets them only speak.</param>
    /// <exception cref="ConfigurationException">Something is wrong with the table, or no issue of it can be a case; every problem with its
    /// place.</exception>
    public static ImportedFolder Read(string path, double voices)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegative(voices);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(voices, MostVoices);
        var table = StandardInput.Is(path) ? "standard input" : QuotedText.OneLine(Path.GetFileName(path));
        var issues = DeuTable.Read(path);
        var dates = DeuDates.Of(issues);
        var made = issues.Select(issue => DeuCase.Of(issue, dates.Of(issue).Introduced, dates.Of(issue).Adopted)).ToArray();
        DeuCase[] cases = [.. made.Select(entry => entry.Case).OfType<DeuCase>()];
        var leftOut = LeftOut(made.Where(entry => entry.Case is null).Select(entry => entry.Reason));
        if (cases.Length == 0)
        {
            throw new ConfigurationException(
                [new Problem(Location.OfFile(path).Display, 0, 0, "", string.Join(' ', leftOut.Prepend("no issue can be a case.")))]);
        }

        string[] counts = [Taken(cases), .. leftOut, .. Counts(dates.Findings)];
        (string, string)[] files =
        [
            .. cases.Select(one => (one.File, one.Text(table, voices))),
            .. cases.Select(one => one.Treaty).DistinctBy(treaty => treaty.Members).OrderBy(treaty => treaty.Members)
                .Select(treaty => (treaty.MembersFile, DeuText.Members(treaty.Members))),
            .. cases.Select(one => one.Rule).Distinct().OrderBy(rule => rule.Name, StringComparer.Ordinal)
                .Select(rule => (rule.File, rule.Text())),
            ("dates.csv", DeuText.Dates(dates.Findings)),
            ("README.md", DeuText.ReadMe(table, counts, voices)),
        ];
        var stem = StandardInput.Is(path) ? "imported" : Path.GetFileNameWithoutExtension(path);
        return new(NameAttribute.IsOne(stem) ? stem : "imported", [.. files], cases.Length, [.. counts, .. Table(dates.Findings)]);
    }

    private static string Taken(DeuCase[] cases)
    {
        var proposals = cases.Select(one => one.Issue.Proposal).Distinct(StringComparer.Ordinal).Count();
        var timed = cases.Count(one => one is { Introduced: not null, Adopted: not null });
        return $"{cases.Length} {(cases.Length == 1 ? "issue" : "issues")} of {proposals} {(proposals == 1 ? "proposal" : "proposals")} "
            + $"{(cases.Length == 1 ? "is a case" : "are cases")}; both days are known of {timed}.";
    }

    private static string[] LeftOut(IEnumerable<string> reasons) =>
    [
        .. reasons.CountBy(reason => reason).OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => $"Left out: {reason.Value} with {reason.Key}."),
    ];

    private static IEnumerable<string> Counts(ImmutableArray<DeuDateFinding> findings) =>
        findings.CountBy(finding => finding.Date.State).OrderBy(state => state.Key).Select(state => state.Key switch
        {
            DeuDateState.Repaired => $"Repaired: {Days(state.Value)} whose day and year had changed places.",
            DeuDateState.Doubtful => $"Not used: {Days(state.Value)} in doubt.",
            _ => $"Missing: {Days(state.Value)}.",
        });

    private static string Days(int count) => count == 1 ? "1 day" : $"{count} days";

    /// <summary>The dates that were not simply read, in columns.</summary>
    private static IEnumerable<string> Table(ImmutableArray<DeuDateFinding> findings)
    {
        string[][] rows =
        [
            ["proposal", "column", "written", "read", "state", "reason"],
            .. findings.Select(finding => new[]
            {
                finding.Proposal, finding.Column, CsvFile.Quote(finding.Date.Written), finding.Read, finding.State, finding.Date.Reason,
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return findings.IsEmpty ? [] : rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
