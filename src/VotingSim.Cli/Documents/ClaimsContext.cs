using System.Text.Json.Serialization;
using VotingSim.Analysis.Documents;

namespace VotingSim.Cli.Documents;

/// <summary>How the document of claims is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(NumberOrNull)])]
[JsonSerializable(typeof(ClaimsDocument))]
internal sealed partial class ClaimsContext : JsonSerializerContext;
