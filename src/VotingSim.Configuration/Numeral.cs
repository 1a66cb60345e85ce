using System.Globalization;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration;

/// <summary>Numbers as people write them, beyond what YAML takes for a number: <c>2/3</c>, <c>60 %</c>, <c>5_000_000</c>.</summary>
/// <remarks>A percentage is a share, and so has a meaning only where a number from 0 to 1 is expected: of a scale that itself ends at 100, 60 %
/// could be either. A whole number is no quotient.</remarks>
internal static class Numeral
{
    /// <summary>What a schema asks of a text that stands for a number.</summary>
    public const string Pattern = @"^[+-]?[0-9][0-9_]*(\.[0-9_]+)?([eE][+-]?[0-9]+)?( */ *[0-9][0-9_]*| *%)?$";

    /// <summary>The place with a number in it, if what stands there is a text that means one; also in its document.</summary>
    public static ConfigurationNode Read(ConfigurationNode place, Type type, Constraints constraints)
    {
        if (place.Text is not { } text || Of(text.Trim(), type, constraints) is not { } number)
        {
            return place;
        }

        switch (place.Node!.Parent)
        {
            case JsonObject map:
                map[place.Node.GetPropertyName()] = number;
                break;
            case JsonArray list:
                list[place.Node.GetElementIndex()] = number;
                break;
        }

        return place with { Node = number };
    }

    /// <summary>The two parts of a quotient; null where the text is none.</summary>
    public static (decimal Dividend, int Divisor)? Quotient(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && Plain(parts[0].Trim()) is { } dividend
            && int.TryParse(Digits(parts[1].Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var divisor) && divisor > 0
            ? (dividend, divisor)
            : null;
    }

    private static JsonNode? Of(string text, Type type, Constraints constraints)
    {
        var isWhole = type != typeof(double) && type != typeof(decimal);
        if (Quotient(text) is var (dividend, divisor))
        {
            return isWhole ? null
                : constraints.TakesQuotients && dividend % divisor != 0 ? Reduced(dividend, divisor)
                : type == typeof(double) ? Written(((double)dividend / divisor).ToString("R", CultureInfo.InvariantCulture))
                : Written(dividend / divisor);
        }

        if (text.EndsWith('%'))
        {
            return !isWhole && constraints is { Lowest: 0, Highest: 1 } && Plain(text[..^1].TrimEnd()) is { } percent ? Written(percent / 100) : null;
        }

        return text.Contains('_', StringComparison.Ordinal) && YamlComposer.Number(Digits(text)) is { } number ? Written(number) : null;
    }

    /// <summary>A quotient in its lowest terms; one that ends is written as it is otherwise, so that 3/4 and 0.75 are one configuration.</summary>
    private static JsonNode Reduced(decimal dividend, int divisor)
    {
        var (quotient, rest) = (dividend / divisor, divisor);
        while (rest % 2 == 0)
        {
            rest /= 2;
        }

        while (rest % 5 == 0)
        {
            rest /= 5;
        }

        if (rest == 1 || !decimal.IsInteger(dividend))
        {
            return decimal.IsInteger(dividend) && quotient.Scale < 28 ? Written(quotient) : Written(dividend, divisor);
        }

        var (a, b) = (decimal.Abs(dividend), (decimal)divisor);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return Written(dividend / a, (int)(divisor / a));
    }

    private static JsonValue Written(decimal dividend, int divisor) =>
        JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{dividend / 1.0000000000000000000000000000m}/{divisor}"));

    private static JsonNode Written(decimal number) =>
        Written((number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));

    private static JsonNode Written(string number) => JsonNode.Parse(number)!;

    private static decimal? Plain(string text) =>
        YamlComposer.Number(Digits(text)) is { } number && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    // A digit has to stand on either side of an underscore.
    private static string Digits(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '_' && !(IsDigit(index - 1) && IsDigit(index + 1)))
            {
                return "";
            }
        }

        return text.Replace("_", "", StringComparison.Ordinal);

        bool IsDigit(int index) => index >= 0 && index < text.Length && char.IsAsciiDigit(text[index]);
    }
}
