using System.Text;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Languages;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Tests.Languages;

public sealed class SpeechTests
{
    private static readonly Language Backward = LanguageReader.Read("eo.json", Encoding.UTF8.GetBytes("""
        {
          "code": "eo", "name": "Esperanto", "decimal": ",", "thousands": "\u00A0",
          "months": ["januaro", "februaro", "marto", "aprilo", "majo", "junio", "julio", "aŭgusto", "septembro", "oktobro", "novembro", "decembro"],
          "texts": {
            "{0} before {1}": "{1} post {0}",
            "{0} of <b>{1}</b>": "<b>{1}</b>: {0}",
            "nobody": "neniu", "{0} and {1}": "{0} kaj {1}",
            "{0} matter": "unu: {0}", "{0} matters": "pluraj: {0}"
          }
        }
        """), known: null);

    [Fact]
    public void A_sentence_is_told_in_the_language_of_whoever_is_spoken_to_and_in_its_order()
    {
        var (a, b) = ("a", "b"); // of constants alone the compiler makes a text, and no sentence
        Tell($"{a} before {b}").ShouldBe("a before b");
        Backward.Speak(() => Tell($"{a} before {b}").ShouldBe("b post a"));
        Backward.Speak(() => Tell($"{"{1}"} before {b}").ShouldBe("b post {1}"));
        Backward.Speak(() => Tell("it has no such text").ShouldBe("it has no such text"));
        Tell($"{a} before {b}").ShouldBe("a before b");
    }

    [Fact]
    public void What_is_filled_into_markup_is_not_markup() => Backward.Speak(
        () => Mark($"{1} of <b>{"<i>"}</b>").Value.ShouldBe("<b>&lt;i&gt;</b>: 1"));

    [Theory]
    [InlineData(0, "0 matters", "pluraj: 0")]
    [InlineData(1, "1 matter", "unu: 1")]
    [InlineData(2, "2 matters", "pluraj: 2")]
    public void One_and_several_are_told_apart(int count, string english, string other)
    {
        Matters().ShouldBe(english);
        Backward.Speak(() => Matters().ShouldBe(other));

        string Matters() => TellOf(count, $"{count} matter", $"{count} matters");
    }

    [Fact]
    public void Numbers_and_dates_are_written_as_the_language_writes_them() => Backward.Speak(() =>
    {
        ClassroomWording.Exact(1.5).ShouldBe("1,5");
        ClassroomWording.Large(1_234_567).ShouldBe("1\u00A0234\u00A0567");
        ClassroomWording.Date(new(2021, 2, 1), 82).ShouldBe("24 aprilo 2021");
        ClassroomWording.All([]).ShouldBe("neniu");
        ClassroomWording.All(["a", "b", "c"]).ShouldBe("a, b kaj c");
    });

    [Fact]
    public async Task What_two_people_are_told_at_once_is_each_in_its_own_language()
    {
        var both = await Task.WhenAll(ToldAsync(Language.English), ToldAsync(Backward));
        both.ShouldBe(["a before b", "b post a"]);

        static async Task<string> ToldAsync(Language language)
        {
            Language.Current = language;
            await Task.Yield();
            var (a, b) = ("a", "b");
            return Tell($"{a} before {b}");
        }
    }
}
