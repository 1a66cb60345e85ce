using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace VotingSim.Classroom.Languages;

/// <summary>A sentence with what is filled in, before it is told in a language: <c>Round {0} of {1}</c> and two numbers.</summary>
[InterpolatedStringHandler]
public readonly ref partial struct Sentence
{
    private readonly StringBuilder _english;
    private readonly List<string> _values;

    /// <summary>Called by the compiler.</summary>
    public Sentence(int literalLength, int formattedCount) => (_english, _values) = (new(literalLength + (3 * formattedCount)), new(formattedCount));

    /// <summary>Called by the compiler: words of the sentence.</summary>
    public void AppendLiteral(string words) => _english.Append(words);

    /// <summary>Called by the compiler: what is filled in, as the language of whoever is spoken to writes it.</summary>
    public void AppendFormatted<T>(T value)
    {
        _english.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add((value is IFormattable number ? number.ToString(null, Language.Current.Numbers) : value?.ToString()) ?? "");
    }

    /// <summary>The numbers of the holes in a text: 0 and 1 in <c>Round {0} of {1}</c>.</summary>
    internal static HashSet<int> Holes(string text) =>
        [.. Hole().Matches(text).Select(hole => int.Parse(hole.Groups["number"].ValueSpan, CultureInfo.InvariantCulture))];

    /// <summary>The sentence in a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="shown">What becomes of what is filled in.</param>
    internal string In(Language language, Func<string, string> shown)
    {
        var values = _values;
        return Hole().Replace(
            language.Of(_english.ToString()),
            hole => shown(values[int.Parse(hole.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)]));
    }

    [GeneratedRegex(@"\{(?<number>\d{1,2})\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
