using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VotingSim.Calendars;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

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

    /// <summary>What was given for a seed and is none; null where there is nothing wrong.</summary>
    public string? BadSeed { get; init; }

    /// <summary>What was given for a replication and is none; null where there is nothing wrong.</summary>
    public string? BadReplication { get; init; }

    /// <summary>Sessions until time is up, where it is a lesson: then the matter does not wait for the agenda either. Null: the usual horizon,
    /// and the wait as it is drawn.</summary>
    public int? Rounds { get; init; }

    /// <summary>What is changed of the world that ships; rooms change nothing.</summary>
    [JsonIgnore]
    public WhatIf WhatIf { get; init; } = WhatIf.Nothing;

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
            parts.Add(BadSeed is { } seed ? $"seed={Uri.EscapeDataString(seed)}" : string.Create(CultureInfo.InvariantCulture, $"seed={Seed}"));
            if (BadReplication is { } replication)
            {
                parts.Add($"replication={Uri.EscapeDataString(replication)}");
            }
            else if (Replication > 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"replication={Replication}"));
            }

            if (Rounds is { } rounds)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"rounds={rounds}"));
            }

            parts.AddRange(WhatIf.Query);
            return string.Join('&', parts);
        }
    }

    /// <summary>What was given and cannot be read, each with what was expected.</summary>
    public IEnumerable<Problem> Problems
    {
        get
        {
            if (BadSeed is { } seed)
            {
                yield return new("the address", 0, 0, "seed", $"'{seed}' is no seed; expected a whole number from 0 to {ulong.MaxValue}");
            }

            if (BadReplication is { } replication)
            {
                yield return new(
                    "the address", 0, 0, "replication", $"'{replication}' is no replication; expected a whole number from 0 to {uint.MaxValue}");
            }

            foreach (var problem in WhatIf.Problems)
            {
                yield return problem;
            }
        }
    }

    /// <summary>The choice as an experiment, in which nothing is uncertain but luck: a class is to meet the same world on both sides.</summary>
    /// <param name="referenceOf">Looks up a name; it is given a kind and a name.</param>
    /// <param name="usual">The same as it was read with nothing changed: it knows the calendar on which the members meet on the crisis, and where
    /// what is changed stands. Null where it is not known yet; then the usual horizon stands, and nothing is changed.</param>
    /// <exception cref="ConfigurationException">What is changed is in nothing that was chosen.</exception>
    public JsonObject AsExperiment(Func<string, string, string> referenceOf, ExperimentPlan? usual = null)
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
        if (usual is not null)
        {
            if (DeliberationOn(usual.Arms[0].Terms.Settings.Calendar) is { Count: > 0 } deliberation)
            {
                experiment["deliberation"] = deliberation;
            }

            WhatIf.WriteInto(experiment, usual);
        }

        return experiment;
    }

    /// <summary>The choice with what was changed before, as far as it is about the same.</summary>
    /// <param name="before">What was on the screen.</param>
    public TableChoice Keeping(TableChoice before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return this with
        {
            WhatIf = (Crisis, Members) != (before.Crisis, before.Members) ? WhatIf.Nothing
                : Rules.SequenceEqual(before.Rules) ? before.WhatIf
                : before.WhatIf.Without(Lever.Quota),
        };
    }

    public bool Equals(TableChoice? other) => other is not null && Query == other.Query;

    public override int GetHashCode() => Query.GetHashCode(StringComparison.Ordinal);

    // What is at its default is not written down.
    private JsonObject DeliberationOn(SessionCalendar calendar)
    {
        var horizon = Rounds is { } rounds ? Horizon.OfLesson(calendar, rounds) : Horizon.OfTable(calendar);
        var deliberation = new JsonObject();
        if (horizon != new DeliberationSettings().HorizonDays)
        {
            deliberation["horizon-days"] = horizon;
        }

        if (Rounds is not null && calendar.Agenda.MedianDays > 0)
        {
            deliberation["agenda"] = new JsonObject { ["median-days"] = 0.0 };
        }

        return deliberation;
    }
}
