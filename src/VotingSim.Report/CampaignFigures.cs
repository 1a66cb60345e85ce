using System.Collections.Immutable;

namespace VotingSim.Report;

/// <summary>The figures of a report on campaigns.</summary>
internal static class CampaignFigures
{
    /// <summary>All of them, in the order of the page.</summary>
    public static ImmutableArray<Figure> Of(CampaignContent content) =>
    [
        .. new[]
        {
            CampaignAnswerFigure.Of(content), CarriedOutFigure.Of(content), MattersFigure.Of(content), CampaignYearsFigure.Goodwill(content),
            CampaignYearsFigure.Matters(content), MemberGoodwillFigure.Of(content), TurningFigure.Of(content),
        }.OfType<Figure>(),
    ];
}
