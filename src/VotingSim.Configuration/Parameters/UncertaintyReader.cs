using System.Collections.Immutable;
using System.Text.Json;

namespace VotingSim.Configuration.Parameters;

/// <summary>Reads which parameters are uncertain, and how.</summary>
internal static class UncertaintyReader
{
    private const string Verb = "uncertain";

    /// <summary>What a place names or says; null where something is wrong, which has then been reported.</summary>
    public static ResolvedUncertainty? Read(Reading reading, ConfigurationNode place, ParameterList parameters) =>
        reading.Follow(place, ConfigurationKind.Uncertainty) is { } source ? Resolve(reading, source, parameters) : null;

    /// <summary>What a map says; null where something is wrong, which has then been reported.</summary>
    public static ResolvedUncertainty? Resolve(Reading reading, ConfigurationNode place, ParameterList parameters)
    {
        if (Reading.Read(place, ConfigurationContext.Default.UncertaintyMap) is not { } map)
        {
            return null;
        }

        if (map.From is null)
        {
            return Resolve(place, map, [], parameters);
        }

        if (reading.Follow(place["from"], ConfigurationKind.Uncertainty) is not { } source
            || Reading.Read(source, ConfigurationContext.Default.UncertaintyMap) is not { } file)
        {
            return null;
        }

        var names = file.Parameters?.Keys.ToArray() ?? [];
        foreach (var except in place["except"].Elements)
        {
            Reference.Check(except, except.Text ?? "", Referent.Parameter, names, isKey: false);
        }

        return Resolve(source, file with { PerDraw = map.PerDraw ?? file.PerDraw }, map.Except ?? [], parameters);
    }

    private static ResolvedUncertainty? Resolve(ConfigurationNode place, UncertaintyMap map, string[] except, ParameterList parameters)
    {
        var written = map with
        {
            PerDraw = map.PerDraw ?? 1,
            Parameters = map.Parameters?.Where(pair => !except.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal),
        };
        return map.Parameters is null ? Together(place, written, parameters) : Apart(place, written, parameters);
    }

    /// <summary>Parameters that are drawn each by itself.</summary>
    private static ResolvedUncertainty? Apart(ConfigurationNode place, UncertaintyMap map, ParameterList parameters)
    {
        if (map.Parameters!.Count == 0)
        {
            place["parameters"].Report("no parameter is given; expected at least one");
            return null;
        }

        var uncertain = new List<Uncertain>();
        foreach (var (name, distribution) in map.Parameters)
        {
            var entry = place["parameters"][name];
            var parameter = Find(entry, name, parameters);
            if (DistributionReader.Read(entry, distribution, parameter?.Constraints) is ({ } prior, var scales) && parameter is not null)
            {
                uncertain.Add(new(parameter, prior, scales));
            }
        }

        return uncertain.Count == map.Parameters.Count ? new(map.PerDraw!.Value, InOrder(uncertain), null, map) : null;
    }

    /// <summary>Parameters that are drawn together.</summary>
    private static ResolvedUncertainty? Together(ConfigurationNode place, UncertaintyMap map, ParameterList parameters)
    {
        if (PosteriorReader.Read(place["posterior"]) is not { } posterior)
        {
            return null;
        }

        foreach (var factor in place["scales"].Elements)
        {
            Reference.Check(factor, factor.Text ?? "", Referent.Column, posterior.Columns, isKey: false);
        }

        var found = posterior.Columns.Select(name => (Name: name, Parameter: Find(place["posterior"], name, parameters))).ToArray();
        return Array.Exists(found, pair => pair.Parameter is null) ? null : new(
            map.PerDraw!.Value,
            InOrder(found.Select(pair => new Uncertain(pair.Parameter!, null, map.Scales?.Contains(pair.Name) == true))),
            PosteriorReader.Seat(posterior),
            map with { Posterior = JsonSerializer.SerializeToNode(posterior, ConfigurationContext.Default.PosteriorMap) });
    }

    private static Parameter? Find(ConfigurationNode place, string name, ParameterList parameters)
    {
        var parameter = parameters.Find(place, name, Verb);
        if (parameter is { Quantity: null })
        {
            place.ReportKey($"'{name}' cannot be uncertain: {parameter.WhyCertain}; sweep it instead");
            return null;
        }

        return parameter;
    }

    private static ImmutableArray<Uncertain> InOrder(IEnumerable<Uncertain> uncertain) =>
        [.. uncertain.OrderBy(one => one.Parameter.Name.Count(letter => letter == '.'))];
}
