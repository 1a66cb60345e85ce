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
        typeof(NumberOrNull), typeof(NumberOrWord), typeof(EntriesBeside<ArmDocument>),
        typeof(EntriesBeside<ComparisonDocument>), typeof(EntriesBeside<WorldsDocument>), typeof(EntriesBeside<UnpairedDocument>),
        typeof(OneLine<ValueInterval>), typeof(OneLine<EstimateDocument>), typeof(OneLine<MeanDocument>), typeof(OneLine<DifferenceDocument>),
        typeof(OneLine<MeanDifferenceDocument>), typeof(OneLine<MemberDifferenceDocument>), typeof(OneLine<SpreadDocument>),
        typeof(OneLine<WorldMeasureDocument>),
        typeof(OneLine<ProportionalHazardsDocument>), typeof(OneLine<DriverDocument>),
        typeof(OneLine<VarianceDocument>), typeof(OneLine<BoxLimitDocument>), typeof(OneLine<ImmutableArray<double>>),
        typeof(OneLine<ImmutableArray<long>>), typeof(OneLine<RoundsCount>), typeof(OneLine<MemberDocument>), typeof(OneLine<MemberPairDocument>),
        typeof(OneLine<FrontierPointDocument>), typeof(OneLine<JointCoefficientDocument>),
        typeof(OneLine<ParameterDocument>), typeof(OneLine<TornadoDocument>),
    ])]
[JsonSerializable(typeof(SummaryDocument))]
[JsonSerializable(typeof(IEnumerable<UnpairedDocument>))]
internal sealed partial class SummaryContext : JsonSerializerContext;
