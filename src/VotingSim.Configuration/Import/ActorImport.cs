using System.Globalization;
using VotingSim.Crises;
using VotingSim.Members;

namespace VotingSim.Configuration.Import;

/// <summary>Makes a members file and a crisis file of somebody's table of actors and issues.</summary>
public static class ActorImport
{
    /// <summary>How a source is laid out where nobody says: as a scenario of KTAB where it is one, else as actors.</summary>
    /// <exception cref="ConfigurationException">There is no such file, or it cannot be read.</exception>
    public static ImportLayout LayoutOf(string path)
    {
        if (Path.GetExtension(path).Equals(".xml", StringComparison.OrdinalIgnoreCase))
        {
            return ImportLayout.Ktab;
        }

        if (WorkbookFile.IsOne(path) || StandardInput.Is(path))
        {
            return ImportLayout.Actors; // what comes once cannot be looked at before
        }

        using var table = CsvFile.Open(path);
        string[] cells = [.. table.Columns.Where(cell => cell.Length > 0)];
        return cells.Length == 4 && cells[2..].All(cell => CountIn(cell) is not null) ? ImportLayout.Ktab : ImportLayout.Actors;
    }

    /// <summary>Reads a source.</summary>
    /// <param name="path">A table (.csv, .tsv, .xlsx; <see cref="StandardInput"/> where it is a hyphen) or, of KTAB, a scenario (.csv, .xml).</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="options">What the user says of it.</param>
    /// <returns>The two files as texts, and what was assumed on the way.</returns>
    /// <exception cref="ConfigurationException">Something is wrong with the source; every problem with its place.</exception>
    public static ImportedFiles Read(string path, ImportLayout layout, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        if (layout == ImportLayout.Deu)
        {
            throw new ArgumentException("A table of decisions becomes a folder of cases, not one crisis.", nameof(layout));
        }

        var stem = StandardInput.Is(path) ? "imported" : Path.GetFileNameWithoutExtension(path);
        var source = layout == ImportLayout.Ktab && Path.GetExtension(path).Equals(".xml", StringComparison.OrdinalIgnoreCase)
            ? KtabXml.Read(path, options)
            : ReadTable(path, layout, options, options.Name ?? stem);
        var name = new[] { options.Name, source.Name, stem }.OfType<string>().FirstOrDefault(NameAttribute.IsOne, "imported");
        return Complete(path, source, name, layout, options);
    }

    private static ActorSource ReadTable(string path, ImportLayout layout, ImportOptions options, string only)
    {
        if (WorkbookFile.IsOne(path))
        {
            using var sheet = WorkbookFile.Open(path, options.Sheet);
            return TableSource.Read(sheet, options, only);
        }

        using var table = CsvFile.Open(path, hasTitle: layout == ImportLayout.Ktab);
        var source = TableSource.Read(table, options, only);
        if (layout == ImportLayout.Ktab)
        {
            ReadTitle(table, path, source, options);
        }

        return source;
    }

    /// <summary>The line above the header: name, description, number of actors, number of dimensions.</summary>
    private static void ReadTitle(CsvFile table, string path, ActorSource source, ImportOptions options)
    {
        var title = table.Title;
        (source.Name, source.Description) = (title[0], title.Length > 1 ? title[1] : "");
        var said = title.Skip(2).Take(2).Select(CountIn).ToArray();
        if (said.Length == 2 && (said[0] != source.Actors.Count || (said[1] != source.Issues.Count && options.Issues.IsEmpty)))
        {
            table.Report(
                $"{Path.GetFileName(path)} has {source.Actors.Count} actors and {source.Issues.Count} dimensions, but its first line says "
                + $"{title[2]} and {title[3]}; expected as many");
            table.ThrowOnProblems();
        }
    }

    private static int? CountIn(string cell) => int.TryParse(cell, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>Fills in what the source does not say, each time with a note.</summary>
    private static ImportedFiles Complete(string path, ActorSource source, string name, ImportLayout layout, ImportOptions options)
    {
        var problems = new List<string>();
        foreach (var missing in options.Issues.Where(issue => !source.Issues.ContainsKey(issue)))
        {
            problems.Add($"there is no issue '{CsvFile.Quote(missing)}'{Nearest.Hint(missing, source.Issues.Keys)}");
        }

        string[] issues = [.. source.Issues.Keys];
        ActorRow[] actors = [.. source.Actors.Values.Where(actor => actor.Views.Values.Any(view => view.Position is not null))];
        if (actors.Length is 0 or > Roster.MaximumSize)
        {
            problems.Add($"there are {actors.Length} actors with a position; expected 1 to {Roster.MaximumSize}");
        }

        if (issues.Length > Crisis.MaximumIssues)
        {
            problems.Add(
                $"there are {issues.Length} issues; expected at most {Crisis.MaximumIssues}, chosen with --take ISSUE, once for each "
                + $"({string.Join(", ", issues.Take(12).Select(issue => CsvFile.Quote(issue)))}{(issues.Length > 12 ? ", ..." : "")})");
        }

        if (problems.Count > 0)
        {
            throw new ConfigurationException([.. problems.Select(problem => new Problem(Location.OfFile(path).Display, 0, 0, "", problem))]);
        }

        return ImportedText.Write(StandardInput.Is(path) ? "standard input" : Path.GetFileName(path), source, name, [.. actors], layout, options);
    }
}
