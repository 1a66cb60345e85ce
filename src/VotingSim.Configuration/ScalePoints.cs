using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using VotingSim.Crises;

namespace VotingSim.Configuration;

/// <summary>The key <c>points</c> of an issue: what places on its scale mean.</summary>
internal static class ScalePoints
{
    private const int Fewest = 2;
    private const int Most = 12;

    /// <summary>Reports places that are none, that stand twice or out of order, and too few or too many of them.</summary>
    public static void Check(ConfigurationNode points)
    {
        if (points.Node is not JsonObject map || map.Count > ConfigurationNode.LongestList)
        {
            return; // what is no map was reported by the contract
        }

        if (map.Count is < Fewest or > Most)
        {
            points.ReportKey($"there are {map.Count} points; expected {Fewest} to {Most}");
        }

        var before = double.NegativeInfinity;
        foreach (var (key, _) in map)
        {
            if (PlaceOf(key) is not { } place)
            {
                points[key].ReportKey($"'{ContractCheck.Quote(key)}' is no place on the scale; expected a number from 0 to 100");
            }
            else if (place == before)
            {
                points[key].ReportKey($"the place {ContractCheck.Quote(key)} is named twice; expected each once");
            }
            else if (place < before)
            {
                points[key].ReportKey($"the place {ContractCheck.Quote(key)} comes after a higher one; expected them ascending");
            }
            else
            {
                before = place;
            }
        }
    }

    /// <summary>The points of an issue in which nothing is wrong, ascending; none where there are none.</summary>
    public static ImmutableArray<ScalePoint> Of(Dictionary<string, string>? points) =>
        [.. (points ?? []).Select(point => new ScalePoint(PlaceOf(point.Key)!.Value, point.Value.Trim())).OrderBy(point => point.At)];

    private static double? PlaceOf(string key) =>
        double.TryParse(key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var place) && place is >= 0 and <= 100 ? place : null;
}
