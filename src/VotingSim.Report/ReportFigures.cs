using System.Collections.Immutable;

namespace VotingSim.Report;

/// <summary>The figures of a report.</summary>
internal static class ReportFigures
{
    /// <summary>Over all crises; none where there is only one.</summary>
    public static ImmutableArray<Figure> Overview(ImmutableArray<ReportSection> sections) => Some(OverviewFigure.Days(sections), OverviewFigure.Agreement(sections));

    /// <summary>Of one crisis, in the order of the page.</summary>
    public static ImmutableArray<Figure> Of(ReportSection section) => Some(
        SurvivalFigure.Of(section), HazardFigure.Of(section), FrontierFigure.Of(section), OutvotedFigure.Of(section), OutcomeFigure.Of(section), OpinionsFigure.Of(section), AgreementFigure.Of(section),
        SweepFigure.Of(section));

    private static ImmutableArray<Figure> Some(params Figure?[] figures) => [.. figures.OfType<Figure>()];
}
