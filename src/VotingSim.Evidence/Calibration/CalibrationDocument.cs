using System.Text.Json;

namespace VotingSim.Evidence.Calibration;

/// <summary>What came of a calibration: <c>calibration.json</c>.</summary>
/// <param name="Answer">The answer in a sentence.</param>
/// <param name="Cases">Names of the cases.</param>
/// <param name="Excluded">Names of cases whose record says nothing of time or outcome.</param>
/// <param name="Against">The rule that consensus is compared with.</param>
/// <param name="Draws">Draws of the parameters in each stage.</param>
/// <param name="PerDraw">Worlds of each draw and case.</param>
/// <param name="Seed">Seed of draws and luck.</param>
/// <param name="LogDaysWidth">Standard deviation of the error of a recorded time. Unit: log10 of days.</param>
/// <param name="Miscoded">Share of records that say nothing of what happened: the weight of the floor.</param>
/// <param name="UntoldAbove">Relative width above which the record does not tell.</param>
/// <param name="StackedLogDensity">Sum over cases of the log density of the stacked mixture, each case left out in turn.</param>
/// <param name="Stacked">What consensus does, structures weighted by how well they foretold.</param>
/// <param name="Structures">Each structure.</param>
public sealed record CalibrationDocument(
    string Answer,
    IReadOnlyList<string> Cases,
    IReadOnlyList<string> Excluded,
    string Against,
    int Draws,
    int PerDraw,
    ulong Seed,
    double LogDaysWidth,
    double Miscoded,
    double UntoldAbove,
    double StackedLogDensity,
    EffectDocument Stacked,
    IReadOnlyList<StructureDocument> Structures)
{
    /// <summary>As JSON, without an end of line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CalibrationContext.Default.CalibrationDocument);

    /// <summary>The document of what was found.</summary>
    internal static CalibrationDocument Of(
        CalibrationPlan plan, IReadOnlyList<(StructurePosterior Posterior, int Stages, RuleEffect[] Effects)> found)
    {
        var stacking = StructureWeights.Of([.. found.Select(one => one.Posterior)]);
        StructureDocument[] structures = [.. found.Select((one, index) =>
            StructureDocument.Of(plan, one.Posterior, one.Stages, one.Effects, stacking.Weights[index]))];
        var stacked = EffectDocument.Of([.. found.SelectMany((one, index) =>
            one.Effects.Select(effect => (effect, stacking.Weights[index] / one.Effects.Length)))]);
        return new(
            CalibrationSentence.Of(plan.Options.Against, structures, stacked),
            [.. plan.Cases.Select(one => one.Name)],
            plan.Excluded,
            plan.Options.Against,
            plan.Options.Draws,
            plan.Options.PerDraw,
            plan.Options.Seed,
            RecordLikelihood.LogDaysWidth,
            RecordLikelihood.Miscoded,
            ParameterDocument.Bound,
            stacking.LogDensity,
            stacked,
            structures);
    }
}
