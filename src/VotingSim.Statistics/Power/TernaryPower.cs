namespace VotingSim.Statistics.Power;

/// <summary>Power of a member where everybody else supports, abstains or objects with probability 1/3 each.</summary>
/// <param name="Whole">The probability that the member's support instead of its objection turns rejection into adoption: the two parts together.
/// Range: 0 to 1.</param>
/// <param name="FromAbstention">What support adds to the probability of adoption over abstention. Range: 0 to 1.</param>
/// <param name="FromObjection">What abstention adds to it over objection. Negative where an objector would have stayed out and an abstainer holds
/// the others up.</param>
public sealed record TernaryPower(double Whole, double FromAbstention, double FromObjection);
