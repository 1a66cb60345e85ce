using System.Collections.Frozen;
using System.Globalization;

namespace VotingSim.Classroom.Languages;

/// <summary>A language in which the classroom speaks: its texts by what they are in English, and how it writes numbers and dates.</summary>
public sealed class Language
{
    private static readonly AsyncLocal<Language?> Chosen = new();

    private readonly FrozenDictionary<string, string> _texts;
    private readonly IReadOnlyList<string> _months;

    /// <summary>A language as its file has it.</summary>
    internal Language(LanguageFile file)
    {
        (Code, Name, ReadBy, _months) = (file.Code, file.Name, file.ReadBy, file.Months);
        _texts = file.Texts.ToFrozenDictionary(StringComparer.Ordinal);
        Numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        (Numbers.NumberDecimalSeparator, Numbers.NumberGroupSeparator) = (file.Decimal, file.Thousands);
    }

    /// <summary>The language of the source: it has every text.</summary>
    public static Language English { get; } = LanguageReader.Shipped("en");

    /// <summary>
    /// The language of whoever is spoken to now; it goes with what is done for a request, and for a page over its connection. Default: English.
    /// </summary>
    public static Language Current
    {
        get => Chosen.Value ?? English;
        set => Chosen.Value = value;
    }

    /// <summary>Its code, e.g. <c>id</c>: BCP 47 (2009).</summary>
    public string Code { get; }

    /// <summary>Its own name for itself.</summary>
    public string Name { get; }

    /// <summary>Who has read its texts as a native speaker; null where nobody has yet.</summary>
    public string? ReadBy { get; }

    /// <summary>How it writes numbers.</summary>
    public NumberFormatInfo Numbers { get; }

    /// <summary>What it has a text for, in English.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>A text in this language; the English one where it has none.</summary>
    public string Of(string english) => _texts.GetValueOrDefault(english, english);

    /// <summary>A date, e.g. <c>24 April 2021</c>.</summary>
    public string Date(DateOnly date) => $"{date.Day} {_months[date.Month - 1]} {date.Year}";

    /// <summary>Does something for somebody who is spoken to in this language: what comes from elsewhere has none, or another's.</summary>
    public void Speak(Action action)
    {
        var before = Chosen.Value;
        Current = this;
        try
        {
            action();
        }
        finally
        {
            Chosen.Value = before;
        }
    }
}
