using System.Text.Json.Serialization;

namespace VotingSim.Analysis.Documents;

/// <summary>How <c>summary.json</c> of campaigns is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(NumberOrNull)])]
[JsonSerializable(typeof(CampaignDocument))]
internal sealed partial class CampaignContext : JsonSerializerContext;
