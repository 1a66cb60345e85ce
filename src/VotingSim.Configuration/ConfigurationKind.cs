using System.Text.Json.Nodes;

namespace VotingSim.Configuration;

/// <summary>The kinds of configuration file, in the order in which they are recognised: a claim has a key <c>experiment</c>, and an
/// experiment keys <c>members</c> and <c>uncertainty</c>.</summary>
/// <param name="Key">The key at the first level that tells the kind, and its name.</param>
/// <param name="Folder">Its folder in the shipped tree.</param>
/// <param name="Type">Its contract.</param>
internal sealed record ConfigurationKind(string Key, string Folder, Type Type)
{
    public static readonly ConfigurationKind Experiment = new("experiment", "experiments", typeof(ExperimentFile));
    public static readonly ConfigurationKind Crisis = new("crisis", "crises", typeof(CrisisFile));
    public static readonly ConfigurationKind Rule = new("rule", "rules", typeof(RuleFile));
    public static readonly ConfigurationKind Members = new("members", "members", typeof(MembersFile));
    public static readonly ConfigurationKind Uncertainty = new("uncertainty", "uncertainty", typeof(UncertaintyFile));
    public static readonly ConfigurationKind Structure = new("structure", "structures", typeof(StructureFile));
    public static readonly ConfigurationKind Claim = new("claim", "claims", typeof(ClaimFile));
    public static readonly IReadOnlyList<ConfigurationKind> All = [Claim, Experiment, Crisis, Rule, Structure, Uncertainty, Members];

    /// <summary>The kind of a document; null where no key tells it.</summary>
    public static ConfigurationKind? Of(JsonNode? root) => root is JsonObject map ? All.FirstOrDefault(kind => map.ContainsKey(kind.Key)) : null;

    public override string ToString() => Key == "members" ? "members file" : Key;
}
