using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Documents;

/// <summary>From a summary to its document.</summary>
internal static class SummaryMapping
{
    /// <param name="plan">The experiment.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="isFull">Whether every arm and every comparison is in it.</param>
    public static SummaryDocument Of(ExperimentPlan plan, Summary summary, bool isFull) => new(
        plan.Name,
        plan.Fingerprint,
        summary.Headline is { } headline ? HeadlineDocument.Of(headline) : null,
        summary.Contrasts.Where(contrast => contrast.Contrast.Pairs.Length > 1).Select(ContrastDocument.Of),
        summary.Contrasts.Where(contrast => contrast.Drivers is not null)
            .Select(contrast => DriversDocument.Of(contrast.Contrast, contrast.Drivers!)),
        summary.Contrasts.Where(contrast => contrast.Drivers is not null)
            .Select(contrast => DiscoveryDocument.Of(contrast.Contrast, contrast.Drivers!)),
        isFull ? summary.Arms.Select(arm => Of(arm, Parameters(plan, arm.Arm))) : [],
        isFull ? summary.Comparisons.Select(Of) : [],
        isFull ? summary.Pairwise.Select(Of) : [],
        isFull ? summary.Frontiers.Select(frontier => Of(plan, frontier)) : [],
        summary.Cox.Select(Of),
        SensitivityAnalysis.Of(plan, summary.Arms).Select(table => Of(plan, table)));

    public static ComparisonDocument Of(ArmComparison comparison) => new(
        comparison.Baseline.Id,
        comparison.Arm.Id,
        comparison.IsPaired,
        comparison.Replications,
        WorldsDocument.Of(comparison.Worlds),
        EstimateDocument.Of(comparison.HazardRatio),
        comparison.HazardRatioP,
        comparison.HolmP,
        new(
            comparison.ProportionalHazards.ChiSquare,
            comparison.ProportionalHazards.DegreesOfFreedom,
            comparison.ProportionalHazards.P,
            comparison.EarlyHazardRatio,
            comparison.LateHazardRatio,
            comparison.SingleRatioMisleads),
        new(comparison.LogRank.ChiSquare, comparison.LogRank.P),
        EstimateDocument.Of(comparison.RestrictedMeanDifference),
        EstimateDocument.Of(comparison.Earlier),
        EstimateDocument.Of(comparison.Same),
        EstimateDocument.Of(comparison.Later),
        Map(comparison.Differences.Select(difference => KeyValuePair.Create(difference.Name, DifferenceDocument.Of(difference)))));

    /// <param name="arm">The arm.</param>
    /// <param name="parameters">Its swept parameters; null leaves them out.</param>
    public static ArmDocument Of(ArmSummary arm, OrderedDictionary<string, ParameterValue>? parameters = null) => new(
        arm.Arm.Id,
        arm.Arm.Crisis,
        arm.Arm.Rule,
        parameters ?? [],
        arm.Replications,
        EstimateDocument.Of(arm.DecidedShare),
        EstimateDocument.Of(arm.Endings.ConsentShare),
        EstimateDocument.Of(arm.Endings.VoteShare),
        EstimateDocument.Of(arm.Endings.FailedShare),
        EstimateDocument.Of(arm.Endings.OpenShare),
        SpreadDocument.Of(arm.Spread("days")),
        EstimateDocument.Of(arm.MedianDays),
        EstimateDocument.Of(arm.RestrictedMeanDays),
        MeanDocument.Of(arm.Rounds),
        Map(arm.Measures.Select(measure => KeyValuePair.Create(measure.Key, MeanDocument.Of(measure.Value)))),
        arm.Survival,
        arm.RoundsCounts,
        [.. arm.Members.Select(Of)],
        new(
            EstimateDocument.Of(arm.Agreement.UnanimousShare),
            EstimateDocument.Of(arm.Agreement.FleissKappa),
            EstimateDocument.Of(arm.Agreement.KrippendorffAlpha),
            [
                .. arm.Agreement.Pairs.Select(pair => new MemberPairDocument(
                    arm.Members[pair.First].Code,
                    arm.Members[pair.Second].Code,
                    EstimateDocument.Of(pair.Agreement),
                    EstimateDocument.Of(pair.CohenKappa))),
            ]));

    private static MemberDocument Of(MemberSummary member) => new(
        member.Code,
        EstimateDocument.Of(member.Supported),
        EstimateDocument.Of(member.Abstained),
        EstimateDocument.Of(member.Objected),
        EstimateDocument.Of(member.Outvoted),
        EstimateDocument.Of(member.OptedOut),
        EstimateDocument.Of(member.Decisive),
        member.Banzhaf);

    private static FrontierDocument Of(ExperimentPlan plan, Frontier frontier) => new(
        frontier.Crisis,
        Parameters(plan, frontier.Points[0].Arm),
        frontier.Measure.Name,
        frontier.Measure.MoreIsBetter,
        [
            .. frontier.Points.Select(point => new FrontierPointDocument(
                point.Arm.Id,
                SpreadDocument.Of(point.Days),
                SpreadDocument.Of(point.Values),
                EstimateDocument.Of(point.RestrictedMeanDays),
                EstimateDocument.Of(point.Mean),
                [.. point.DominatedBy.Select(arm => arm.Id)])),
        ]);

    private static HazardDocument Of(HazardModel model) => new(
        model.Crisis,
        model.BaselineRule,
        [.. model.Coefficients.Select(JointCoefficientDocument.Of)],
        [.. model.TimeVarying.Select(JointCoefficientDocument.Of)]);

    private static SensitivityDocument Of(ExperimentPlan plan, SensitivityEstimates table) => new(
        table.Crisis,
        table.Rule,
        table.Output,
        table.Varies,
        [.. table.Parameters.Select(Of)],
        [.. table.Tornado.Select(bar => new TornadoDocument(plan.Parameters[bar.Parameter], ValueInterval.Of(bar.Low), ValueInterval.Of(bar.High)))]);

    private static ParameterDocument Of(ParameterSensitivity parameter) => new(
        parameter.Parameter,
        parameter.MainEffect is { } main ? new(parameter.Levels, main.LevelMeans, main.Range, main.VarianceShare) : null,
        parameter.PartialRankCorrelation is { } correlation ? ValueInterval.Of(correlation) : null,
        parameter.SobolIndex is { } index ? new(ValueInterval.Of(index.First), ValueInterval.Of(index.Total)) : null,
        parameter.ElementaryEffect is { } effect ? new(ValueInterval.Of(effect.MeanAbsolute), effect.Mean, effect.StandardDeviation) : null);

    private static OrderedDictionary<string, ParameterValue> Parameters(ExperimentPlan plan, Arm arm) =>
        Map(plan.Parameters.Zip(arm.Parameters, KeyValuePair.Create));

    private static OrderedDictionary<string, T> Map<T>(IEnumerable<KeyValuePair<string, T>> entries) => new(entries, StringComparer.Ordinal);
}
