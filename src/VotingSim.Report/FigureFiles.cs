using System.Collections.Immutable;
using System.Text;
using VotingSim.Experiments.Store;

namespace VotingSim.Report;

/// <summary>The files of figures, <c>figures/*.svg</c>, <c>.png</c> and <c>.csv</c>.</summary>
internal static class FigureFiles
{
    /// <summary>Draws figures and writes their files.</summary>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="isShown">Whether the page shows a figure, and so needs it for a narrow one too.</param>
    /// <returns>Both SVG documents of each, the narrow one empty where it is not shown, and a sentence on letters that no font of the machine
    /// has.</returns>
    public static async Task<(ImmutableArray<(string Wide, string Narrow)> Drawn, string Advice)> CommitAsync(
        ResultsFolder folder, IReadOnlyList<Figure> figures, Func<Figure, bool> isShown)
    {
        var drawn = new (string Wide, string Narrow)[figures.Count];
        var missing = new ImmutableArray<Script>[figures.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, figures.Count), async (index, _) =>
        {
            var figure = figures[index];
            drawn[index] = (figure.Svg(narrow: false), isShown(figure) ? figure.Svg(narrow: true) : "");
            await WriteAsync($"{figure.Name}.svg", Encoding.UTF8.GetBytes(drawn[index].Wide + "\n"));
            (var picture, missing[index]) = figure.Png();
            await WriteAsync($"{figure.Name}.png", picture);
            await WriteAsync($"{figure.Name}.csv", Encoding.UTF8.GetBytes(figure.Csv()));
        });
        return ([.. drawn], FontAdvice.Of(missing.SelectMany(scripts => scripts)));

        Task WriteAsync(string name, byte[] bytes) =>
            ResultsFolder.CommitAsync(Path.Combine(folder.Figures, name), async stream => await stream.WriteAsync(bytes));
    }
}
