using System.Collections.Immutable;

namespace VotingSim.Configuration.Import;

/// <summary>What was made of a table: a members file and a crisis file.</summary>
/// <param name="Name">Name of the crisis.</param>
/// <param name="Members">The members file, as YAML.</param>
/// <param name="Crisis">The crisis file, as YAML.</param>
/// <param name="Notes">What the table did not say and was assumed, a sentence each; it stands in the files too.</param>
public sealed record ImportedFiles(string Name, string Members, string Crisis, ImmutableArray<string> Notes)
{
    /// <summary>Name of the members file, e.g. <c>budget-members.yaml</c>.</summary>
    public string MembersFileName => $"{NameId.Of(Name)}-members.yaml";

    /// <summary>Name of the crisis file, e.g. <c>budget-crisis.yaml</c>.</summary>
    public string CrisisFileName => $"{NameId.Of(Name)}-crisis.yaml";
}
