using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What the class has chosen: a crisis, the members, one or several rules, and the luck. Everything is named as in the catalogue.</summary>
public sealed record TableChoice
{
    public const string DefaultCrisis = "myanmar-2021";
    public const string DefaultMembers = "asean-10";
    public const int Replications = 1000;

    /// <summary>Name of the crisis.</summary>
    public string Crisis { get; init; } = DefaultCrisis;

    /// <summary>Name of the members file.</summary>
    public string Members { get; init; } = DefaultMembers;

    /// <summary>Names of the rules, in the order in which they are shown.</summary>
    public ImmutableArray<string> Rules { get; init; } = ["consensus"];

    /// <summary>Seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which of the replications of that seed is on the table.</summary>
    public uint Replication { get; init; }

    /// <summary>Rounds until time is up, where it is not the usual horizon: a lesson is shorter than two years.</summary>
    public int? Rounds { get; init; }

    /// <summary>The choice as the query of an address, without what is at its default.</summary>
    public string Query
    {
        get
        {
            var parts = new List<string> { $"crisis={Uri.EscapeDataString(Crisis)}" };
            if (Members != DefaultMembers)
            {
                parts.Add($"members={Uri.EscapeDataString(Members)}");
            }

            parts.AddRange(Rules.Select(rule => $"rule={Uri.EscapeDataString(rule)}"));
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"seed={Seed}"));
            if (Replication > 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"replication={Replication}"));
            }

            if (Rounds is { } rounds)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"rounds={rounds}"));
            }

            return string.Join('&', parts);
        }
    }

    /// <summary>The choice as an experiment; names are looked up by <paramref name="referenceOf"/>, which is given a kind and a name.</summary>
    public JsonObject AsExperiment(Func<string, string, string> referenceOf)
    {
        var experiment = new JsonObject
        {
            ["experiment"] = $"classroom-{Crisis}",
            ["seed"] = Seed,
            ["replications"] = Math.Max(Replications, Replication + 1L),
            ["members"] = referenceOf("members", Members),
            ["crises"] = new JsonArray(referenceOf("crisis", Crisis)),
            ["rules"] = new JsonArray([.. Rules.Select(rule => (JsonNode)referenceOf("rule", rule))]),
        };
        if (Rounds is { } rounds)
        {
            experiment["deliberation"] = new JsonObject { ["horizon-days"] = rounds * new DeliberationSettings().RoundDays };
        }

        return experiment;
    }

    public bool Equals(TableChoice? other) => other is not null && Query == other.Query;

    public override int GetHashCode() => Query.GetHashCode(StringComparison.Ordinal);
}
