using System.Collections.Immutable;

namespace VotingSim.Analysis.Data;

/// <summary>Some of the members of a table.</summary>
/// <param name="Names">For every one the names that it may have in the table.</param>
/// <param name="AreAllNeeded">Whether one that the table does not have is an error.</param>
public sealed record MemberGroup(ImmutableArray<ImmutableArray<string>> Names, bool AreAllNeeded)
{
    /// <summary>Those of a list of names.</summary>
    public static MemberGroup Of(IEnumerable<string> names) => new([.. names.Select(name => (ImmutableArray<string>)[name])], AreAllNeeded: true);
}
