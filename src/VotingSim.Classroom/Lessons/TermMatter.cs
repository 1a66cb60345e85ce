using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Lessons;

/// <summary>A matter of a term.</summary>
/// <param name="Plan">The matter as an experiment with two arms: patience, then a vote.</param>
/// <param name="Day">When it arises. Unit: days of the term.</param>
public sealed record TermMatter(ExperimentPlan Plan, int Day)
{
    /// <summary>Crisis and rule in words, the rule being that of patience.</summary>
    public CrisisText Text { get; } = CrisisText.Of(Plan, Plan.Arms[0]);

    /// <summary>What is deliberated on, under either rule.</summary>
    /// <param name="byVote">Whether a vote was chosen.</param>
    public Arm ArmOf(bool byVote) => Plan.Arms[byVote ? 1 : 0];

    /// <summary>The day of the last session that it can have. Unit: days of the term.</summary>
    public double LastDay => Day + TermsOf(byVote: false).Settings.HorizonDays;

    /// <summary>The terms of the arm.</summary>
    public DeliberationTerms TermsOf(bool byVote) => ArmOf(byVote).Terms;
}
