using System.Collections.Immutable;
using System.Text;
using VotingSim.Evidence.Documents;
using VotingSim.Evidence.Scoring;
using VotingSim.Experiments.Store;

namespace VotingSim.Report.Evidence;

/// <summary>Writes the report on scores with its figures and numbers.</summary>
public static class ScoreReport
{
    /// <summary>Writes <c>score.html</c>, <c>score.json</c>, <c>score.csv</c> and, for every figure, <c>figures/*.svg</c>, <c>.png</c> and
    /// <c>.csv</c>. The same scores give the same bytes.</summary>
    /// <param name="sheet">The scores.</param>
    /// <param name="document">The same as a document.</param>
    /// <param name="folder">The folder; what is there of the same names is replaced.</param>
    /// <returns>A sentence on letters that no font of the machine has; empty where there are none.</returns>
    public static async Task<string> CommitAsync(ScoreSheet sheet, ScoreDocument document, string folder)
    {
        var figures = ScoreFigures.Of(sheet);
        var drawn = new (string Wide, string Narrow)[figures.Length];
        var missing = new ImmutableArray<Script>[figures.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, figures.Length), async (index, _) =>
        {
            var figure = figures[index];
            drawn[index] = (figure.Svg(narrow: false), figure.Svg(narrow: true));
            await WriteAsync($"figures/{figure.Name}.svg", Encoding.UTF8.GetBytes(drawn[index].Wide + "\n"));
            (var picture, missing[index]) = figure.Png();
            await WriteAsync($"figures/{figure.Name}.png", picture);
            await WriteAsync($"figures/{figure.Name}.csv", Encoding.UTF8.GetBytes(figure.Csv()));
        });
        var advice = FontAdvice.Of(missing.SelectMany(scripts => scripts));
        using var json = new MemoryStream();
        ScoreFiles.WriteJson(document, json);
        json.WriteByte((byte)'\n');
        await WriteAsync("score.json", json.ToArray());
        await WriteAsync("score.csv", Encoding.UTF8.GetBytes(ScoreFiles.Csv(document)));
        await WriteAsync("score.html", Encoding.UTF8.GetBytes(ScorePage.Write(sheet, document, figures, drawn, advice)));
        return advice;

        Task WriteAsync(string name, byte[] bytes) =>
            ResultsFolder.CommitAsync(Path.Combine(folder, name), async stream => await stream.WriteAsync(bytes));
    }
}
