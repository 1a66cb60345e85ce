using System.Collections.Immutable;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Evidence.Documents;

/// <summary>What <c>score --format json</c> writes; its fields are in the codebook.</summary>
/// <param name="Cases">How many cases there are of what.</param>
/// <param name="Excluded">What of them is not scored.</param>
/// <param name="Findings">How the models did, in sentences, what is against them first.</param>
/// <param name="ModelsCompared">Number of models and baselines that were compared.</param>
/// <param name="Worlds">Number of worlds that each case was deliberated in.</param>
/// <param name="Seed">Seed of worlds and of intervals.</param>
/// <param name="LogDaysKernel">Width of the kernel of log10 days.</param>
/// <param name="NoiseFloor">Error that the stated coding errors leave even a true model with.</param>
/// <param name="Models">The models and baselines.</param>
/// <param name="Scores">The scores.</param>
/// <param name="Predictions">What was said of every case.</param>
public sealed record ScoreDocument(
    CaseCountsDocument Cases,
    ImmutableArray<ExclusionDocument> Excluded,
    ImmutableArray<string> Findings,
    int ModelsCompared,
    int Worlds,
    ulong Seed,
    double LogDaysKernel,
    double NoiseFloor,
    ImmutableArray<ScoredModelDocument> Models,
    ImmutableArray<ScoreLineDocument> Scores,
    ImmutableArray<PredictionDocument> Predictions)
{
    /// <summary>What is said of scores.</summary>
    /// <param name="sheet">The scores.</param>
    /// <param name="worlds">Number of worlds that each case was deliberated in.</param>
    /// <param name="seed">Seed of worlds and of intervals.</param>
    public static ScoreDocument Of(ScoreSheet sheet, int worlds, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new(
            CaseCountsDocument.Of(sheet.Cases), [.. sheet.Exclusions.Select(ExclusionDocument.Of)], ScoreFindings.Of(sheet), sheet.Models.Length,
            worlds, seed, TimeScore.Kernel, sheet.NoiseFloor, [.. sheet.Models.Select(ScoredModelDocument.Of)],
            [.. sheet.Lines.Select(ScoreLineDocument.Of)], PredictionDocument.Of(sheet));
    }
}
