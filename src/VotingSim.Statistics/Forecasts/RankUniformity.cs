using System.Collections.Immutable;
using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Forecasts;

/// <summary>Whether the ranks of true parameters among posterior draws are uniform, as they are where the inference is right.</summary>
/// <param name="Counts">Number of ranks in each bin.</param>
/// <param name="Test">Pearson's chi-square test that ranks are uniform; NaN without ranks.</param>
/// <remarks>Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari &amp; Gelman 2018, arXiv:1804.06788). Assumes that draws are
/// independent, and at least five ranks expected in a bin. Uniform ranks do not say that the data tell anything: a posterior that is the prior has
/// them too.</remarks>
public sealed record RankUniformity(ImmutableArray<int> Counts, ChiSquareTest Test)
{
    /// <summary>Counts and tests ranks.</summary>
    /// <param name="ranks">In each repetition, how many draws are below the true value. Range: 0 to <paramref name="draws"/>.</param>
    /// <param name="draws">Number of draws in each repetition. Range: &gt;= 1.</param>
    /// <param name="bins">Number of bins. Range: 2 to draws + 1; where it does not divide draws + 1, bins differ by one rank, which is accounted
    /// for.</param>
    public static RankUniformity Of(IReadOnlyList<int> ranks, int draws, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, draws + 1);
        var counts = new int[bins];
        foreach (var rank in ranks)
        {
            if (rank < 0 || rank > draws)
            {
                throw new ArgumentOutOfRangeException(nameof(ranks), rank, $"A rank among {draws} draws is 0 to {draws}.");
            }

            counts[BinOf(rank)]++;
        }

        var possible = new int[bins];
        for (var rank = 0; rank <= draws; rank++)
        {
            possible[BinOf(rank)]++;
        }

        var statistic = counts.Zip(possible, (count, of) =>
        {
            var expected = ranks.Count * (double)of / (draws + 1);
            return (count - expected) * (count - expected) / expected;
        }).Sum();
        return new([.. counts], new(statistic, bins - 1));

        int BinOf(int rank) => (int)((long)rank * bins / (draws + 1));
    }
}
