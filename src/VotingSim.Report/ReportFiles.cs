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
        var (drawn, advice) = await FigureFiles.CommitAsync(folder, all, figure => ReportPage.Shows(figure, sections.Length));
        var page = ReportPage.Write(content, overview, figures, figure => drawn[Array.IndexOf(all, figure)], advice);
        await ResultsFolder.CommitAsync(folder.Report, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(page)));
        return advice;
    }

    /// <summary>Writes the report of campaigns likewise.</summary>
    public static async Task<string> CommitAsync(CampaignContent content, ResultsFolder folder)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(folder);
        var figures = CampaignFigures.Of(content);
        var (drawn, advice) = await FigureFiles.CommitAsync(folder, figures, _ => true);
        var page = new CampaignPage(content, figures, drawn).Write(advice);
        await ResultsFolder.CommitAsync(folder.Report, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(page)));
        return advice;
    }
}
