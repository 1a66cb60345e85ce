using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Serialization;

/// <summary>The core's records as JSON, for the way between two processes of the same version. The core itself knows nothing of it.</summary>
/// <remarks>Numbers come back as the same bits: they are written in the shortest form that reads back as the same number, decimals with all
/// their digits.</remarks>
internal static class CoreJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    // An abstract record of the core, such as a rule, is written with the name of its kind. Every kind there is, so that a new one needs no
    // line here.
    private static void NameKinds(JsonTypeInfo type)
    {
        if (!type.Type.IsAbstract || type.Type.Assembly != typeof(DeliberationTerms).Assembly)
        {
            return;
        }

        type.PolymorphismOptions =
            new() { TypeDiscriminatorPropertyName = "$kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var kind in type.Type.Assembly.GetTypes().Where(kind => !kind.IsAbstract && type.Type.IsAssignableFrom(kind)))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new(kind, kind.Name));
        }
    }
}
