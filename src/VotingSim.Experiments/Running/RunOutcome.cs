using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Experiments.Running;

/// <summary>How a run ended.</summary>
/// <param name="Plan">The plan, with the replications that were run.</param>
/// <param name="Failures">The cohorts that failed; their parts are not in the folder. Empty where all went well.</param>
public sealed record RunOutcome(ExperimentPlan Plan, IReadOnlyList<CohortFailure> Failures);
