using System.Text.Json.Serialization;
using VotingSim.Analysis.Documents;

namespace VotingSim.Evidence.Calibration;

/// <summary>How a calibration is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(NumberOrNull)])]
[JsonSerializable(typeof(CalibrationDocument))]
internal sealed partial class CalibrationContext : JsonSerializerContext;
