using System.ComponentModel.DataAnnotations;
using VotingSim.Rules;

namespace VotingSim.Configuration;

/// <summary>The keys of the map are codes of member states.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyedByCodeAttribute : Attribute;

/// <summary>The keys of the map are names.</summary>
/// <param name="needed">A key that it always has.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyedByNameAttribute(string? needed = null) : Attribute
{
    public string? Needed => needed;
}

/// <summary>The number may be a quotient of whole numbers, such as 2/3, and then is exactly that.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class QuotientAttribute : Attribute;

/// <summary>The value, or each element, is a scalar or a map of a given kind.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EitherAttribute(Type scalar, Type map) : Attribute
{
    public Type Scalar => scalar;

    public Type Map => map;
}

/// <summary>Of the keys marked so, a map has exactly one.</summary>
/// <param name="beside">Another of them that it may stand beside all the same.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormAttribute(string? beside = null) : Attribute
{
    public string? Beside => beside;
}

/// <summary>The key makes sense only beside one of the others.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnlyWithAttribute(params string[] keys) : Attribute
{
    public IReadOnlyList<string> Keys => keys;
}

/// <summary>One of the words of an enumeration of the core.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordOfAttribute(Type enumeration) : AllowedValuesAttribute([.. ConfigurationWord.All(enumeration)])
{
    public Type Enumeration => enumeration;
}

/// <summary>The word for a voting weight.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class VotingWeightAttribute() : AllowedValuesAttribute([.. VotingWeight.Named.Select(weight => weight.Name)]);
