namespace VotingSim.Rules;

/// <summary>The ballots of one round, counted: who supports and who objects; the rest of the seated members abstain.</summary>
public readonly record struct Tally(Coalition Supporters, Coalition Objectors);
