using System.Collections.Immutable;
using VotingSim.Analysis.Documents;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Evidence.Documents;

/// <summary>A model or baseline, and how well its distributions are calibrated.</summary>
/// <param name="Model">The word by which it is called.</param>
/// <param name="Title">What it is.</param>
/// <param name="Kind">model or baseline.</param>
/// <param name="Coverage">How often its intervals of the text contain it; empty for points.</param>
/// <param name="OutcomePit">Share of texts in each tenth of the distribution; null where it says nothing of them.</param>
/// <param name="TimePit">Share of times likewise.</param>
/// <param name="Slope">Slope of log10 days observed on log10 of the median said.</param>
public sealed record ScoredModelDocument(
    string Model, string Title, string Kind, ImmutableArray<CoverageDocument> Coverage, ImmutableArray<double>? OutcomePit,
    ImmutableArray<double>? TimePit, ValueInterval Slope)
{
    /// <summary>What is said of a model.</summary>
    public static ScoredModelDocument Of(ScoredModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(
            model.Model.Name, model.Model.Title, ScoreWords.KindOf(model.Model), [.. model.Coverage.Select(CoverageDocument.Of)],
            model.SaysOutcome ? model.OutcomePit : null, model.SaysTime ? model.TimePit : null, ValueInterval.Of(model.Slope));
    }
}
