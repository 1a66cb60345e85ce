using System.Text.Encodings.Web;
using System.Text.Json;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Languages;

namespace VotingSim.Classroom.Tests.Languages;

public sealed class LanguageFileTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static TheoryData<string> Codes => [.. Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))];

    private static string Folder => RepositoryRoot.In("src", "VotingSim.Classroom", "Languages");

    private static List<string> Expected => [.. SourceTexts.All.Keys.Concat(GlossaryTexts).Concat(ConfigurationTexts.All).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> GlossaryTexts => Glossary.All.SelectMany(entry => new[] { entry.Word, entry.Meaning });

    [Fact]
    public void Everything_that_is_told_is_a_text_in_the_source() => Assert.Empty(SourceTexts.All.Unclear);

    /// <summary>A new text fails here; what a translator begins with is then written anew into the folder of the tests, to be copied.</summary>
    [Fact]
    public void English_has_every_text_and_no_other()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "en.json")));
        var fields = file.RootElement.EnumerateObject().ToDictionary(field => field.Name, object (field) => field.Value, StringComparer.Ordinal);
        fields["texts"] = Expected.ToDictionary(text => text, text => text, StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "en.received.json"), JsonSerializer.Serialize(fields, Readable) + "\n");

        Assert.Equal(Expected.Order(StringComparer.Ordinal), Language.English.Keys.Order(StringComparer.Ordinal));
        Assert.All(Language.English.Keys, text => Assert.Equal(text, Language.English.Of(text)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_language_that_ships_has_every_text_and_fills_in_what_English_fills_in(string code)
    {
        var known = Expected.ToHashSet(StringComparer.Ordinal);
        var language = LanguageReader.Read(code, File.ReadAllBytes(Path.Combine(Folder, $"{code}.json")), known);

        Assert.Equal(code, language.Code);
        Assert.Empty(known.Except(language.Keys, StringComparer.Ordinal));
        Assert.All(known, text => Assert.NotEqual("", language.Of(text).Trim()));
    }
}
