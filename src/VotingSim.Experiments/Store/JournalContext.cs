using System.Text.Json.Serialization;

namespace VotingSim.Experiments.Store;

/// <summary>How a line of the journal is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JournalEntry))]
internal sealed partial class JournalContext : JsonSerializerContext;
