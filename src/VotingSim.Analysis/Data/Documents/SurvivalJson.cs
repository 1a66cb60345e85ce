using System.Text.Json;
using VotingSim.Analysis.Documents;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>A survival analysis as JSON; its contract is <see cref="SurvivalDocument"/>. An infinite or undefined number is null.</summary>
public static class SurvivalJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(SurvivalAnalysis analysis, Stream stream) =>
        JsonSerializer.Serialize(stream, Of(analysis), SurvivalContext.Default.SurvivalDocument);

    private static SurvivalDocument Of(SurvivalAnalysis analysis) => new(
        analysis.Horizon,
        [.. analysis.Groups.Select(Of)],
        analysis.LogRank is { } logRank ? TestDocument.Of(logRank.Test) : null,
        analysis is { Cox: { } cox, Proportionality: { } proportionality } ? Of(cox, proportionality) : null);

    private static SurvivalGroupDocument Of(SurvivalGroup group)
    {
        var (curve, mean, (_, low, high)) = (group.Curve, group.RestrictedMean, group.RestrictedMean.Interval);
        return new(
            group.Name,
            curve.Total,
            curve.Decided,
            ValueInterval.Of(curve.Quantile(0.25)),
            ValueInterval.Of(group.Median),
            ValueInterval.Of(curve.Quantile(0.75)),
            new(mean.Value, mean.StandardError, low, high),
            new()
            {
                Days = [.. curve.Steps.Select(step => step.Time)],
                Survival = [.. curve.Steps.Select(step => step.Survival)],
                Low = [.. curve.Steps.Select(step => step.Low)],
                High = [.. curve.Steps.Select(step => step.High)],
                AtRisk = [.. curve.Steps.Select(step => step.AtRisk)],
            });
    }

    private static CoxDocument Of(CoxModel cox, Proportionality proportionality) => new(
        Word(cox.Ties),
        Word(cox.Status),
        [.. cox.Coefficients.Select(CoefficientDocument.Of)],
        TestDocument.Of(cox.Wald),
        TestDocument.Of(cox.LikelihoodRatio),
        TestDocument.Of(cox.Score),
        TestDocument.Of(proportionality.Global),
        ValueInterval.Of(cox.Concordance().Interval));

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
