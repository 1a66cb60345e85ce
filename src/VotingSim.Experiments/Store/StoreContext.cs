using System.Text.Json.Serialization;

namespace VotingSim.Experiments.Store;

/// <summary>How the documents of a results folder are written; nothing about them is found out while a run waits.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(IReadOnlyList<CohortFailure>))]
internal sealed partial class StoreContext : JsonSerializerContext;
