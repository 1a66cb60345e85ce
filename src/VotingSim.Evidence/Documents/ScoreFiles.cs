using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using nietras.SeparatedValues;

namespace VotingSim.Evidence.Documents;

/// <summary>Writes scores as a JSON document, and what was said of every case as a table.</summary>
public static class ScoreFiles
{
    /// <summary>Writes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where to.</param>
    public static void WriteJson(ScoreDocument document, Stream output) => JsonSerializer.Serialize(output, document, ScoreContext.Default.ScoreDocument);

    /// <summary>The table of predictions as CSV: a row for each issue of a case and each model, with the fields of the document as columns.</summary>
    /// <param name="document">The document.</param>
    public static string Csv(ScoreDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ImmutableArray<System.Text.Json.Serialization.Metadata.JsonPropertyInfo> columns = [.. ScoreContext.Default.PredictionDocument.Properties];
        using var table = Sep.New(',').Writer(options => options with { Escape = true }).ToText();
        foreach (var prediction in document.Predictions)
        {
            using var row = table.NewRow();
            foreach (var column in columns)
            {
                row[column.Name].Set(TextOf(column.Get!(prediction)));
            }
        }

        return table.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The table of predictions, as bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCsv(ScoreDocument document, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(Csv(document)));
    }

    private static string TextOf(object? value) => value switch
    {
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
