using System.Collections.Immutable;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>The figures of a report on scores.</summary>
internal static class ScoreFigures
{
    /// <summary>All of them, in the order of the page.</summary>
    public static ImmutableArray<Figure> Of(ScoreSheet sheet) =>
    [
        .. new[]
        {
            ScoresFigure.Of(sheet, Measure.OutcomeCrps, "scores-outcome", "0.0"), ScoresFigure.Of(sheet, Measure.TimeCrps, "scores-time", "0.00"),
        }
        .Concat(sheet.Scored.SelectMany(model => new[] { OutcomesFigure.Of(sheet, model), TimesFigure.Of(sheet, model), PitFigure.Of(model) }))
        .Append(CoverageFigure.Of(sheet)).OfType<Figure>(),
    ];
}
