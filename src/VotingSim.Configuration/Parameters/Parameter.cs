using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>A value of an experiment that can be swept, set and, where the engine draws it, uncertain.</summary>
/// <param name="Steps">The keys and words that lead to it, e.g. <c>stances</c>, <c>IDN</c>, <c>position</c>.</param>
/// <param name="Part">The part of an experiment that it stands in.</param>
/// <param name="Type">What kind of value it takes.</param>
/// <param name="Constraints">What the contract says of its value.</param>
/// <param name="Write">Writes a value wherever the experiment has it.</param>
internal sealed record Parameter(
    ImmutableArray<string> Steps, ExperimentParts Part, Type Type, Constraints Constraints, Action<ExperimentTree, JsonNode> Write)
{
    /// <summary>Its name, e.g. <c>stances.IDN.position</c>.</summary>
    public string Name { get; init; } = string.Join('.', Steps);

    /// <summary>Where it stands, told apart from others also where users' words have dots in them.</summary>
    public string Place => string.Join(" > ", Steps);

    /// <summary>What it is to the engine; null where it is the same in every world.</summary>
    public WorldQuantity? Quantity { get; init; }

    /// <summary>Why it cannot be uncertain, where <see cref="Quantity"/> is null.</summary>
    public string WhyCertain { get; init; } = "it is the same in every world";

    /// <summary>Whether it takes words and so has no range.</summary>
    public bool IsWord => Scalar == typeof(string);

    /// <summary>Whether it takes whole numbers only.</summary>
    public bool IsWhole => Scalar == typeof(int) || Scalar == typeof(long);

    private Type Scalar => Nullable.GetUnderlyingType(Type) ?? Type;

    /// <summary>A parameter of one number or word.</summary>
    public static Parameter Of(
        ImmutableArray<string> steps, ExperimentParts part, JsonPropertyInfo property, Action<ExperimentTree, JsonNode> write) =>
        new(steps, part, property.PropertyType, Constraints.Of(property), write);

    /// <summary>The keys of a contract that take one number or word.</summary>
    public static IEnumerable<JsonPropertyInfo> KeysOf(Type type) => ContractCheck.ContractOf(type).Properties
        .Where(property => ContractCheck.IsScalar(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));

    /// <summary>A key of a contract.</summary>
    public static JsonPropertyInfo KeyOf(Type type, string key) => ContractCheck.ContractOf(type).Properties.Single(property => property.Name == key);

    /// <summary>A parameter that is an element of a list or map of numbers.</summary>
    public static Parameter OfElement(
        ImmutableArray<string> steps, ExperimentParts part, JsonPropertyInfo property, Action<ExperimentTree, JsonNode> write) =>
        new(steps, part, typeof(double), Constraints.Of(property), write);

    /// <summary>What the engine calls a key, with a prefix where that alone is ambiguous; null where it draws no such thing.</summary>
    public static WorldParameter? World(string key, string prefix = "")
    {
        var name = string.Concat(key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return Enum.TryParse<WorldParameter>(prefix + name, out var prefixed) ? prefixed
            : Enum.TryParse<WorldParameter>(name, out var plain) ? plain
            : null;
    }
}
