using System.Text.Json.Serialization;
using VotingSim.Analysis.Documents;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>How the document of a survival analysis is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(NumberOrNull)])]
[JsonSerializable(typeof(SurvivalDocument))]
internal sealed partial class SurvivalContext : JsonSerializerContext;
