using System.ComponentModel.DataAnnotations;
using VotingSim.Rules;

namespace VotingSim.Configuration;

/// <summary>A name in kebab case. Names become file names and columns, so they are short.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KebabAttribute : RegularExpressionAttribute
{
    public KebabAttribute()
        : base("^(?=.{1,80}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$") => ErrorMessage = "a name of small letters, digits and hyphens, e.g. myanmar-2021";
}

/// <summary>The code of a member state.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CodeAttribute : RegularExpressionAttribute
{
    public const string Shape = "^[A-Z]{3}$";
    public const string Words = "three capital letters, e.g. IDN";

    public CodeAttribute()
        : base(Shape) => ErrorMessage = Words;
}

/// <summary>The keys of the map are codes of member states.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyedByCodeAttribute : Attribute;

/// <summary>The value, or each element, is a scalar or a map of a given kind.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EitherAttribute(Type scalar, Type map) : Attribute
{
    public Type Scalar => scalar;

    public Type Map => map;
}

/// <summary>Of the keys marked so, a map has exactly one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormAttribute : Attribute;

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
