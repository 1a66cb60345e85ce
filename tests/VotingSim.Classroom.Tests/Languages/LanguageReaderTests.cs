using System.Text;
using VotingSim.Classroom.Languages;
using VotingSim.Configuration;

namespace VotingSim.Classroom.Tests.Languages;

public sealed class LanguageReaderTests : IDisposable
{
    private const string Months = """["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]""";

    private readonly TemporaryFolder _folder = new("languages");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_that_is_wrong_with_a_file_is_told_at_once_with_its_place()
    {
        var problems = ProblemsOf($$"""
            {
              "code": "km",
              "nam": "ខ្មែរ",
              "decimal": 1,
              "thousands": ".",
              "months": ["January"],
              "texts": {
                "Nobdy can": "គ្មាន",
                "Round {0} of {1}": "ជុំ {0}",
                "Nobody can": 5
              },
              "code": "km"
            }
            """);

        problems.Select(problem => problem.ToString()).ShouldBe(
        [
            "km.json:1:1: name: this is missing",
            "km.json:3:3: nam: unknown field; did you mean 'name'?",
            "km.json:4:3: decimal: expected words",
            "km.json:6:3: months: expected a list of twelve names, from January",
            "km.json:8:5: texts: the classroom has no text 'Nobdy can'; did you mean 'Nobody can'?",
            "km.json:9:5: texts: 'Round {0} of {1}': expected {0}, {1} in 'ជុំ {0}'",
            "km.json:10:5: texts: expected the words for 'Nobody can'",
            "km.json:12:3: code: this stands twice",
        ]);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("[]", 1, 1)]
    [InlineData("{\n  \"code\": \"km\",\n  oops\n}", 3, 3)]
    [InlineData("{} {}", 1, 4)]
    public void What_is_not_JSON_is_told_where(string json, int line, int column)
    {
        var problem = ProblemsOf(json).First(problem => problem.Message.StartsWith("this is not JSON", StringComparison.Ordinal));
        (problem.Line, problem.Column).ShouldBe((line, column));
    }

    [Fact]
    public void A_file_in_the_folder_of_languages_is_one_more_language_and_stands_for_one_of_the_same_code()
    {
        var shipped = new LanguageShelf(_folder.Path).All.Select(language => language.Code).ToArray();
        shipped.ShouldBe(["en", "id", "th", "vi"]);

        Write("km.json", $$"""{ "code": "km", "name": "ខ្មែរ", "read-by": "A. Reader", "decimal": ",", "thousands": ".", "months": {{Months}}, "texts": {} }""");
        Write("own.json", $$"""{ "code": "vi", "name": "Ours", "decimal": ",", "thousands": ".", "months": {{Months}}, "texts": {} }""");
        var shelf = new LanguageShelf(_folder.Path);
        shelf.All.Select(language => language.Code).ShouldBe(["en", "id", "th", "vi", "km"]);
        (shelf.With("KM")!.ReadBy, shelf.With("vi")!.Name, shelf.With("vi")!.ReadBy).ShouldBe(("A. Reader", "Ours", null));
        shelf.With("").ShouldBeNull();
    }

    [Fact]
    public void Problems_of_all_files_are_told_together()
    {
        Write("a.json", "no");
        Write("b.json", "{}");
        var told = Should.Throw<ConfigurationException>(() => new LanguageShelf(_folder.Path));
        told.Message.ShouldContain("a.json:1:");
        told.Message.ShouldContain("b.json:1:1: texts: this is missing");
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.Path, name), text);

    private static IReadOnlyList<Problem> ProblemsOf(string json) => Should.Throw<ConfigurationException>(
        () => LanguageReader.Read("km.json", Encoding.UTF8.GetBytes(json), new HashSet<string> { "Nobody can", "Round {0} of {1}" })).Problems;
}
