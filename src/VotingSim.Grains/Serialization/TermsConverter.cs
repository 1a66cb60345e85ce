using System.Runtime.CompilerServices;
using System.Text.Json;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Serialization;

/// <summary>The terms of an arm on the way to another process. All cohorts of an arm have the same, so that they are written once and,
/// while they recur, read once.</summary>
[RegisterConverter]
internal sealed class TermsConverter : IConverter<DeliberationTerms, TermsSurrogate>
{
    private const int Remembered = 16;

    private readonly ConditionalWeakTable<DeliberationTerms, byte[]> _written = [];
    private readonly Lock _lock = new();
    private readonly (byte[] Utf8, DeliberationTerms Terms)[] _read = new (byte[], DeliberationTerms)[Remembered];
    private int _next;

    public TermsSurrogate ConvertToSurrogate(in DeliberationTerms value) =>
        new() { Utf8 = _written.GetValue(value, static terms => JsonSerializer.SerializeToUtf8Bytes(terms, CoreJson.Options)) };

    public DeliberationTerms ConvertFromSurrogate(in TermsSurrogate surrogate)
    {
        lock (_lock)
        {
            foreach (var (utf8, terms) in _read)
            {
                if (utf8 is not null && utf8.AsSpan().SequenceEqual(surrogate.Utf8))
                {
                    return terms;
                }
            }
        }

        var read = JsonSerializer.Deserialize<DeliberationTerms>(surrogate.Utf8, CoreJson.Options)!;
        lock (_lock)
        {
            _read[_next] = (surrogate.Utf8, read);
            _next = (_next + 1) % Remembered;
        }

        return read;
    }
}

/// <summary>Terms as UTF-8 JSON.</summary>
[GenerateSerializer, Alias("votingsim.terms")]
internal struct TermsSurrogate
{
    [Id(0)]
    public byte[] Utf8;
}
