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

        var posterior = file.Posterior is null ? null : PosteriorReader.Read(source["posterior"]);
        string[] names = [.. file.Parameters?.Keys ?? Enumerable.Empty<string>(), .. posterior?.Columns ?? []];
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
            Scales = map.Scales?.Except(except).ToArray(),
        };
        var together = map.Posterior is null ? ([], null) : Together(place, written, except, parameters);
        var apart = map.Parameters is null ? [] : Apart(place, written, together?.Posterior, parameters);
        if (together is not var (columns, posterior) || apart is null)
        {
            return null;
        }

        if (posterior is null && apart.Count == 0)
        {
            place[map.Parameters is null ? "posterior" : "parameters"].Report("no parameter is given; expected at least one");
            return null;
        }

        return new(
            written.PerDraw!.Value,
            InOrder([.. columns, .. apart]),
            posterior is null ? null : PosteriorReader.Seat(posterior),
            written with { Posterior = posterior is null ? null : JsonSerializer.SerializeToNode(posterior, ConfigurationContext.Default.PosteriorMap) });
    }

    /// <summary>Parameters that are drawn each by itself; null where something is wrong with one.</summary>
    private static List<Uncertain>? Apart(ConfigurationNode place, UncertaintyMap map, PosteriorMap? posterior, ParameterList parameters)
    {
        var uncertain = new List<Uncertain>();
        foreach (var (name, distribution) in map.Parameters!)
        {
            var entry = place["parameters"][name];
            if (posterior?.Columns.Contains(name) == true)
            {
                entry.ReportKey($"'{name}' is a column of the posterior too; expected it in one of the two");
                continue;
            }

            var parameter = Find(entry, name, parameters);
            if (DistributionReader.Read(entry, distribution, parameter?.Constraints) is ({ } prior, var scales) && parameter is not null)
            {
                uncertain.Add(new(parameter, prior, scales));
            }
        }

        return uncertain.Count == map.Parameters.Count ? uncertain : null;
    }

    /// <summary>Parameters that are drawn together, and the rows of those; null where something is wrong, no rows where all are excepted.</summary>
    private static (List<Uncertain> Columns, PosteriorMap? Posterior)? Together(
        ConfigurationNode place, UncertaintyMap map, string[] except, ParameterList parameters)
    {
        if (PosteriorReader.Read(place["posterior"]) is not { } whole)
        {
            return null;
        }

        foreach (var factor in place["scales"].Elements)
        {
            Reference.Check(factor, factor.Text ?? "", Referent.Column, whole.Columns, isKey: false);
        }

        var posterior = whole.Without(except);
        var found = posterior.Columns.Select(name => (Name: name, Parameter: Find(place["posterior"], name, parameters))).ToArray();
        return Array.Exists(found, pair => pair.Parameter is null) ? null : (
            [.. found.Select(pair => new Uncertain(pair.Parameter!, null, map.Scales?.Contains(pair.Name) == true))],
            posterior.Columns.Length == 0 ? null : posterior);
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
