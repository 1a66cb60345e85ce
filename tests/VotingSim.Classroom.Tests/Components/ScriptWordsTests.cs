using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using VotingSim.Classroom.Components;
using VotingSim.Classroom.Languages;

namespace VotingSim.Classroom.Tests.Components;

/// <summary>What the scripts say, against what they ask for.</summary>
public sealed class ScriptWordsTests
{
    private const string Evil = "</script><script>alert(1)</script>";

    // Names of states that a script looks up as it goes: words[state].
    private static readonly string[] States = ["sending", "kept", "received"];

    [Fact]
    public void Each_word_that_a_script_asks_for_is_there_and_no_other()
    {
        var asked = Directory.EnumerateFiles(RepositoryRoot.In("src", "VotingSim.Classroom", "Assets"), "*.js")
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), @"\bwords\.(?<name>\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(match => match.Groups["name"].Value).Concat(States).Distinct();
        Words().Keys.Order().ShouldBe(asked.Order());
    }

    [Fact]
    public void They_are_told_in_the_language_of_the_page_and_cannot_end_their_element()
    {
        Words()["cast"].ShouldBe("Cast this ballot: {0}");
        var language = LanguageReader.Read("eo.json", Encoding.UTF8.GetBytes($$"""
            {
              "code": "eo", "name": "Esperanto", "decimal": ",", "thousands": ".",
              "months": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
              "texts": { "Cast this ballot: {0}": "Voĉdonu “{0}”", "{0} seconds left": "{0} {{Evil}}" }
            }
            """), known: null);
        language.Speak(() =>
        {
            ScriptWords.Json.ShouldNotContain("<");
            Words()["cast"].ShouldBe("Voĉdonu “{0}”");
            Words()["secondsLeft"].ShouldBe("{0} " + Evil);
        });
    }

    private static Dictionary<string, string> Words() => JsonSerializer.Deserialize<Dictionary<string, string>>(ScriptWords.Json)!;
}
