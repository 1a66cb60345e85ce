using System.Globalization;

namespace VotingSim.Configuration;

/// <summary>Characters that are no part of a text but tell a terminal or a reader what to do with it.</summary>
public static class ControlCharacter
{
    /// <summary>The first control character of a text, as <c>U+001B</c>; null where there is none. Those count too that turn the direction of
    /// what follows, or separate lines.</summary>
    public static string? In(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029')
            {
                return string.Create(CultureInfo.InvariantCulture, $"U+{(int)letter:X4}");
            }
        }

        return null;
    }
}
