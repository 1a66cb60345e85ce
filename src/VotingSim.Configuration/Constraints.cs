using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace VotingSim.Configuration;

/// <summary>What the contract says of a key beyond its type. In a list or map it holds for the elements, a length for the innermost list.</summary>
internal sealed class Constraints
{
    private static readonly ConcurrentDictionary<JsonPropertyInfo, Constraints> Known = new();
    private Regex? _pattern;

    private Constraints(object[] attributes)
    {
        Range = attributes.OfType<RangeAttribute>().FirstOrDefault();
        Length = attributes.OfType<LengthAttribute>().FirstOrDefault();
        Shape = attributes.OfType<RegularExpressionAttribute>().FirstOrDefault();
        Words = attributes.OfType<AllowedValuesAttribute>().FirstOrDefault()?.Values ?? [];
        Either = attributes.OfType<EitherAttribute>().FirstOrDefault();
        OnlyWith = attributes.OfType<OnlyWithAttribute>().FirstOrDefault()?.Keys ?? [];
        IsKeyedByCode = attributes.OfType<KeyedByCodeAttribute>().Any();
        IsForm = attributes.OfType<FormAttribute>().Any();
        Description = attributes.OfType<DescriptionAttribute>().FirstOrDefault()?.Description ?? "";
    }

    public static Constraints None { get; } = new([]);

    public RangeAttribute? Range { get; }

    public LengthAttribute? Length { get; }

    public RegularExpressionAttribute? Shape { get; }

    public IReadOnlyList<object?> Words { get; }

    public EitherAttribute? Either { get; }

    public IReadOnlyList<string> OnlyWith { get; }

    public bool IsKeyedByCode { get; }

    public bool IsForm { get; }

    public string Description { get; }

    public double Lowest => Bound(Range?.Minimum, double.NegativeInfinity);

    /// <summary>The smallest number that is allowed; where the bound itself is not, one just above it.</summary>
    public double LowestWithin => Range is { MinimumIsExclusive: true } ? Lowest + 1e-9 : Lowest;

    public double Highest => Bound(Range?.Maximum, double.PositiveInfinity);

    public static Constraints Of(JsonPropertyInfo property) =>
        Known.GetOrAdd(property, static property => new(property.AttributeProvider?.GetCustomAttributes(inherit: true) ?? []));

    public bool Fits(string text)
    {
        if (Shape is not { } shape)
        {
            return true;
        }

        _pattern ??= new Regex(shape.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return _pattern.Match(text).Length == text.Length && text.Length > 0;
    }

    public bool Includes(double number) =>
        number >= Lowest && number <= Highest && !(Range is { MinimumIsExclusive: true } && number <= Lowest);

    private static double Bound(object? bound, double otherwise) => bound is null ? otherwise : Convert.ToDouble(bound, CultureInfo.InvariantCulture);
}
