using VotingSim.Deliberation;
using VotingSim.Members;

namespace VotingSim.Testing;

/// <summary>What one member did.</summary>
/// <param name="Member">Who.</param>
/// <param name="Ballot">Its ballot, cast or withheld.</param>
public sealed record Vote(MemberState Member, Ballot Ballot);
