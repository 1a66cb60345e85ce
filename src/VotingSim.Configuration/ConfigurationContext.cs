using System.Text.Json.Serialization;

namespace VotingSim.Configuration;

/// <summary>The contract of all configuration files: what is read, checked and written, and what the published schemas are made of.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    MaxDepth = 128)]
[JsonSerializable(typeof(ExperimentFile))]
[JsonSerializable(typeof(ReplicationsMap))]
[JsonSerializable(typeof(CampaignMap))]
[JsonSerializable(typeof(MembersFile))]
[JsonSerializable(typeof(CrisisFile))]
[JsonSerializable(typeof(RuleFile))]
[JsonSerializable(typeof(StructureFile))]
[JsonSerializable(typeof(RecordMap))]
[JsonSerializable(typeof(ClaimFile))]
[JsonSerializable(typeof(UncertaintyFile))]
[JsonSerializable(typeof(UncertaintyMap))]
[JsonSerializable(typeof(PosteriorMap))]
[JsonSerializable(typeof(RulePart))]
[JsonSerializable(typeof(CountMap))]
[JsonSerializable(typeof(Dictionary<string, decimal>))]
internal sealed partial class ConfigurationContext : JsonSerializerContext;
