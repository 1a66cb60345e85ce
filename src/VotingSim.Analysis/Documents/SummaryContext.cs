using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VotingSim.Analysis.Documents;

/// <summary>How <c>summary.json</c> is written: indented, but lists of numbers and small objects in a line each.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(NumberOrNull), typeof(NumberOrWord), typeof(EntriesBeside<ArmDocument>), typeof(EntriesBeside<ComparisonDocument>),
        typeof(OneLine<ValueInterval>), typeof(OneLine<MeanInterval>), typeof(OneLine<DifferenceInterval>), typeof(OneLine<ImmutableArray<double>>),
        typeof(OneLine<ImmutableArray<long>>), typeof(OneLine<RoundsCount>), typeof(OneLine<MemberDocument>), typeof(OneLine<MemberPairDocument>),
        typeof(OneLine<FrontierPointDocument>), typeof(OneLine<CoefficientDocument>), typeof(OneLine<ParameterDocument>), typeof(OneLine<TornadoDocument>),
    ])]
[JsonSerializable(typeof(SummaryDocument))]
internal sealed partial class SummaryContext : JsonSerializerContext;
