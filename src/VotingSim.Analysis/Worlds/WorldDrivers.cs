using System.Collections.Immutable;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Analysis.Worlds;

/// <summary>What the paired difference in days of a contrast hangs on, and where its conclusion turns around: from the rows, without more
/// simulation.</summary>
public sealed record WorldDrivers
{
    /// <summary>Most worlds that are looked at for a contrast: the first replications, each of another pair of arms in turn.</summary>
    public const int MostWorlds = 4000;

    /// <summary>Worlds that are looked at for a contrast where there are many contrasts.</summary>
    public const int FewestWorlds = 1000;

    /// <summary>Worlds that are looked at for all contrasts together, as long as each has <see cref="FewestWorlds"/>.</summary>
    public const int WorldsInAll = 40_000;

    /// <summary>Number of worlds that were looked at.</summary>
    public required int Worlds { get; init; }

    /// <summary>The parameters that vary, the one that alone explains most first: the tornado.</summary>
    public required ImmutableArray<WorldDriver> Drivers { get; init; }

    /// <summary>Where the conclusion does not hold.</summary>
    public required Discovery Discovery { get; init; }

    /// <summary>How much of the variance is parameters and how much luck; null unless two or more replications share a draw, and for
    /// contrasts of several pairs of arms.</summary>
    public required VarianceSplit? Variance { get; init; }
}

/// <summary>How the paired difference in days follows one parameter.</summary>
/// <param name="Parameter">The parameter as in the file: uncertain, or swept.</param>
/// <param name="Scales">Whether its number is a factor of what is configured.</param>
/// <param name="RankCorrelation">Spearman's correlation with the difference, -1 to 1: above 0 the rule loses time, or gains less, as the
/// parameter rises.</param>
/// <param name="FirstOrder">Share of the variance of the difference that would go if the parameter were known; bootstrap interval.</param>
/// <param name="AtLow">Mean difference in days in the lowest fifth of the parameter's range.</param>
/// <param name="AtHigh">Mean difference in days in the highest fifth.</param>
public sealed record WorldDriver(string Parameter, bool Scales, Estimate RankCorrelation, Estimate FirstOrder, Estimate AtLow, Estimate AtHigh);
