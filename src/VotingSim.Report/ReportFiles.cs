using System.Collections.Immutable;
using System.Text;
using VotingSim.Experiments.Store;

namespace VotingSim.Report;

/// <summary>Writes the report and its figures into the folder of a run.</summary>
public static class ReportFiles
{
    /// <summary>Writes <c>report.html</c> and, for every figure, <c>figures/*.svg</c>, <c>.png</c> and <c>.csv</c>. The same content gives the same
    /// bytes.</summary>
    /// <returns>A sentence on letters that no font of the machine has, and how to come by one; empty where there are none.</returns>
    public static async Task<string> CommitAsync(ReportContent content, ResultsFolder folder)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(folder);
        var sections = content.Sections();
        var overview = ReportFigures.Overview(content, sections);
        ImmutableArray<ImmutableArray<Figure>> figures = [.. sections.Select(ReportFigures.Of)];
        Figure[] all = [.. overview, .. figures.SelectMany(own => own)];
        var drawn = new (string Wide, string Narrow)[all.Length];
        var missing = new ImmutableArray<Script>[all.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, all.Length), async (index, _) =>
        {
            var figure = all[index];
            drawn[index] = (figure.Svg(narrow: false), ReportPage.Shows(figure, sections.Length) ? figure.Svg(narrow: true) : "");
            await WriteAsync(Path.Combine(folder.Figures, $"{figure.Name}.svg"), Encoding.UTF8.GetBytes(drawn[index].Wide + "\n"));
            (var picture, missing[index]) = figure.Png();
            await WriteAsync(Path.Combine(folder.Figures, $"{figure.Name}.png"), picture);
            await WriteAsync(Path.Combine(folder.Figures, $"{figure.Name}.csv"), Encoding.UTF8.GetBytes(figure.Csv()));
        });
        var advice = FontAdvice.Of(missing.SelectMany(scripts => scripts));
        await WriteAsync(folder.Report,
            Encoding.UTF8.GetBytes(ReportPage.Write(content, overview, figures, figure => drawn[Array.IndexOf(all, figure)], advice)));
        return advice;
    }

    private static Task WriteAsync(string path, byte[] bytes) => ResultsFolder.CommitAsync(path, async stream => await stream.WriteAsync(bytes));
}
