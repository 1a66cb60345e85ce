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
        analysis.Data.Total,
        analysis.Data.LeftOut,
        analysis.Data.Spells?.Subjects,
        analysis.Horizon,
        [.. analysis.Groups.Select(Of)],
        analysis.LogRank is { } logRank ? TestDocument.Of(logRank.Test) : null,
        analysis.Cox is { } cox ? Of(analysis, cox) : null);

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

    private static CoxDocument Of(SurvivalAnalysis analysis, CoxModel cox) => new(
        Word(cox.Ties),
        Word(cox.Status),
        analysis.Data.Strata,
        analysis.Data.ClusterColumn,
        [.. cox.Coefficients.Select((coefficient, index) => new SurvivalTermDocument(
            coefficient.Name,
            coefficient.Value,
            coefficient.StandardError,
            ValueInterval.Of(coefficient.HazardRatio),
            coefficient.Z,
            coefficient.P,
            analysis.Proportionality is { } own ? TestDocument.Of(own.Terms[index]) : null))],
        cox.NullLogLikelihood,
        cox.LogLikelihood,
        TestDocument.Of(cox.Wald),
        TestDocument.Of(cox.LikelihoodRatio),
        TestDocument.Of(cox.Score),
        analysis.Proportionality is { } proportionality ? TestDocument.Of(proportionality.Global) : null,
        analysis.Concordance is { } concordance ? ValueInterval.Of(concordance.Interval) : null);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
