using System.Collections.Immutable;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis;

/// <summary>Corrects the probabilities in lists of comparisons for their number.</summary>
internal static class HolmOfLists
{
    /// <summary>Holm's correction over all comparisons of a list that are of the same crisis.</summary>
    public static ImmutableArray<ArmComparison> Correct(IEnumerable<ArmComparison> comparisons) =>
    [
        .. comparisons.GroupBy(comparison => comparison.Arm.Crisis).SelectMany(crisis =>
        {
            var family = crisis.ToArray();
            var ratios = Holm.Adjust([.. family.Select(comparison => comparison.HazardRatioP)]);
            var differences = family[0].Differences
                .Select((_, column) => Holm.Adjust([.. family.Select(comparison => comparison.Differences[column].P)]))
                .ToArray();
            return family.Select((comparison, index) => comparison with
            {
                HolmP = ratios[index],
                Differences = [.. comparison.Differences.Select((difference, column) => difference with { HolmP = differences[column][index] })],
            });
        }),
    ];
}
