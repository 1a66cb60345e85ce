using System.Text.Json.Serialization;

namespace VotingSim.Analysis.Documents;

/// <summary>The same contract without line breaks; also what its fields are called.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(NumberOrNull), typeof(NumberOrWord)])]
[JsonSerializable(typeof(SummaryDocument))]
[JsonSerializable(typeof(UnpairedDocument))]
internal sealed partial class LineContext : JsonSerializerContext;
