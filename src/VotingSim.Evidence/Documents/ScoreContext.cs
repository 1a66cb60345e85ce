using System.Text.Json.Serialization;
using VotingSim.Analysis.Documents;

namespace VotingSim.Evidence.Documents;

/// <summary>How scores are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(NumberOrNull)])]
[JsonSerializable(typeof(ScoreDocument))]
internal sealed partial class ScoreContext : JsonSerializerContext;
