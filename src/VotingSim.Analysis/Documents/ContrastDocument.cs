using VotingSim.Analysis.Worlds;

namespace VotingSim.Analysis.Documents;

/// <summary>A rule against the first one, pooled over the design points of a crisis, or over all crises and design points.</summary>
/// <param name="Crisis">Name of the crisis; null where it is over all of them.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Baseline">Name of the rule that it is compared with.</param>
/// <param name="Pairs">Number of pairs of arms.</param>
/// <param name="ConsentShare">Share of the rule's decisions that nobody objected to.</param>
/// <param name="Worlds">The differences over worlds.</param>
public sealed record ContrastDocument(string? Crisis, string Rule, string Baseline, int Pairs, EstimateDocument ConsentShare, WorldsDocument Worlds)
{
    /// <summary>What is said of a contrast.</summary>
    public static ContrastDocument Of(ContrastSummary contrast)
    {
        ArgumentNullException.ThrowIfNull(contrast);
        var of = contrast.Contrast;
        return new(of.Crisis, of.Rule, of.Baseline, of.Pairs.Length, EstimateDocument.Of(contrast.ConsentShare), WorldsDocument.Of(contrast.Worlds));
    }
}
