using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Analysis.Documents;

/// <summary>Where in the space of parameters the conclusion of a contrast does not hold.</summary>
/// <param name="Crisis">Name of the crisis; null where it is over all of them.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Baseline">Name of the rule that it is compared with.</param>
/// <param name="Worlds">Number of worlds that were looked at.</param>
/// <param name="Conclusion">What most worlds say: <c>earlier</c>, <c>same</c> or <c>later</c>.</param>
/// <param name="CaseShare">Share of the worlds in which that is not so. Range: 0 to 1.</param>
/// <param name="TurnsAround">Whether it is not so in most worlds of the box.</param>
/// <param name="Box">The box; null where no parameter's restriction is more than chance.</param>
public sealed record DiscoveryDocument(
    string? Crisis, string Rule, string Baseline, int Worlds, string Conclusion, double CaseShare, bool TurnsAround, BoxDocument? Box)
{
    /// <summary>What is said of the discovery of a contrast.</summary>
    public static DiscoveryDocument Of(Contrast contrast, WorldDrivers drivers)
    {
        ArgumentNullException.ThrowIfNull(contrast);
        ArgumentNullException.ThrowIfNull(drivers);
        var found = drivers.Discovery;
        var conclusion = found.Conclusion switch
        {
            Analysis.Worlds.Conclusion.Earlier => "earlier",
            Analysis.Worlds.Conclusion.Later => "later",
            _ => "same",
        };
        return new(
            contrast.Crisis,
            contrast.Rule,
            contrast.Baseline,
            drivers.Worlds,
            conclusion,
            found.CaseShare,
            found.TurnsAround,
            found.Limits.IsEmpty ? null
                : new(
                    [.. found.Limits.Select(limit => new BoxLimitDocument(limit.Parameter, limit.Scales, limit.Low, limit.High, limit.QuasiP))],
                    found.Coverage,
                    found.Density,
                    found.Mass));
    }
}

/// <summary>A box in the space of parameters.</summary>
/// <param name="Limits">What it asks of each parameter that it restricts.</param>
/// <param name="Coverage">Share of all cases that it holds. Range: 0 to 1.</param>
/// <param name="Density">Share of its worlds that are cases. Range: 0 to 1.</param>
/// <param name="Mass">Share of all worlds that it holds. Range: 0 to 1.</param>
public sealed record BoxDocument(ImmutableArray<BoxLimitDocument> Limits, double Coverage, double Density, double Mass);

/// <summary>What a box asks of one parameter.</summary>
/// <param name="Parameter">The parameter as in the file.</param>
/// <param name="Scales">Whether its number is a factor of what is configured.</param>
/// <param name="Low">Smallest value inside; null where there is none.</param>
/// <param name="High">Largest value inside; null where there is none.</param>
/// <param name="QuasiP">Probability of as many cases in the box, were the restriction to select at random.</param>
public sealed record BoxLimitDocument(string Parameter, bool Scales, double Low, double High, double QuasiP);
