using System.Text.Json;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Serialization;

/// <summary>A round of a room on the way to another process.</summary>
[RegisterConverter]
internal sealed class TracedRoundConverter : IConverter<TracedRound, TracedRoundSurrogate>
{
    public TracedRoundSurrogate ConvertToSurrogate(in TracedRound value) =>
        new() { Utf8 = JsonSerializer.SerializeToUtf8Bytes(value, CoreJson.Options) };

    public TracedRound ConvertFromSurrogate(in TracedRoundSurrogate surrogate) =>
        JsonSerializer.Deserialize<TracedRound>(surrogate.Utf8, CoreJson.Options)!;
}

/// <summary>A round as UTF-8 JSON.</summary>
[GenerateSerializer, Alias("votingsim.traced-round")]
internal struct TracedRoundSurrogate
{
    [Id(0)]
    public byte[] Utf8;
}
