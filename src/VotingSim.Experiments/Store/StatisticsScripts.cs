using System.Text;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>Scripts that load the rows of a run from CSV into Stata, SPSS and R, with the meaning of every column as its label.</summary>
/// <remarks>The files of these programs have no well-kept library here; their own commands write them.</remarks>
public static class StatisticsScripts
{
    private const int StataLabel = 80;

    /// <summary>A script for Stata, 14 or later; saves a <c>.dta</c> file beside the table.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="table">Name of the CSV file.</param>
    public static string Stata(ExperimentPlan plan, string table)
    {
        var (columns, names) = Named(plan, most: 32);
        var script = new StringBuilder($"* The rows of {plan.Name}, a row per deliberation. Run it in the folder of {table}.\nversion 14\n");
        var words = columns.Index().Where(column => column.Item is RunColumn.OfWords or RunColumn.OfFlags).Select(column => column.Index + 1);
        script.Append($"import delimited using \"{table}\", varnames(nonames) rowrange(2) stringcols({string.Join(' ', words)}) "
            + "encoding(\"utf-8\") clear\n");
        script.Append("label define yesno 0 \"no\" 1 \"yes\"\n");
        foreach (var (index, column) in columns.Index())
        {
            var (name, text) = (names[index], Stated(column).Replace('"', '\''));
            script.Append($"rename v{index + 1} {name}\n");
            if (column is RunColumn.OfFlags)
            {
                script.Append($"replace {name} = cond({name} == \"true\", \"1\", \"0\")\ndestring {name}, replace\nlabel values {name} yesno\n");
            }

            var label = text.Length <= StataLabel ? text : column.Meaning.Replace('"', '\'');
            script.Append($"label variable {name} \"{(label.Length <= StataLabel ? label : label[..(StataLabel - 3)] + "...")}\"\n");
            script.Append($"notes {name}: {text}\n");
        }

        return script.Append($"save \"{Path.ChangeExtension(table, ".dta")}\", replace\n").ToString();
    }

    /// <summary>A script for SPSS; saves a <c>.sav</c> file beside the table.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="table">Name of the CSV file.</param>
    public static string Spss(ExperimentPlan plan, string table)
    {
        var (columns, names) = Named(plan, most: 64);
        var script = new StringBuilder($"* The rows of {plan.Name}, a row per deliberation. Run it in the folder of {table}.\n");
        script.Append($"GET DATA /TYPE=TXT /FILE='{table.Replace("'", "''", StringComparison.Ordinal)}'"
            + " /ENCODING='UTF8' /DELIMITERS=',' /QUALIFIER='\"'\n"
            + "  /ARRANGEMENT=DELIMITED /FIRSTCASE=2 /VARIABLES=\n");
        foreach (var (index, column) in columns.Index())
        {
            script.Append($"  {names[index]} {column switch
            {
                RunColumn.OfWords => "A200",
                RunColumn.OfFlags => "A5",
                RunColumn.OfCounts => "F12.0",
                _ => "F16.6",
            }}\n");
        }

        script.Append("  .\n");
        foreach (var (index, column) in columns.Index())
        {
            var name = names[index];
            if (column is RunColumn.OfFlags)
            {
                script.Append($"RECODE {name} ('true'='1') ('false'='0').\nALTER TYPE {name} (F1.0).\nVALUE LABELS {name} 0 'no' 1 'yes'.\n");
            }

            script.Append($"VARIABLE LABELS {name} '{Stated(column).Replace("'", "''", StringComparison.Ordinal)}'.\n");
        }

        return script.Append($"SAVE OUTFILE='{Path.ChangeExtension(table, ".sav").Replace("'", "''", StringComparison.Ordinal)}'.\n").ToString();
    }

    /// <summary>A script for R: the data frame <c>rows</c>, with the attribute <c>label</c> that haven, labelled and Hmisc show.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="table">Name of the CSV file.</param>
    public static string R(ExperimentPlan plan, string table)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var script = new StringBuilder($"# The rows of {plan.Name}, a row per deliberation. Run it in the folder of {table}.\n");
        script.Append($"rows <- read.csv({Quoted(table)}, check.names = FALSE, encoding = \"UTF-8\", stringsAsFactors = FALSE)\n");
        foreach (var column in new RunSchema(plan).Columns)
        {
            if (column is RunColumn.OfFlags)
            {
                script.Append($"rows[[{Quoted(column.Name)}]] <- rows[[{Quoted(column.Name)}]] == \"true\"\n");
            }

            script.Append($"attr(rows[[{Quoted(column.Name)}]], \"label\") <- {Quoted(Stated(column))}\n");
        }

        return script.ToString();

        static string Quoted(string text) =>
            $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Writes a script, wholly or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="script">What stands in it.</param>
    public static Task CommitAsync(string path, string script) =>
        ResultsFolder.CommitAsync(path, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(script)));

    private static string Stated(RunColumn column) => $"{column.Meaning} Unit or range: {column.Unit}.";

    // Letters, digits and underscores; a letter first; none twice, whatever its case.
    private static (RunColumn[] Columns, string[] Names) Named(ExperimentPlan plan, int most)
    {
        RunColumn[] columns = [.. new RunSchema(plan).Columns];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return (columns,
            [.. columns.Select(column => Free(string.Concat(column.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'))))]);

        string Free(string name)
        {
            name = char.IsAsciiLetter(name[0]) ? name : $"v_{name}";
            for (var number = 1; ; number++)
            {
                var end = number == 1 ? "" : $"_{number}";
                var candidate = name[..Math.Min(name.Length, most - end.Length)] + end;
                if (taken.Add(candidate))
                {
                    return candidate;
                }
            }
        }
    }
}
