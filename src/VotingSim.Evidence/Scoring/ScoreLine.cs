using VotingSim.Statistics;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>A score of a model, beside the strongest baseline of that score.</summary>
public sealed record ScoreLine
{
    /// <summary>The score.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The model.</summary>
    public required ForecastModel Model { get; init; }

    /// <summary>Number of cases, or of issues of cases, that it is the mean of.</summary>
    public required int Cases { get; init; }

    /// <summary>The score, with the interval that takes clusters as independent.</summary>
    public required Estimate Value { get; init; }

    /// <summary>The strongest baseline: the best mean of all baselines on this very record, which flatters it. Null where there is none.</summary>
    public ForecastModel? Strongest { get; init; }

    /// <summary>The model's score less the strongest baseline's, case by case. Undefined where there is none, and for that baseline itself.</summary>
    public Estimate Difference { get; init; } = Estimate.Undefined;

    /// <summary>In how many cases the model is better; null where pairs of cases are scored, and without a difference.</summary>
    public int? Wins { get; init; }

    /// <summary>In how many it is worse.</summary>
    public int? Losses { get; init; }

    /// <summary>In how many both are the same.</summary>
    public int? Ties { get; init; }

    /// <summary>What the interval of the difference says of the model; null without a difference.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Number of independent clusters with which a difference of the size found would be seen in four of five records; NaN without a
    /// difference, and where pairs of cases are scored.</summary>
    public double ClustersNeeded { get; init; } = double.NaN;

    /// <summary>Whether the model is the strongest baseline.</summary>
    public bool IsStrongest => Model == Strongest;

    /// <summary>The verdict in a word or two; a dash without one.</summary>
    public string Word => IsStrongest ? "strongest" : Verdict switch
    {
        Statistics.Forecasts.Verdict.Better => "better",
        Statistics.Forecasts.Verdict.Worse => "worse",
        Statistics.Forecasts.Verdict.NoDifferent => "no different",
        _ => "-",
    };
}
