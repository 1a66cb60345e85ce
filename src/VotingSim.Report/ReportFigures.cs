using System.Collections.Immutable;

namespace VotingSim.Report;

/// <summary>The figures of a report.</summary>
internal static class ReportFigures
{
    /// <summary>Over the whole run: the answer, what it hangs on, and all crises where there are several.</summary>
    public static ImmutableArray<Figure> Overview(ReportContent content, ImmutableArray<ReportSection> sections) =>
    [
        .. (content.Headline is { } headline ? OfContrast(content, headline) : [])
            .Concat(Some(OverviewFigure.Days(sections), OverviewFigure.Agreement(sections))).Select(figure => figure with { IsOfCrisis = false }),
    ];

    /// <summary>Of one crisis, in the order of the page.</summary>
    public static ImmutableArray<Figure> Of(ReportSection section) =>
    [
        .. section.Contrast is { } contrast ? OfContrast(section.Content, contrast) : [],
        .. Some(
            RulesFigure.Of(section), SurvivalFigure.Of(section), HazardFigure.Of(section), FrontierFigure.Of(section), OutvotedFigure.Of(section),
                OutcomeFigure.Of(section),
            OpinionsFigure.Of(section), AgreementFigure.Of(section), SweepFigure.Of(section)),
    ];

    private static ImmutableArray<Figure> OfContrast(ReportContent content, ContrastView view) => Some(
        AnswerFigure.Of(view), WorldsFigure.Of(view, content.DifferencesOf(view.Summary.Contrast)), DriversFigure.Of(view), BoxFigure.Of(view));

    private static ImmutableArray<Figure> Some(params Figure?[] figures) => [.. figures.OfType<Figure>()];
}
