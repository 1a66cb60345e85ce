using System.Collections.Immutable;

namespace VotingSim.Configuration.Import;

/// <summary>The columns with the views of an issue, of all issues where a row says of which it is.</summary>
/// <param name="Name">The issue; null where a row says it, or where there is only one.</param>
/// <param name="Position">The column with the position.</param>
/// <param name="Salience">The column with the salience; null where there is none.</param>
internal sealed record IssueColumns(string? Name, CsvColumn Position, CsvColumn? Salience);

/// <summary>Which column of a table is what: as the user says, else by its name.</summary>
internal sealed record ColumnRoles(
    CsvColumn Actor, CsvColumn? Label, CsvColumn? Issue, CsvColumn? Influence, CsvColumn? StatusQuo, ImmutableArray<IssueColumns> Views)
{
    private static readonly string[] Actors = ["actor", "member", "state", "country", "stakeholder", "player", "agent", "code", "name"];
    private static readonly string[] Labels = ["name", "label", "longname", "fullname", "description"];
    private static readonly string[] IssueWords = ["issue", "dimension", "topic", "question", "dossier"];
    private static readonly string[] Positions = ["position", "pstn", "pos", "idealpoint", "ideal", "preference"];
    private static readonly string[] Saliences = ["salience", "saliency", "sal", "importance", "priority"];
    private static readonly string[] Influences = ["influence", "power", "capability", "capabilities", "clout", "resources"];
    private static readonly string[] StatusQuos = ["statusquo", "sq", "reference", "referencepoint", "rp", "disagreementpoint"];

    /// <summary>Finds them. What is missing is reported on the table.</summary>
    public static ColumnRoles Of(IUserTable table, ImportOptions options)
    {
        var actor = Find(table, options.Actor, Actors, "an actor");
        var issue = Find(table, options.Issue, IssueWords, "an issue");
        var position = Find(table, options.Position, Positions, PositionOn(options));
        var salience = Find(table, options.Salience, Saliences, SalienceOn(options));
        var named = position is null ? Named(table, options) : [];
        if (actor is null)
        {
            table.Report($"no column is the actor's; expected one named actor, or its name with --actor{Of(table)}");
        }

        if (position is null && named.IsEmpty)
        {
            table.Report(
                "no column is a position; expected one named position, or for each issue one named with it, e.g. position_budget, "
                + $"or its name with --position{Of(table)}");
        }

        return new(
            actor ?? default,
            Find(table, null, Labels, "a name") is { } label && label.Index != actor?.Index ? label : null,
            named.IsEmpty ? issue : null,
            Find(table, options.Influence, Influences, "a number above 0"),
            Find(table, options.StatusQuo, StatusQuos, PositionOn(options)),
            position is { } one ? [new(null, one, salience)] : named);
    }

    private static string Of(IUserTable table) =>
        $" (the columns are {string.Join(", ", table.Columns.Where(name => name.Length > 0).Select(name => CsvFile.Quote(name)))})";

    private static string PositionOn(ImportOptions options) => $"a number on the scale {options.Scale}";

    private static string SalienceOn(ImportOptions options) => $"a number on the scale {options.SalienceScale}";

    private static CsvColumn? Find(IUserTable table, string? said, string[] words, string expected)
    {
        if (said is not null)
        {
            return table.Column(said, expected);
        }

        var columns = table.Columns;
        return words.Select(word => columns.Select(Plain).ToList().IndexOf(word)).FirstOrDefault(index => index >= 0, -1) is >= 0 and var found
            ? table.Column(columns[found], expected)
            : null;
    }

    /// <summary>Columns that are named by an issue and what they say of it, in either order.</summary>
    private static ImmutableArray<IssueColumns> Named(IUserTable table, ImportOptions options)
    {
        var saliences = table.Columns.Index().Select(column => (column.Index, Issue: IssueIn(column.Item, Saliences)))
            .Where(column => column.Issue is not null).ToArray();
        return
        [
            .. from column in table.Columns.Index()
               let issue = IssueIn(column.Item, Positions)
               where issue is not null
               let salience = saliences.Where(other => other.Issue == issue).Select(other => (int?)other.Index).FirstOrDefault()
               select new IssueColumns(
                   issue.All(char.IsAsciiDigit) ? $"issue {issue}" : issue,
                   new(column.Index, column.Item, PositionOn(options)),
                   salience is { } at ? new(at, table.Columns[at], SalienceOn(options)) : null),
        ];
    }

    // "Policy Position" and "position_policy" are of the issue "policy".
    private static string? IssueIn(string column, string[] words)
    {
        foreach (var word in words)
        {
            var rest = column.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? column[word.Length..]
                : column.EndsWith(word, StringComparison.OrdinalIgnoreCase) ? column[..^word.Length]
                : "";
            if (rest.Trim(' ', '_', '-', '.', ':') is { Length: > 0 } issue)
            {
                return issue;
            }
        }

        return null;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
