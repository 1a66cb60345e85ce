using System.Runtime.CompilerServices;
using System.Text.Json;
using VotingSim.Campaigns;

namespace VotingSim.Grains.Serialization;

/// <summary>The terms of campaigns on the way to another process: as those of single crises, written once and, while they recur, read once.</summary>
[RegisterConverter]
internal sealed class CampaignTermsConverter : IConverter<CampaignTerms, CampaignTermsSurrogate>
{
    private readonly ConditionalWeakTable<CampaignTerms, byte[]> _written = [];
    private readonly Lock _lock = new();
    private (byte[] Utf8, CampaignTerms Terms)? _read;

    public CampaignTermsSurrogate ConvertToSurrogate(in CampaignTerms value) =>
        new() { Utf8 = _written.GetValue(value, static terms => JsonSerializer.SerializeToUtf8Bytes(terms, CoreJson.Options)) };

    public CampaignTerms ConvertFromSurrogate(in CampaignTermsSurrogate surrogate)
    {
        lock (_lock)
        {
            if (_read is not { } read || !read.Utf8.AsSpan().SequenceEqual(surrogate.Utf8))
            {
                read = (surrogate.Utf8, JsonSerializer.Deserialize<CampaignTerms>(surrogate.Utf8, CoreJson.Options)!);
                _read = read;
            }

            return read.Terms;
        }
    }
}

/// <summary>Terms as UTF-8 JSON.</summary>
[GenerateSerializer, Alias("votingsim.campaign-terms")]
internal struct CampaignTermsSurrogate
{
    [Id(0)]
    public byte[] Utf8;
}
