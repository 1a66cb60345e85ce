using System.Globalization;
using System.Text;

namespace VotingSim.Configuration;

/// <summary>What a text has to look like.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class ShapeAttribute(string pattern, string words) : Attribute
{
    /// <summary>The same for the published schemas, which know no other way to say it.</summary>
    public string Pattern => pattern;

    /// <summary>What is expected, in words.</summary>
    public string Words => words;

    public abstract bool Fits(string text);
}

/// <summary>The name of something: any text of a line. Files and columns are named by its <see cref="NameId"/>.</summary>
internal sealed class NameAttribute() : ShapeAttribute($"^(?=.*[\\p{{L}}\\p{{N}}])[^\\p{{Cc}}]{{1,{Longest}}}$", Expected)
{
    public const int Longest = 80;
    public const string Expected = "a name of up to 80 characters with a letter or a digit in it, e.g. myanmar-2021";

    public static bool IsOne(string text) => text.EnumerateRunes().Count() <= Longest && text.Trim().Length == text.Length
        && ControlCharacter.In(text) is null && NameId.Of(text).Length > 0;

    public override bool Fits(string text) => IsOne(text);
}

/// <summary>The code of a member: short, and without what separates words in a name of a parameter or a table.</summary>
internal sealed class CodeAttribute() : ShapeAttribute(Form, Expected)
{
    public const int Longest = 24;
    public const string Form = "^[\\p{L}\\p{N}](?!.*\\.\\.)(?!.*\\.$)[\\p{L}\\p{M}\\p{N}._-]{0,23}$";
    public const string Expected = "a code of up to 24 letters, digits, hyphens, underscores and dots, e.g. IDN";

    /// <summary>Whether a text is a code: it begins with a letter or a digit of any script, and has no two dots in a row and none at its
    /// end.</summary>
    public static bool IsOne(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        return runes.Length is > 0 and <= Longest
            && Rune.IsLetterOrDigit(runes[0])
            && Array.TrueForAll(runes, rune => rune.Value is '-' or '_' or '.' || Rune.IsLetterOrDigit(rune) || IsMark(rune))
            && !text.Contains("..", StringComparison.Ordinal)
            && text[^1] != '.';
    }

    public override bool Fits(string text) => IsOne(text);

    // The vowels of Thai and Burmese are marks.
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}

/// <summary>A day of the calendar.</summary>
internal sealed class DateAttribute() : ShapeAttribute(@"^\d{4}-\d{2}-\d{2}$", "a day as yyyy-mm-dd, e.g. 2021-02-01")
{
    public const string Format = "yyyy-MM-dd";

    public override bool Fits(string text) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>A text that may have several lines.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ParagraphAttribute : Attribute;
