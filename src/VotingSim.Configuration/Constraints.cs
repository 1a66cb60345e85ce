using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace VotingSim.Configuration;

/// <summary>What the contract says of a key beyond its type. In a list or map it holds for the elements, a length for the innermost list.</summary>
internal sealed class Constraints
{
    private static readonly ConcurrentDictionary<JsonPropertyInfo, Constraints> Known = new();

    private Constraints(object[] attributes)
    {
        Range = attributes.OfType<RangeAttribute>().FirstOrDefault();
        Length = attributes.OfType<LengthAttribute>().FirstOrDefault();
        Shape = attributes.OfType<ShapeAttribute>().FirstOrDefault();
        Words = attributes.OfType<AllowedValuesAttribute>().FirstOrDefault()?.Values ?? [];
        Either = attributes.OfType<EitherAttribute>().FirstOrDefault();
        OnlyWith = attributes.OfType<OnlyWithAttribute>().FirstOrDefault()?.Keys ?? [];
        IsKeyedByCode = attributes.OfType<KeyedByCodeAttribute>().Any();
        IsKeyedByName = attributes.OfType<KeyedByNameAttribute>().Any();
        NeededKey = attributes.OfType<KeyedByNameAttribute>().FirstOrDefault()?.Needed;
        TakesQuotients = attributes.OfType<QuotientAttribute>().Any();
        IsParagraph = attributes.OfType<ParagraphAttribute>().Any();
        IsForm = attributes.OfType<FormAttribute>().Any();
        Beside = attributes.OfType<FormAttribute>().FirstOrDefault()?.Beside;
        Description = attributes.OfType<DescriptionAttribute>().FirstOrDefault()?.Description ?? "";
    }

    public static Constraints None { get; } = new([]);

    public RangeAttribute? Range { get; }

    public LengthAttribute? Length { get; }

    public ShapeAttribute? Shape { get; }

    public IReadOnlyList<object?> Words { get; }

    public EitherAttribute? Either { get; }

    public IReadOnlyList<string> OnlyWith { get; }

    public bool IsKeyedByCode { get; }

    public bool IsKeyedByName { get; }

    /// <summary>A key that a map of names always has; null where there is none.</summary>
    public string? NeededKey { get; }

    /// <summary>Whether a quotient of whole numbers is kept as one, because no decimal fraction is the same.</summary>
    public bool TakesQuotients { get; }

    /// <summary>Whether a text may have several lines.</summary>
    public bool IsParagraph { get; }

    public bool IsForm { get; }

    /// <summary>The other of those keys that it may stand beside; null where it stands alone.</summary>
    public string? Beside { get; }

    public string Description { get; }

    public double Lowest => Bound(Range?.Minimum, double.NegativeInfinity);

    /// <summary>The smallest number that is allowed; where the bound itself is not, one just above it.</summary>
    public double LowestWithin => Range is { MinimumIsExclusive: true } ? Lowest + 1e-9 : Lowest;

    public double Highest => Bound(Range?.Maximum, double.PositiveInfinity);

    public static Constraints Of(JsonPropertyInfo property) =>
        Known.GetOrAdd(property, static property => new(property.AttributeProvider?.GetCustomAttributes(inherit: true) ?? []));

    public bool Includes(double number) =>
        number >= Lowest && number <= Highest && !(Range is { MinimumIsExclusive: true } && number <= Lowest);

    private static double Bound(object? bound, double otherwise) => bound is null ? otherwise : Convert.ToDouble(bound, CultureInfo.InvariantCulture);
}
