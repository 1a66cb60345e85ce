using System.Text;

namespace VotingSim.Report;

/// <summary>Tables in LaTeX, with rules of booktabs and notes of threeparttable.</summary>
internal static class LatexTables
{
    /// <summary>The tables, for <c>\input</c> into a document.</summary>
    public static string Write(IReadOnlyList<PaperTable> tables)
    {
        var text = new StringBuilder("% \\usepackage{booktabs,threeparttable,graphicx}\n");
        foreach (var table in tables)
        {
            text.Append($"\n\\begin{{table}}\n  \\centering\n  \\caption{{{Escape(table.Caption)}}}\n  \\label{{tab:{table.Name}}}\n");
            text.Append("  \\resizebox{\\textwidth}{!}{%\n  \\begin{threeparttable}\n");
            text.Append($"  \\begin{{tabular}}{{l{new string('r', table.Columns.Length - 1)}}}\n    \\toprule\n");
            text.Append($"    {string.Join(" & ", table.Columns.Select(Head))} \\\\\n    \\midrule\n");
            foreach (var row in table.Rows)
            {
                text.Append($"    {string.Join(" & ", row.Select(Escape))} \\\\\n");
            }

            text.Append("    \\bottomrule\n  \\end{tabular}\n");
            text.Append($"  \\begin{{tablenotes}}\\footnotesize\\item {Escape(table.Note)}\\end{{tablenotes}}\n");
            text.Append("  \\end{threeparttable}}\n\\end{table}\n");
        }

        return text.ToString();
    }

    // What is of a rule is in two lines: columns as wide as their numbers leave the print readable.
    private static string Head(string column) => column.Split(": ") is [var of, var what]
        ? $"\\shortstack[r]{{{Escape(of)}:\\\\{Escape(what)}}}"
        : Escape(column);

    /// <summary>A text whose every letter stands for itself.</summary>
    public static string Escape(string text) => string.Concat(text.Select(letter => letter switch
    {
        '\\' => "\\textbackslash{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '<' => "$<$",
        '>' => "$>$",
        '−' => "$-$",
        '∞' => "$\\infty$",
        '[' or ']' => $"{{{letter}}}", // after \\ a bracket would be a length
        '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{letter}",
        _ => letter.ToString(),
    }));
}
