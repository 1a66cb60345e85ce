using System.Collections.Immutable;
using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Documents;

/// <summary>What is said of an arm.</summary>
/// <param name="Arm">Id of the arm.</param>
/// <param name="Crisis">Name of the crisis.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Parameters">Value of every swept parameter, by its path.</param>
/// <param name="Replications">How many.</param>
/// <param name="DecidedShare">Share that decided before the horizon. Range: 0 to 1.</param>
/// <param name="MedianDays">Day by which half have decided.</param>
/// <param name="RmstDays">Restricted mean time. Unit: days.</param>
/// <param name="Rounds">Mean rounds held.</param>
/// <param name="Measures">Mean of every measure, by its column.</param>
/// <param name="Survival">Share that is undecided, day by day.</param>
/// <param name="RoundsCounts">How many deliberations took how many rounds.</param>
/// <param name="Members">What befell each member, in seat order.</param>
/// <param name="Agreement">How alike the last ballots are.</param>
public sealed record ArmDocument(
    string Arm,
    string Crisis,
    string Rule,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    long Replications,
    ValueInterval DecidedShare,
    ValueInterval MedianDays,
    ValueInterval RmstDays,
    MeanInterval Rounds,
    [property: Beside] IReadOnlyDictionary<string, MeanInterval> Measures,
    SurvivalCurve Survival,
    ImmutableArray<RoundsCount> RoundsCounts,
    ImmutableArray<MemberDocument> Members,
    AgreementDocument Agreement);
