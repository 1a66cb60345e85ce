using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What a class has changed of a world; what is at its shipped value is not in it.</summary>
public sealed record WhatIf
{
    private const int LongestWrong = 40;

    /// <summary>Nothing is changed.</summary>
    public static WhatIf Nothing { get; } = new();

    /// <summary>The values that were changed.</summary>
    public ImmutableSortedDictionary<Lever, double> Values { get; private init; } = ImmutableSortedDictionary<Lever, double>.Empty;

    /// <summary>What was given and cannot be read.</summary>
    public ImmutableSortedDictionary<Lever, string> Wrong { get; private init; } = ImmutableSortedDictionary<Lever, string>.Empty;

    /// <summary>Code of the member whose position is changed; null where none is.</summary>
    public string? Member { get; private init; }

    /// <summary>Whether nothing is changed.</summary>
    public bool IsNothing => Values.IsEmpty && Wrong.IsEmpty;

    /// <summary>The parts of the query of an address.</summary>
    public IEnumerable<string> Query => LeverRange.All.Where(range => Values.ContainsKey(range.Lever) || Wrong.ContainsKey(range.Lever))
        .Select(range => $"{range.Key}={Uri.EscapeDataString(Wrong.GetValueOrDefault(range.Lever) ?? Text(range.Lever))}");

    /// <summary>What was given and cannot be read, each with what was expected.</summary>
    public IEnumerable<Problem> Problems => Wrong.Select(pair => (Range: LeverRange.Of(pair.Key), pair.Value)).Select(wrong => new Problem(
        "the address", 0, 0, wrong.Range.Key, $"'{wrong.Value}' is no value for {wrong.Range.Key}; expected {wrong.Range.Expected}"));

    /// <summary>Reads what an address says.</summary>
    /// <param name="said">What it says under a key; null where it says nothing.</param>
    public static WhatIf Read(Func<string, string?> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var read = Nothing;
        foreach (var range in LeverRange.All)
        {
            if (said(range.Key) is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var (member, number) = range.Lever == Lever.Position ? Split(text) : (null, text);
            var isWhole = range.Lever != Lever.Position || member is not null;
            read = isWhole && range.Read(number) is { } value ? read.With(range.Lever, value, member)
                : read with { Wrong = read.Wrong.SetItem(range.Lever, text.Length <= LongestWrong ? text : text[..LongestWrong] + "…") };
        }

        return read;
    }

    /// <summary>The value of a lever; null where it is as shipped.</summary>
    public double? Of(Lever lever) => Values.TryGetValue(lever, out var value) ? value : null;

    /// <summary>The same with another value.</summary>
    /// <param name="lever">The lever.</param>
    /// <param name="value">Its value.</param>
    /// <param name="member">Code of the member whose position it is; null for the other levers.</param>
    public WhatIf With(Lever lever, double value, string? member = null) => this with
    {
        Values = Values.SetItem(lever, value),
        Wrong = Wrong.Remove(lever),
        Member = lever == Lever.Position ? member : Member,
    };

    /// <summary>The same with a lever as shipped.</summary>
    public WhatIf Without(Lever lever) => this with
    {
        Values = Values.Remove(lever),
        Wrong = Wrong.Remove(lever),
        Member = lever == Lever.Position ? null : Member,
    };

    /// <summary>Writes what is changed into an experiment, by the keys of the configuration.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="usual">The same experiment with nothing changed.</param>
    /// <exception cref="ConfigurationException">None of the rules has a quota, and one is given.</exception>
    internal void WriteInto(JsonObject experiment, ExperimentPlan usual)
    {
        Put("deliberation", "patience-days", Lever.Patience);
        Put("deliberation", "shadow-of-the-vote", Lever.Shadow);
        Put("urgency", "initial", Lever.Urgency);
        Put("urgency", "growth", Lever.Growth);

        // What lies in a file that the experiment names is changed by its name: a sweep over one value.
        var grid = new JsonObject();
        if (Of(Lever.Quota) is { } quota)
        {
            var place = QuotaPlace.Of(usual)
                ?? throw new ConfigurationException([new("the address", 0, 0, "quota", "none of the rules has a quota that is a share")]);
            grid[place.Parameter] = new JsonArray(Number(quota));
        }

        if (Of(Lever.Position) is { } position)
        {
            var issues = usual.Arms[0].Terms.Crisis.Issues;
            grid[$"stances.{Member}.position{(issues.Length > 1 ? $".{issues[0].Name}" : "")}"] = new JsonArray(Number(position));
        }

        if (grid.Count > 0)
        {
            experiment["sweep"] = new JsonObject { ["grid"] = grid };
        }

        void Put(string map, string key, Lever lever)
        {
            if (Of(lever) is { } value)
            {
                var values = experiment[map] as JsonObject ?? [];
                values[key] = Number(value);
                experiment[map] = values;
            }
        }
    }

    // As a file would have it, so that it is read in the same way.
    private static JsonNode Number(double value) => JsonNode.Parse(LeverRange.Written(value))!;

    private string Text(Lever lever) => lever == Lever.Position
        ? $"{Member}:{LeverRange.Written(Values[lever])}"
        : LeverRange.Written(Values[lever]);

    private static (string? Member, string Number) Split(string text) =>
        text.LastIndexOf(':') is > 0 and var colon ? (text[..colon].Trim(), text[(colon + 1)..]) : (null, text);
}
