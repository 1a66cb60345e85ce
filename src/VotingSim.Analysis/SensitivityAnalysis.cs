using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Analysis;

/// <summary>What a sweep says about an output of a crisis and rule: how much each parameter matters, by the estimators that its design
/// allows.</summary>
public sealed record SensitivityEstimates
{
    /// <summary>Name of the crisis.</summary>
    public required string Crisis { get; init; }

    /// <summary>Name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The output, one of <see cref="SensitivityAnalysis.Outputs"/>.</summary>
    public required string Output { get; init; }

    /// <summary>Whether the output varies over the design points and is defined at all of them; otherwise there is nothing to explain.</summary>
    public required bool Varies { get; init; }

    /// <summary>The swept parameters, in the order of the plan.</summary>
    public required ImmutableArray<ParameterSensitivity> Parameters { get; init; }

    /// <summary>The parameters from the widest bar to the shortest, with their means at either end. Empty for a Morris design.</summary>
    public required ImmutableArray<TornadoBar> Tornado { get; init; }
}

/// <summary>How much one parameter matters. What the design has no estimator for is null.</summary>
/// <param name="Parameter">Path of the parameter, e.g. <c>deliberation.ballot-noise</c>.</param>
/// <param name="Levels">Levels of a grid as they are written, in the order of <see cref="MainEffect.LevelMeans"/>; otherwise empty.</param>
/// <param name="MainEffect">Main effect; of a grid.</param>
/// <param name="PartialRankCorrelation">Partial rank correlation; of a Latin hypercube or Sobol sample.</param>
/// <param name="SobolIndex">Sobol indices; of a Saltelli design.</param>
/// <param name="ElementaryEffect">Elementary effects; of a Morris design.</param>
public sealed record ParameterSensitivity(
    string Parameter,
    ImmutableArray<string> Levels,
    MainEffect? MainEffect = null,
    Estimate? PartialRankCorrelation = null,
    SobolIndex? SobolIndex = null,
    ElementaryEffect? ElementaryEffect = null);

/// <summary>The sensitivity of a plan's outputs to its swept parameters.</summary>
/// <remarks>Design points meet the same luck, so that an output's own sampling error is nearly the same at all of them and hardly enters
/// the differences; the intervals are those of the design alone.</remarks>
public static class SensitivityAnalysis
{
    /// <summary>The outputs: name and value of an arm.</summary>
    public static ImmutableArray<KeyValuePair<string, Func<ArmSummary, double>>> Outputs { get; } =
    [
        new("rmst_days", arm => arm.RestrictedMeanDays.Value),
        new("decided_share", arm => arm.DecidedShare.Value),
        new("agreement_index", arm => arm.Measure("agreement_index").Value),
        new("positional_cohesion", arm => arm.Measure("positional_cohesion").Value),
        new("outvoted", arm => arm.Measure("outvoted").Value),
        new("mean_utility", arm => arm.Measure("mean_utility").Value),
    ];

    /// <summary>A table for each crisis, rule and output, in that order; none without a sweep or for paired values, which no estimator
    /// fits.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="arms">What the run says about each of its arms, in order.</param>
    public static ImmutableArray<SensitivityEstimates> Of(ExperimentPlan plan, IReadOnlyCollection<ArmSummary> arms) =>
        plan.Sweep.Kind is SweepKind.None or SweepKind.Paired
        ? []
        : [.. arms.GroupBy(arm => (arm.Arm.Crisis, arm.Arm.Rule)).SelectMany(
            group => Outputs.Select(output => Table(plan, output.Key, [.. group.Select(arm => arm.Arm)], [.. group.Select(output.Value)])))];

    /// <summary>The table of one output.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Name of the output.</param>
    /// <param name="points">The arms of one crisis and rule, one for each design point, in order.</param>
    /// <param name="outputs">The output of each.</param>
    internal static SensitivityEstimates Table(ExperimentPlan plan, string output, Arm[] points, double[] outputs)
    {
        var levels = plan.Parameters
            .Select((_, index) => points.Select(point => point.Parameters[index].Text).Distinct(StringComparer.Ordinal).ToImmutableArray())
            .ToArray();

        // A word of a grid has no size: it is its place in the list.
        double[][] values =
        [
            .. points.Select(point => point.Parameters.Select((value, index) => value.Number ?? levels[index].IndexOf(value.Text)).ToArray())
        ];
        var range = output == "rmst_days" ? MeasureRange.Counts : output == "decided_share" ? MeasureRange.Share
            : MeasureRange.Of(output, points[0]);
        return new()
        {
            Crisis = points[0].Crisis,
            Rule = points[0].Rule,
            Output = output,
            Varies = outputs.All(double.IsFinite) && outputs.Distinct().Count() > 1,
            Parameters = [.. Parameters(plan, points, outputs, values, levels)],
            Tornado =
            [
                .. (plan.Sweep.Kind switch
                {
                    SweepKind.Grid => Tornado.OfGrid(values, outputs),
                    SweepKind.LatinHypercube or SweepKind.Sobol => Tornado.OfSample(values, outputs),
                    SweepKind.Saltelli => OfIndependentPoints(values, outputs),
                    _ => [],
                }).Select(bar => bar with { Low = range.Cut(bar.Low), High = range.Cut(bar.High) }),
            ],
        };
    }

    private static IEnumerable<ParameterSensitivity> Parameters(
        ExperimentPlan plan, Arm[] points, double[] outputs, double[][] values, ImmutableArray<string>[] levels)
    {
        switch (plan.Sweep.Kind)
        {
            case SweepKind.Grid:
                int[][] places = [.. points.Select(point => point.Parameters.Select((value, index) => levels[index].IndexOf(value.Text)).ToArray())];
                return MainEffects.Of(places, outputs)
                    .Select((effect, index) => new ParameterSensitivity(plan.Parameters[index], levels[index], MainEffect: effect));
            case SweepKind.Saltelli:
                return SobolIndices.Of(outputs, plan.Parameters.Length, plan.Seed)
                    .Select((index, place) => new ParameterSensitivity(plan.Parameters[place], [], SobolIndex: index));
            case SweepKind.Morris:
                double[][] shares = [.. values.Select(point => point.Select((value, index) => plan.Sweep.Ranges[index].ShareOf(value)).ToArray())];
                return MorrisScreening.Of(shares, outputs, plan.Seed)
                    .Select((effect, index) => new ParameterSensitivity(plan.Parameters[index], [], ElementaryEffect: effect));
            default:
                return PartialRankCorrelation.Of(values, outputs)
                    .Select((estimate, index) => new ParameterSensitivity(plan.Parameters[index], [], PartialRankCorrelation: estimate));
        }
    }

    // The first and last points of Saltelli's blocks; those between them repeat their coordinates.
    private static ImmutableArray<TornadoBar> OfIndependentPoints(double[][] values, double[] outputs)
    {
        var block = values[0].Length + 2;
        int[] independent = [.. Enumerable.Range(0, outputs.Length).Where(point => point % block == 0 || point % block == block - 1)];
        return Tornado.OfSample([.. independent.Select(point => values[point])], [.. independent.Select(point => outputs[point])]);
    }
}
