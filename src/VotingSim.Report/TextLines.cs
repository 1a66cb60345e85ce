using System.Collections.Immutable;
using System.Globalization;

namespace VotingSim.Report;

/// <summary>Breaks a text that is wider than its room into lines.</summary>
internal static class TextLines
{
    /// <summary>From one line to the next. Unit: pixels.</summary>
    public const float Step = 15;

    /// <summary>Room for the name of a rule beside its row. Unit: pixels.</summary>
    public const float ForNames = 230;

    private const char Break = '\u200B'; // the blank without width, which Khmer, Burmese and Thai texts have between words

    /// <summary>The lines, one where it fits: broken at blanks, else within a word between letters that may be parted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="room">Width of a line. Unit: pixels.</param>
    /// <param name="size">Size of the font.</param>
    /// <param name="bold">Whether it is bold.</param>
    public static ImmutableArray<string> Of(string text, float room, float size, bool bold)
    {
        if (float.IsInfinity(room) || ChartFont.Width(text, size, bold) <= room)
        {
            return [text];
        }

        List<string> lines = [];
        var line = "";
        foreach (var word in Words(text))
        {
            if (Fits(line + word))
            {
                line += word;
                continue;
            }

            Close();
            if (Fits(word))
            {
                line = word;
                continue;
            }

            foreach (var part in Parts(word))
            {
                if (line.Length > 0 && !Fits(line + part))
                {
                    Close();
                }

                line += part;
            }
        }

        Close();
        return [.. lines];

        bool Fits(string candidate) => ChartFont.Width(candidate.TrimEnd(' ', Break), size, bold) <= room;

        void Close()
        {
            if (line.Trim(' ', Break) is { Length: > 0 } full)
            {
                lines.Add(full);
            }

            line = "";
        }
    }

    /// <summary>Width of the longest line. Unit: pixels.</summary>
    public static float Width(string text, float room, float size = Canvas.TextSize, bool bold = false) =>
        Of(text, room, size, bold).Max(line => ChartFont.Width(line, size, bold));

    /// <summary>What the longest of several texts needs beyond a single line. Unit: pixels.</summary>
    public static float Beyond(IEnumerable<string> texts, float room, float size = Canvas.TextSize, bool bold = false) =>
        texts.Select(text => (Of(text, room, size, bold).Length - 1) * Step).DefaultIfEmpty(0).Max();

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is ' ' or Break)
            {
                yield return text[start..(index + 1)];
                start = index + 1;
            }
        }

        yield return text[start..];
    }

    // Letters that belong together: no line begins with a vowel that follows its consonant, nor ends with one that precedes it, nor between
    // consonants that are stacked.
    private static IEnumerable<string> Parts(string word)
    {
        var part = "";
        var walk = StringInfo.GetTextElementEnumerator(word);
        while (walk.MoveNext())
        {
            var element = walk.GetTextElement();
            if (part.Length > 0 && !Holds(part[^1]) && !Follows(element[0]))
            {
                yield return part;
                part = "";
            }

            part += element;
        }

        yield return part;
    }

    private static bool Holds(char last) => last is (>= '\u0E40' and <= '\u0E44') or (>= '\u0EC0' and <= '\u0EC4') or '\u17D2' or '\u1039';

    private static bool Follows(char first) => first is '\u0E30' or '\u0E32' or '\u0E33' or '\u0E45' or '\u0E46' or '\u0EB0' or '\u0EB2' or '\u0EB3'
        or '\u17D2' or '\u1039' || CharUnicodeInfo.GetUnicodeCategory(first) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.ClosePunctuation || first is ',' or '.' or '\u3001' or '\u3002' or '\uFF0C';
}
