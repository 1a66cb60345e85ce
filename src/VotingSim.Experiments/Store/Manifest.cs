using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VotingSim.Grains.Clustering;

namespace VotingSim.Experiments.Store;

/// <summary>What was run, with what, where and when: the file that makes a run repeatable.</summary>
public sealed record Manifest
{
    /// <summary>The resolved configuration.</summary>
    public required JsonObject Configuration { get; init; }

    /// <summary>SHA-256 of the resolved configuration; the same as the plan's.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Version of the program that wrote last.</summary>
    public required string Version { get; init; }

    /// <summary>The engines that deliberated the rows: one, unless the run was resumed by another program. The journal says which file came of
    /// which.</summary>
    public IReadOnlyList<Engine> Engines { get; init; } = [];

    /// <summary>Operating system, processor architecture, number of processors, runtime.</summary>
    public required string Machine { get; init; }

    /// <summary>When the run began, in coordinated universal time.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>When it ended; null while it is unfinished.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Seconds that the run took, without those before an interruption; null while it is unfinished.</summary>
    public double? Seconds { get; init; }

    /// <summary>Replications of every arm that were run; null while it is unfinished.</summary>
    public long? Replications { get; init; }

    /// <summary>Ids of the arms, in order.</summary>
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>The versions that deliberated the rows, as a text names them.</summary>
    [JsonIgnore]
    public string Versions => Engines.Count < 2 ? Version
        : string.Join(" and ", Engines.Select(engine => engine.Version).Distinct(StringComparer.Ordinal));

    /// <summary>Whether the run is of campaigns, whose rows are matters.</summary>
    [JsonIgnore]
    public bool IsOfCampaigns => Configuration["campaign"] is not null;

    /// <summary>Whether the configuration is the one that the fingerprint was taken of.</summary>
    [JsonIgnore]
    public bool IsIntact => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Configuration.ToJsonString()))) == Fingerprint;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions WithoutDuplicates = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the manifest of a run.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is not one.</exception>
    public static async Task<Manifest> ReadAsync(ResultsFolder folder)
    {
        if (!folder.HasRun)
        {
            throw new InvalidDataException($"'{folder.Path}' holds no run: there is no manifest.json.");
        }

        try
        {
            var text = StrictUtf8.GetString(await File.ReadAllBytesAsync(folder.Manifest)).TrimStart('\uFEFF');
            using (JsonDocument.Parse(text, WithoutDuplicates))
            {
                // A tree of JSON would come upon a second key of the same name only later.
            }

            return JsonSerializer.Deserialize(text, StoreContext.Default.Manifest) ?? throw new JsonException("It is empty.");
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            throw new InvalidDataException($"'{folder.Manifest}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Commits the manifest.</summary>
    public Task CommitAsync(ResultsFolder folder) =>
        ResultsFolder.CommitAsync(folder.Manifest, stream => JsonSerializer.SerializeAsync(stream, this, StoreContext.Default.Manifest));

    /// <summary>Where another configuration differs from this one, a line each: path, here, there.</summary>
    public IReadOnlyList<string> DifferencesFrom(JsonObject other)
    {
        var differences = new List<string>();
        Compare("", Configuration, other, differences);
        return differences;
    }

    private static void Compare(string path, JsonNode? here, JsonNode? there, List<string> differences)
    {
        switch (here, there)
        {
            case (JsonObject a, JsonObject b):
                foreach (var key in a.Select(property => property.Key).Union(b.Select(property => property.Key), StringComparer.Ordinal))
                {
                    Compare(path.Length == 0 ? key : $"{path}.{key}", a[key], b[key], differences);
                }

                break;
            case (JsonArray a, JsonArray b):
                for (var index = 0; index < Math.Max(a.Count, b.Count); index++)
                {
                    Compare($"{path}[{index}]", index < a.Count ? a[index] : null, index < b.Count ? b[index] : null, differences);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(here, there))
                {
                    differences.Add($"{path}: {Text(here)} there, {Text(there)} now");
                }

                break;
        }

        static string Text(JsonNode? node) => node?.ToJsonString() is { } text ? text.Length > 60 ? text[..60] + "..." : text : "nothing";
    }
}
