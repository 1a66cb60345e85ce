using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Configuration.Parameters;

namespace VotingSim.Configuration.Cases;

/// <summary>Reads structures.</summary>
public static class StructureReader
{
    /// <summary>Reads structures, so that every problem of all is found at once.</summary>
    /// <param name="references">Each the path of a structure file, or the name of a shipped one.</param>
    /// <exception cref="ConfigurationException">Something is wrong with one, or two have the same name.</exception>
    public static IReadOnlyList<Structure> Read(IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var reading = new Reading();
        var places = references.Select(reference => reading.Open(reference, ConfigurationKind.Structure, [])).ToArray();
        var structures = places.Select(place => place is { } structure ? Resolve(reading, structure) : null).ToArray();
        Distinct.Names("structures", places.OfType<ConfigurationNode>().Select(place => place["structure"]));
        return [.. reading.Result(structures).Select(one => one!)];
    }

    /// <summary>One structure; null where something is wrong.</summary>
    internal static Structure? Resolve(Reading reading, ConfigurationNode place)
    {
        var uncertainty = place.Has("uncertainty") && reading.Follow(place["uncertainty"], ConfigurationKind.Uncertainty) is { } source
            ? UncertaintyReader.Resolve(reading, source, ParameterList.OfNothing)
            : null;
        if (Reading.Read(place, ConfigurationContext.Default.StructureFile) is not { } file)
        {
            return null;
        }

        var keys = new JsonObject();
        foreach (var key in new[] { "deliberation", "urgency" })
        {
            if (place[key].Node is { } given)
            {
                keys[key] = given.DeepClone();
            }
        }

        if (uncertainty is not null)
        {
            keys["uncertainty"] = JsonSerializer.SerializeToNode(uncertainty.Written, ConfigurationContext.Default.UncertaintyMap);
        }

        return new() { Name = file.Structure, Title = file.Title ?? file.Structure, Keys = keys };
    }
}
