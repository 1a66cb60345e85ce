using System.Collections.Immutable;
using System.Text.Json;
using VotingSim.Analysis.Campaigns;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Documents;

/// <summary>Writes a summary of campaigns as <c>summary.json</c>. An undefined number is null.</summary>
public static class CampaignFiles
{
    /// <summary>Writes the file into the folder of the run.</summary>
    public static Task CommitAsync(ExperimentPlan plan, CampaignSummary summary, ResultsFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return ResultsFolder.CommitAsync(folder.Summary, stream => WriteJsonAsync(plan, summary, stream));
    }

    /// <summary>Writes the JSON document; its contract is <see cref="CampaignDocument"/>.</summary>
    public static Task WriteJsonAsync(ExperimentPlan plan, CampaignSummary summary, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(summary);
        return JsonSerializer.SerializeAsync(stream, Of(plan, summary), CampaignContext.Default.CampaignDocument);
    }

    private static CampaignDocument Of(ExperimentPlan plan, CampaignSummary summary) => new(
        plan.Name,
        plan.Fingerprint,
        plan.Arms[0].Campaign!.Years,
        summary.Headline is { } headline ? CampaignSentence.Of(headline, rule => RuleTitles.Of(plan, rule)) : null,
        summary.Arms.Select(arm => new CampaignArmDocument(
            arm.Arm.Id,
            arm.Arm.Rule,
            plan.Parameters.Zip(arm.Arm.Parameters)
                .ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second.Text, StringComparer.Ordinal),
            arm.Replications,
            arm.Measures.ToImmutableSortedDictionary(pair => pair.Key, pair => Of(pair.Value), StringComparer.Ordinal),
            arm.Years.Select(year => new CampaignYearDocument(
                year.Year,
                year.Means,
                SpreadDocument.Of(year.GoodwillMean),
                SpreadDocument.Of(year.GoodwillMinimum),
                SpreadDocument.Of(year.Decided),
                SpreadDocument.Of(year.Open))),
            arm.Members.Select(member => new CampaignMemberDocument(member.Code, member.Outvoted, member.LeftOut, member.Goodwill.Select(Of))),
            arm.Matters)),
        summary.Comparisons.Select(Of));

    private static CampaignComparisonDocument Of(CampaignComparison comparison) => new(
        comparison.Arm.Arm.Id,
        comparison.Baseline.Arm.Id,
        comparison.Differences
            .ToImmutableSortedDictionary(pair => pair.Key, pair => WorldMeasureDocument.Of(pair.Value), StringComparer.Ordinal),
        comparison.Turning is { } turning ? Of(turning) : null,
        comparison.Surface is { } surface ? Of(surface) : null);

    private static CampaignSurfaceDocument Of(TurningSurface surface) => new(
        surface.Parameters.Select(parameter => new SurfaceParameterDocument(
            parameter.Name, parameter.Scales, EstimateDocument.Of(parameter.FirstOrder), EstimateDocument.Of(parameter.RankCorrelation))),
        surface.Across,
        surface.Up,
        surface.Worlds.Select(row => row.AsEnumerable()),
        surface.Fewer.Select(row => row.AsEnumerable()));

    private static CampaignTurningDocument Of(Discovery turning) => new(
        turning.Conclusion switch { Conclusion.Earlier => "fewer", Conclusion.Later => "more", _ => "same" },
        turning.CaseShare,
        turning.TurnsAround,
        turning.Limits.IsEmpty ? null : new(
            [.. turning.Limits.Select(limit => new BoxLimitDocument(limit.Parameter, limit.Scales, limit.Low, limit.High, limit.QuasiP))],
            turning.Coverage,
            turning.Density,
            turning.Mass));

    private static CampaignMeasureDocument Of(CampaignEstimate measure)
    {
        var (error, spread) = (LimitsDocument.Of(measure.Mean), measure.Spread);
        return new(measure.Mean.Value, error, spread.P05, spread.P25, spread.P50, spread.P75, spread.P95);
    }
}
