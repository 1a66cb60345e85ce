using System.Collections.Immutable;
using VotingSim.Evidence.Baselines;

namespace VotingSim.Evidence.Scoring;

/// <summary>Models and baselines, scored on the same cases.</summary>
/// <remarks>Nothing is tuned: a baseline that is fitted is fitted to the cases of other clusters, for every case anew.</remarks>
public sealed record ScoreSheet
{
    /// <summary>Name of the joint model that takes text and time from a baseline each.</summary>
    public const string Together = "strongest-two";

    /// <summary>The cases.</summary>
    public required ScoredCases Cases { get; init; }

    /// <summary>What of them is not scored.</summary>
    public required ImmutableArray<Exclusion> Exclusions { get; init; }

    /// <summary>The models and baselines, models first.</summary>
    public required ImmutableArray<ScoredModel> Models { get; init; }

    /// <summary>All scores: by measure in the order of <see cref="Measure.All"/>, the best model first.</summary>
    public required ImmutableArray<ScoreLine> Lines { get; init; }

    /// <summary>The mean error that the stated coding errors would leave even a true model with, were they independent. Unit: issue scale. NaN
    /// without outcomes.</summary>
    public required double NoiseFloor { get; init; }

    /// <summary>The models that are no baselines.</summary>
    public IEnumerable<ScoredModel> Scored => Models.Where(model => !model.Model.IsBaseline);

    /// <summary>The lines of a score, the best first.</summary>
    /// <param name="measure">The score.</param>
    public ImmutableArray<ScoreLine> LinesOf(Measure measure) => [.. Lines.Where(line => line.Measure == measure)];

    /// <summary>The line of a model; null where the score is not defined for it.</summary>
    /// <param name="measure">The score.</param>
    /// <param name="model">The model.</param>
    public ScoreLine? LineOf(Measure measure, ForecastModel model) => Lines.FirstOrDefault(line => line.Measure == measure && line.Model == model);

    /// <summary>Scores models beside all baselines.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="models">The models, with a forecast of each case.</param>
    /// <param name="seed">Seed of the bootstrap intervals.</param>
    public static ScoreSheet Of(ScoredCases cases, IEnumerable<ForecastModel> models, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var others = cases.All.Select((_, index) => cases.Others(index)).ToArray();
        var baselines = AllBaselines.Of(cases.All).Select(baseline => new ForecastModel(
            baseline.Name, baseline.Title, IsBaseline: true, [.. cases.All.Select((one, index) => baseline.Of(one, others[index]))]));
        ImmutableArray<ScoredModel> scored = [.. models.Concat(baselines).AsParallel().AsOrdered().Select(model => ScoredModel.Of(cases, model))];
        ImmutableArray<ScoreLine> lines = [.. Measure.All.Except([Measure.Joint]).AsParallel().AsOrdered()
            .SelectMany(measure => ScoreLines.Of(cases, scored, measure, seed))];
        ImmutableArray<ScoredModel> joint = [.. scored.Where(model => !model.Model.IsBaseline), .. Joined(cases, lines)];
        return new()
        {
            Cases = cases,
            Exclusions = Exclusion.Of(cases.All),
            Models = scored,
            Lines = [.. ScoreLines.Of(cases, joint, Measure.Joint, seed), .. lines],
            NoiseFloor = FloorOf(cases),
        };
    }

    // A baseline says something of one part only: those of the greatest density of either part speak together.
    private static IEnumerable<ScoredModel> Joined(ScoredCases cases, ImmutableArray<ScoreLine> lines)
    {
        var (outcome, time) = (Strongest(Measure.OutcomeDensity), Strongest(Measure.TimeDensity));
        if (outcome is null && time is null)
        {
            return [];
        }

        var title = string.Join(" and ", new[] { outcome, time }.OfType<ForecastModel>().Select(model => model.Title));
        return [ScoredModel.Of(cases, new(Together, title, IsBaseline: true,
            [.. cases.All.Select((_, index) => (outcome?.Forecasts[index] ?? new()) with { Days = time?.Forecasts[index].Days })]))];

        ForecastModel? Strongest(Measure measure) => lines.FirstOrDefault(line => line.Measure == measure)?.Strongest;
    }

    private static double FloorOf(ScoredCases cases)
    {
        double[] floors =
        [
            .. cases.All.SelectMany(one => one.Record.Outcome.Select(_ => Statistics.Forecasts.NoiseFloor.AbsoluteError(
                one.Record.Error, one.Record.Error, [.. one.Terms.Roster.Members.Select(_ => 1.0)]))),
        ];
        return floors.Length > 0 ? floors.Average() : double.NaN;
    }
}
