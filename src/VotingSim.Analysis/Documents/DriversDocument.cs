using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Analysis.Documents;

/// <summary>What the paired difference in days of a contrast hangs on.</summary>
/// <param name="Crisis">Name of the crisis; null where it is over all of them.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Baseline">Name of the rule that it is compared with.</param>
/// <param name="Worlds">Number of worlds that were looked at, the first ones, each of another pair of arms in turn.</param>
/// <param name="Parameters">The parameters that vary, the one that alone explains most first.</param>
/// <param name="Variance">How much is parameters and how much is luck; null where that cannot be told.</param>
public sealed record DriversDocument(
    string? Crisis, string Rule, string Baseline, int Worlds, ImmutableArray<DriverDocument> Parameters, VarianceDocument? Variance)
{
    /// <summary>What is said of the drivers of a contrast.</summary>
    public static DriversDocument Of(Contrast contrast, WorldDrivers drivers)
    {
        ArgumentNullException.ThrowIfNull(contrast);
        ArgumentNullException.ThrowIfNull(drivers);
        return new(
            contrast.Crisis,
            contrast.Rule,
            contrast.Baseline,
            drivers.Worlds,
            [
                .. drivers.Drivers.Select(driver => new DriverDocument(
                    driver.Parameter,
                    driver.Scales,
                    ValueInterval.Of(driver.RankCorrelation),
                    ValueInterval.Of(driver.FirstOrder),
                    ValueInterval.Of(driver.AtLow),
                    ValueInterval.Of(driver.AtHigh))),
            ],
            drivers.Variance is { } variance
                ? new(variance.Draws, variance.PerDraw, variance.Between, variance.Within, ValueInterval.Of(variance.Share))
                : null);
    }
}

/// <summary>How the paired difference in days follows one parameter.</summary>
/// <param name="Parameter">The parameter as in the file.</param>
/// <param name="Scales">Whether its number is a factor of what is configured.</param>
/// <param name="RankCorrelation">Spearman's correlation, -1 to 1; above 0 the rule loses time, or gains less, as the parameter rises.</param>
/// <param name="FirstOrder">Share of the variance that would go if the parameter were known; bootstrap interval.</param>
/// <param name="AtLow">Mean difference in days in the lowest fifth of its range.</param>
/// <param name="AtHigh">Mean difference in days in the highest fifth.</param>
public sealed record DriverDocument(
    string Parameter, bool Scales, ValueInterval RankCorrelation, ValueInterval FirstOrder, ValueInterval AtLow, ValueInterval AtHigh);

/// <summary>The variance of the paired difference in days, split.</summary>
/// <param name="Draws">Number of draws of the parameters.</param>
/// <param name="PerDraw">Replications of each.</param>
/// <param name="Between">Variance between draws: parameters. Unit: days, squared.</param>
/// <param name="Within">Variance within a draw: luck.</param>
/// <param name="ParameterShare">Between as a share of both. Range: 0 to 1.</param>
public sealed record VarianceDocument(int Draws, int PerDraw, double Between, double Within, ValueInterval ParameterShare);
