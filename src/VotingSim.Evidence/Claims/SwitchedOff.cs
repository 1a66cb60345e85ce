using VotingSim.Statistics;

namespace VotingSim.Evidence.Claims;

/// <summary>A claim's quantity without one of the mechanisms.</summary>
/// <param name="Switch">The mechanism.</param>
/// <param name="Without">The estimate without it, in the same worlds; its interval only for the one that changes the estimate most.</param>
/// <param name="Change">How far the estimate is from that; of a ratio the absolute logarithm of their quotient. Infinite where only one of the two is
/// defined.</param>
public sealed record SwitchedOff(MechanismSwitch Switch, Estimate Without, double Change);
