using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Documents;

/// <summary>From a summary to its document.</summary>
internal static class SummaryMapping
{
    public static SummaryDocument Of(ExperimentPlan plan, Summary summary) => new(
        plan.Name,
        plan.Fingerprint,
        summary.Arms.Select(arm => Of(plan, arm)),
        summary.Comparisons.Select(Of),
        summary.Pairwise.Select(Of),
        summary.Frontiers.Select(frontier => Of(plan, frontier)),
        summary.Cox.Select(Of),
        SensitivityAnalysis.Of(plan, summary.Arms).Select(table => Of(plan, table)));

    public static ComparisonDocument Of(ArmComparison comparison) => new(
        comparison.Baseline.Id,
        comparison.Arm.Id,
        comparison.IsPaired,
        comparison.Replications,
        ValueInterval.Of(comparison.HazardRatio),
        comparison.HazardRatioP,
        comparison.HolmP,
        new(comparison.LogRank.ChiSquare, comparison.LogRank.P),
        ValueInterval.Of(comparison.RestrictedMeanDifference),
        ValueInterval.Of(comparison.Earlier),
        ValueInterval.Of(comparison.Same),
        ValueInterval.Of(comparison.Later),
        Map(comparison.Differences.Select(difference => KeyValuePair.Create(difference.Name, DifferenceInterval.Of(difference)))));

    private static ArmDocument Of(ExperimentPlan plan, ArmSummary arm) => new(
        arm.Arm.Id,
        arm.Arm.Crisis,
        arm.Arm.Rule,
        Parameters(plan, arm.Arm),
        arm.Replications,
        ValueInterval.Of(arm.DecidedShare),
        ValueInterval.Of(arm.MedianDays),
        ValueInterval.Of(arm.RestrictedMeanDays),
        MeanInterval.Of(arm.Rounds),
        Map(arm.Measures.Select(measure => KeyValuePair.Create(measure.Key, MeanInterval.Of(measure.Value)))),
        arm.Survival,
        arm.RoundsCounts,
        [.. arm.Members.Select(Of)],
        new(
            ValueInterval.Of(arm.Agreement.UnanimousShare),
            ValueInterval.Of(arm.Agreement.FleissKappa),
            ValueInterval.Of(arm.Agreement.KrippendorffAlpha),
            [
                .. arm.Agreement.Pairs.Select(pair => new MemberPairDocument(
                    arm.Members[pair.First].Code, arm.Members[pair.Second].Code, ValueInterval.Of(pair.Agreement), ValueInterval.Of(pair.CohenKappa))),
            ]));

    private static MemberDocument Of(MemberSummary member) => new(
        member.Code,
        ValueInterval.Of(member.Supported),
        ValueInterval.Of(member.Abstained),
        ValueInterval.Of(member.Objected),
        ValueInterval.Of(member.Outvoted),
        ValueInterval.Of(member.OptedOut),
        ValueInterval.Of(member.Decisive),
        member.Banzhaf);

    private static FrontierDocument Of(ExperimentPlan plan, Frontier frontier) => new(
        frontier.Crisis,
        Parameters(plan, frontier.Points[0].Arm),
        frontier.CohesionMeasure,
        [
            .. frontier.Points.Select(point => new FrontierPointDocument(
                point.Arm.Id, ValueInterval.Of(point.RestrictedMeanDays), ValueInterval.Of(point.Cohesion), [.. point.DominatedBy.Select(arm => arm.Id)])),
        ]);

    private static HazardDocument Of(HazardModel model) => new(
        model.Crisis, model.BaselineRule, [.. model.Coefficients.Select(CoefficientDocument.Of)], [.. model.TimeVarying.Select(CoefficientDocument.Of)]);

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
