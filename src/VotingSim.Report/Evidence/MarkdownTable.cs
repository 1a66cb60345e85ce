using System.Text;

namespace VotingSim.Report.Evidence;

/// <summary>A table of a Markdown page.</summary>
internal static class MarkdownTable
{
    /// <summary>Writes a table and an empty line.</summary>
    /// <param name="page">The page.</param>
    /// <param name="header">The heads of the columns; one that begins with a blank stands on the right.</param>
    /// <param name="rows">The rows, a cell for each column.</param>
    public static void Write(StringBuilder page, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(page, header.Select(cell => cell.Trim()));
        Row(page, header.Select(cell => cell.StartsWith(' ') ? "---:" : "---"));
        foreach (var row in rows)
        {
            Row(page, row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)));
        }

        page.Append('\n');
    }

    private static void Row(StringBuilder page, IEnumerable<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
