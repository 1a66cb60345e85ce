using System.Text.Json.Serialization;
using VotingSim.Analysis.Documents;

namespace VotingSim.Cli.Documents;

/// <summary>How the commands' own documents are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(NumberOrNull)])]
[JsonSerializable(typeof(PowerDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(CohesionDocument))]
[JsonSerializable(typeof(ReplayDocument))]
internal sealed partial class DocumentContext : JsonSerializerContext;
