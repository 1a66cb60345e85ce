using System.Text;
using System.Text.Json;
using VotingSim.Configuration;

namespace VotingSim.Classroom.Languages;

/// <summary>Reads the file of a language, and tells everything that is wrong with it at once.</summary>
internal sealed class LanguageReader
{
    private const string Resources = "languages/";

    private static readonly string[] Fields = ["code", "name", "read-by", "decimal", "thousands", "months", "texts"];

    private readonly string _file;
    private readonly byte[] _bytes;
    private readonly IReadOnlySet<string>? _known;
    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, string?> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _months = [];

    private LanguageReader(string file, byte[] bytes, IReadOnlySet<string>? known) => (_file, _bytes, _known) = (file, bytes, known);

    /// <summary>The codes of the languages that ship, in the order of the alphabet.</summary>
    public static IEnumerable<string> ShippedCodes() => typeof(LanguageReader).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Select(name => name[Resources.Length..]).Order(StringComparer.Ordinal);

    /// <summary>A language that ships.</summary>
    public static Language Shipped(string code)
    {
        using var stream = typeof(LanguageReader).Assembly.GetManifestResourceStream(Resources + code)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read($"(shipped) {code}.json", bytes.ToArray(), known: null);
    }

    /// <summary>A language out of the bytes of its file.</summary>
    /// <param name="file">The file, as it is named in problems.</param>
    /// <param name="bytes">JSON in UTF-8.</param>
    /// <param name="known">The texts that there are, in English; null where the file says so itself.</param>
    /// <exception cref="ConfigurationException">The file is not one of a language: every problem, with line and column.</exception>
    public static Language Read(string file, byte[] bytes, IReadOnlySet<string>? known)
    {
        var reader = new LanguageReader(file, bytes, known);
        try
        {
            reader.Whole();
        }
        catch (JsonException e)
        {
            var (line, column) = ((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            reader._problems.Add(new(file, line, column, "", $"this is not JSON: expected an object with {string.Join(", ", Fields)}"));
        }

        return reader._problems.Count > 0 ? throw new ConfigurationException([.. reader._problems.Order()]) : new(reader.File());
    }

    private LanguageFile File() => new(
        _words["code"]!, _words["name"]!, _words.GetValueOrDefault("read-by"), _words["decimal"]!, _words["thousands"]!, _months, _texts);

    private void Whole()
    {
        var json = new Utf8JsonReader(_bytes, new() { CommentHandling = JsonCommentHandling.Skip });
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException(null, null, 0, 0);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (field, place) = (json.GetString()!, json.TokenStartIndex);
            json.Read();
            if (!seen.Add(field))
            {
                Wrong(place, field, "this stands twice");
            }

            Field(field, place, ref json);
        }

        json.Read(); // what stands after the object is not JSON
        foreach (var missing in Fields.Where(field => field != "read-by" && !seen.Contains(field)))
        {
            Wrong(0, missing, "this is missing");
        }
    }

    private void Field(string field, long place, ref Utf8JsonReader json)
    {
        switch (field, json.TokenType)
        {
            case ("read-by", JsonTokenType.Null):
                break;
            case ("code" or "name" or "read-by" or "decimal" or "thousands", JsonTokenType.String):
                _words[field] = json.GetString();
                break;
            case ("months", JsonTokenType.StartArray):
                Months(place, ref json);
                break;
            case ("texts", JsonTokenType.StartObject):
                Texts(ref json);
                break;
            default:
                Wrong(place, field, Fields.Contains(field)
                    ? $"expected {(field == "months" ? "a list of twelve names" : field == "texts" ? "an object of texts" : "words")}"
                    : $"unknown field{Nearest.Hint(field, Fields)}");
                json.Skip();
                break;
        }
    }

    private void Months(long place, ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            _months.Add(json.GetString()!);
        }

        if (json.TokenType != JsonTokenType.EndArray || _months.Count != 12)
        {
            Wrong(place, "months", "expected a list of twelve names, from January");
        }

        while (json.TokenType != JsonTokenType.EndArray && json.Read())
        {
            json.Skip();
        }
    }

    private void Texts(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (english, place) = (json.GetString()!, json.TokenStartIndex);
            json.Read();
            if (json.TokenType != JsonTokenType.String)
            {
                Wrong(place, "texts", $"expected the words for '{english}'");
                json.Skip();
                continue;
            }

            var text = json.GetString()!;
            if (_known?.Contains(english) == false)
            {
                Wrong(place, "texts", $"the classroom has no text '{english}'{Nearest.Hint(english, _known)}");
            }
            else if (!_texts.TryAdd(english, text))
            {
                Wrong(place, "texts", $"'{english}' stands twice");
            }
            else if (Sentence.Holes(english) is var expected && !expected.SetEquals(Sentence.Holes(text)))
            {
                var listed = expected.Count == 0 ? "nothing that is filled in" : string.Join(", ", expected.Order().Select(hole => $"{{{hole}}}"));
                Wrong(place, "texts", $"'{english}': expected {listed} in '{text}'");
            }
        }
    }

    private void Wrong(long place, string path, string message)
    {
        var before = _bytes.AsSpan(0, (int)place);
        var line = before.LastIndexOf((byte)'\n') + 1;
        _problems.Add(new(_file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[line..]) + 1, path, message));
    }
}
