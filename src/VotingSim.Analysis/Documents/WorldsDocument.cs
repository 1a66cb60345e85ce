using VotingSim.Analysis.Worlds;

namespace VotingSim.Analysis.Documents;

/// <summary>How a rule differs from the baseline, world by world. Shares are of all worlds, from 0 to 1; differences are rule minus
/// baseline.</summary>
/// <param name="Worlds">Number of worlds.</param>
/// <param name="Earlier">Share in which the rule decides earlier; a decision is earlier than none.</param>
/// <param name="Same">Share in which both decide on the same day, or neither does.</param>
/// <param name="Later">Share in which the rule decides later.</param>
/// <param name="NeitherDecides">Share in which neither decides; they are among the same.</param>
/// <param name="OnlyRuleDecides">Share in which only the rule decides; its difference counts the baseline as deciding at the horizon.</param>
/// <param name="OnlyBaselineDecides">Share in which only the baseline decides.</param>
/// <param name="Days">Difference in days; below 0 the rule is earlier.</param>
/// <param name="Measures">Difference of every measure, by its column.</param>
public sealed record WorldsDocument(
    long Worlds,
    double Earlier,
    double Same,
    double Later,
    double NeitherDecides,
    double OnlyRuleDecides,
    double OnlyBaselineDecides,
    SpreadDocument Days,
    [property: Beside] IReadOnlyDictionary<string, WorldMeasureDocument> Measures)
{
    /// <summary>What is said of a comparison over worlds.</summary>
    public static WorldsDocument Of(WorldComparison worlds)
    {
        ArgumentNullException.ThrowIfNull(worlds);
        return new(
            worlds.Days.Worlds,
            worlds.Earlier.Value,
            worlds.Same.Value,
            worlds.Later.Value,
            worlds.NeitherDecides.Value,
            worlds.OnlyRuleDecides.Value,
            worlds.OnlyBaselineDecides.Value,
            SpreadDocument.Of(WorldSpread.Of(worlds.Days)),
            new OrderedDictionary<string, WorldMeasureDocument>(
                worlds.Measures.Select(measure => KeyValuePair.Create(measure.Key, WorldMeasureDocument.Of(measure.Value))), StringComparer.Ordinal));
    }
}
