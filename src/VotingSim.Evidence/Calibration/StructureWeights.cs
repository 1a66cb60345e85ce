using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Calibration;

/// <summary>The mixture of structures that would have foretold the cases best, each left out in turn.</summary>
/// <param name="Weights">Weight of each structure. They add up to 1.</param>
/// <param name="LogDensity">Sum over cases of the log density of the mixture.</param>
internal sealed record StructureWeights(double[] Weights, double LogDensity)
{
    /// <summary>Stacks structures. One whose posterior cannot be relied on foretells nothing and has no weight; where none can, all are stacked all the
    /// same.</summary>
    public static StructureWeights Of(IReadOnlyList<StructurePosterior> posteriors)
    {
        int[] reliable = [.. Enumerable.Range(0, posteriors.Count).Where(index => posteriors[index].Posterior.IsReliable)];
        int[] stacked = reliable.Length > 0 ? reliable : [.. Enumerable.Range(0, posteriors.Count)];
        var cases = posteriors[0].LeftOut.Length;
        var stacking = Stacking.Of([.. Enumerable.Range(0, cases).Select(each =>
            stacked.Select(index => posteriors[index].LeftOut[each].LogDensity).ToArray())]);
        var weights = new double[posteriors.Count];
        for (var place = 0; place < stacked.Length; place++)
        {
            weights[stacked[place]] = stacking.Weights[place];
        }

        return new(weights, stacking.LogDensity * cases);
    }
}
