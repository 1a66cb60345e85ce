using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Agreement;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>What a run says about one arm.</summary>
public sealed record ArmSummary
{
    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Number of replications.</summary>
    public required long Replications { get; init; }

    /// <summary>Share of the replications that decided before the horizon. Range: 0 to 1.</summary>
    public required Estimate DecidedShare { get; init; }

    /// <summary>Day by which half have decided; undefined where fewer do.</summary>
    public required Estimate MedianDays { get; init; }

    /// <summary>Mean number of days until the decision or the horizon, whichever is first.</summary>
    public required Estimate RestrictedMeanDays { get; init; }

    /// <summary>How many deliberations ended how.</summary>
    public required EndingCounts Endings { get; init; }

    /// <summary>Mean number of rounds held.</summary>
    public required Estimate Rounds { get; init; }

    /// <summary>Mean of every measure, in the order of the columns; over the replications where it is defined.</summary>
    public required ImmutableArray<KeyValuePair<string, Estimate>> Measures { get; init; }

    /// <summary>Share that is undecided, day by day.</summary>
    public required SurvivalCurve Survival { get; init; }

    /// <summary>Days of the decisions, and horizons, as counts: all that was observed of time.</summary>
    public required DurationCounts Durations { get; init; }

    /// <summary>Spread over worlds of the day of the decision, and of every measure that a frontier is drawn by; an undecided deliberation
    /// has the day of the horizon.</summary>
    public required ImmutableArray<KeyValuePair<string, WorldSpread>> Spreads { get; init; }

    /// <summary>How many deliberations held how many rounds; numbers of rounds that none held are left out.</summary>
    public required ImmutableArray<RoundsCount> RoundsCounts { get; init; }

    /// <summary>What befell each member, in seat order.</summary>
    public required ImmutableArray<MemberSummary> Members { get; init; }

    /// <summary>How alike the members cast their last ballots: pair by pair, and all together beyond chance. A vote is a replication,
    /// decided or not; abstention is a ballot too.</summary>
    public required AgreementSummary Agreement { get; init; }

    /// <summary>An estimate by its name in kebab case, as a configuration asks for it.</summary>
    public Estimate EstimateOf(string name) => name switch
    {
        EstimateName.DecidedShare => DecidedShare,
        EstimateName.MedianDays => MedianDays,
        EstimateName.RestrictedMeanDays => RestrictedMeanDays,
        EstimateName.Rounds => Rounds,
        _ => Measures.First(measure => EstimateName.Kebab(measure.Key) == name).Value,
    };

    /// <summary>The spread over worlds of <c>days</c> or of a measure, by the name of its column.</summary>
    public WorldSpread Spread(string name) => Spreads.First(spread => spread.Key == name).Value;

    /// <summary>The mean of a measure, by the name of its column.</summary>
    public Estimate Measure(string name) => Measures.First(measure => measure.Key == name).Value;
}
