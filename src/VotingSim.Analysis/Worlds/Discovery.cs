using System.Collections.Immutable;
using VotingSim.Statistics.Discovery;

namespace VotingSim.Analysis.Worlds;

/// <summary>Scenario discovery: where in the space of parameters the conclusion of a contrast does not hold.</summary>
/// <remarks>The case that is looked for is the world in which the conclusion of most worlds is not true: the rule is not earlier, not
/// later, or not the same.</remarks>
public sealed record Discovery
{
    /// <summary>The conclusion: what most worlds of the whole run say.</summary>
    public required Conclusion Conclusion { get; init; }

    /// <summary>Share of the worlds looked at in which it is not true. Range: 0 to 1.</summary>
    public required double CaseShare { get; init; }

    /// <summary>What the box asks of each parameter that it restricts; empty where no parameter's restriction is more than chance.</summary>
    public required ImmutableArray<DiscoveredLimit> Limits { get; init; }

    /// <summary>Share of all cases that the box holds. Range: 0 to 1; NaN without a box.</summary>
    public required double Coverage { get; init; }

    /// <summary>Share of the box's worlds that are cases. Range: 0 to 1; NaN without a box.</summary>
    public required double Density { get; init; }

    /// <summary>Share of all worlds that the box holds. Range: 0 to 1; NaN without a box.</summary>
    public required double Mass { get; init; }

    /// <summary>Whether the conclusion is turned around in the box: most of its worlds are cases. Otherwise it only holds less often there.</summary>
    public bool TurnsAround => Density > 0.5;

    /// <summary>Looks for the box.</summary>
    /// <param name="conclusion">The conclusion.</param>
    /// <param name="orders">What each world says.</param>
    /// <param name="points">Its parameters.</param>
    /// <param name="parameters">The parameters by name, and whether each is a factor.</param>
    internal static Discovery Of(
        Conclusion conclusion, Conclusion[] orders, double[][] points, IReadOnlyList<(string Name, bool Scales)> parameters)
    {
        var isCase = Array.ConvertAll(orders, order => order != conclusion);
        var share = isCase.Count(isIt => isIt) / (double)isCase.Length;
        var box = share is 0 or 1 ? null : Prim.Of(points, isCase).Box;
        return new()
        {
            Conclusion = conclusion,
            CaseShare = share,
            Limits = box is null ? [] : [.. box.Restrictions.Select(Limit)],
            Coverage = box?.Coverage ?? double.NaN,
            Density = box?.Density ?? double.NaN,
            Mass = box?.Mass ?? double.NaN,
        };

        DiscoveredLimit Limit(PrimRestriction limit)
        {
            var values = Array.ConvertAll(points, point => point[limit.Parameter]);
            var (name, scales) = parameters[limit.Parameter];
            return new(name, scales, limit.Low, limit.High, values.Min(), values.Max(), limit.P);
        }
    }
}

/// <summary>What a box asks of one parameter.</summary>
/// <param name="Parameter">The parameter as in the file.</param>
/// <param name="Scales">Whether its number is a factor of what is configured.</param>
/// <param name="Low">Smallest value inside; -infinity where there is none.</param>
/// <param name="High">Largest value inside; +infinity where there is none.</param>
/// <param name="RangeLow">Smallest value in any of the worlds looked at.</param>
/// <param name="RangeHigh">Largest value in any of them.</param>
/// <param name="QuasiP">Probability of as many cases in the box, were this restriction to select at random.</param>
public sealed record DiscoveredLimit(string Parameter, bool Scales, double Low, double High, double RangeLow, double RangeHigh, double QuasiP);
