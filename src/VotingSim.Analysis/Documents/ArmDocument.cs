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
/// <param name="ConsentShare">Share decided without an objection.</param>
/// <param name="VoteShare">Share decided against an objection.</param>
/// <param name="FailedShare">Share that was undecided at a horizon at which the matter dies.</param>
/// <param name="OpenShare">Share that was undecided at the horizon, and is still open.</param>
/// <param name="Days">Days until the decision or the horizon, over worlds.</param>
/// <param name="MedianDays">Day by which half have decided.</param>
/// <param name="RmstDays">Restricted mean time. Unit: days.</param>
/// <param name="Rounds">Mean rounds held.</param>
/// <param name="Measures">Mean of every measure, by its column.</param>
/// <param name="Survival">Share that is undecided, day by day from the event.</param>
/// <param name="RoundsCounts">How many deliberations held how many rounds.</param>
/// <param name="Members">What befell each member, in seat order.</param>
/// <param name="Agreement">How alike the last ballots are.</param>
public sealed record ArmDocument(
    string Arm,
    string Crisis,
    string Rule,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    long Replications,
    EstimateDocument DecidedShare,
    EstimateDocument ConsentShare,
    EstimateDocument VoteShare,
    EstimateDocument FailedShare,
    EstimateDocument OpenShare,
    SpreadDocument Days,
    EstimateDocument MedianDays,
    EstimateDocument RmstDays,
    MeanDocument Rounds,
    [property: Beside] IReadOnlyDictionary<string, MeanDocument> Measures,
    SurvivalCurve Survival,
    ImmutableArray<RoundsCount> RoundsCounts,
    ImmutableArray<MemberDocument> Members,
    AgreementDocument Agreement);
