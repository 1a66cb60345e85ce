using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Calibration;

/// <summary>What the record says through one structure.</summary>
/// <param name="Structure">Its name.</param>
/// <param name="Title">What it says of the world, after an if.</param>
/// <param name="StackingWeight">Its weight in the mixture that would have foretold the cases best.</param>
/// <param name="LogEvidence">Log of the mean likelihood of all cases under the prior.</param>
/// <param name="LeaveOneOutLogDensity">Sum over cases of their log density given all others.</param>
/// <param name="KHat">Pareto's k of the weights of draws.</param>
/// <param name="Reliable">Whether those weights can be relied on.</param>
/// <param name="EffectiveSize">As many draws of equal weight would say as much.</param>
/// <param name="Draws">Draws in all stages.</param>
/// <param name="Stages">Number of stages.</param>
/// <param name="Effect">What consensus does.</param>
/// <param name="Parameters">What is free.</param>
/// <param name="Held">What is held.</param>
/// <param name="Correlations">Pairs of parameters, those that go together most first.</param>
/// <param name="Cases">Each case, left out in turn.</param>
public sealed record StructureDocument(
    string Structure,
    string Title,
    double StackingWeight,
    double LogEvidence,
    double LeaveOneOutLogDensity,
    double KHat,
    bool Reliable,
    double EffectiveSize,
    int Draws,
    int Stages,
    EffectDocument Effect,
    IReadOnlyList<ParameterDocument> Parameters,
    IReadOnlyList<HeldParameter> Held,
    IReadOnlyList<CorrelationDocument> Correlations,
    IReadOnlyList<LeftOutDocument> Cases)
{
    /// <summary>The document of a posterior.</summary>
    internal static StructureDocument Of(
        CalibrationPlan plan, StructurePosterior posterior, int stages, IReadOnlyList<RuleEffect> effects, double stackingWeight)
    {
        var (model, draws, weights) = (posterior.Model, posterior.Draws, posterior.Posterior);
        return new(
            model.Structure.Name,
            model.Structure.Title,
            stackingWeight,
            draws.LogEvidence,
            posterior.LeftOut.Sum(one => one.LogDensity),
            weights.Shape,
            weights.IsReliable,
            weights.EffectiveSize,
            draws.Places.Length,
            stages,
            EffectDocument.Of([.. effects.Select(effect => (effect, 1.0))]),
            [.. model.Free.Select((_, index) => ParameterDocument.Of(posterior, index))],
            model.Held,
            [.. CorrelationsOf(posterior).OrderByDescending(pair => Math.Abs(pair.Value))],
            [.. posterior.LeftOut.Select((one, index) => new LeftOutDocument(plan.Cases[plan.Clusters[index][0]].Cluster, one.LogDensity, one.Shape))]);
    }

    private static IEnumerable<CorrelationDocument> CorrelationsOf(StructurePosterior posterior)
    {
        var free = posterior.Model.Free;
        var places = free.Select((_, index) => posterior.Draws.Places.Select(place => place[index]).ToArray()).ToArray();
        for (var first = 0; first < free.Length; first++)
        {
            for (var second = first + 1; second < free.Length; second++)
            {
                yield return new(
                    free[first].Name, free[second].Name, WeightedCorrelation.Of(places[first], places[second], posterior.Posterior.Weights));
            }
        }
    }
}
