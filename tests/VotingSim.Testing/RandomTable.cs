using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Testing;

/// <summary>A roster, a rule for it, and rounds of ballots.</summary>
/// <param name="Roster">Who sits there.</param>
/// <param name="Rule">How they decide.</param>
/// <param name="Rounds">Thirty rounds of ballots, each in seat order.</param>
public sealed record RandomTable(Roster Roster, DecisionRule Rule, Ballot[][] Rounds);
