namespace VotingSim.Configuration.Cases;

/// <summary>The table of a case: who sat there, and who else belongs to it.</summary>
/// <param name="Members">Those that took part, resolved.</param>
/// <param name="Absent">Codes of those that did not, or whose position is not known.</param>
internal sealed record CaseTable(MembersFile Members, IReadOnlySet<string> Absent)
{
    /// <summary>Codes of those that took part.</summary>
    public IReadOnlySet<string> Codes { get; } = Members.Members.Select(member => member.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>Codes that nobody at this table has, but somebody: stances, affinities and weights may speak of them.</summary>
    public IReadOnlySet<string> Elsewhere { get; } = RosterReader.ShippedCodes.Concat(Absent).ToHashSet(StringComparer.Ordinal);
}
