using VotingSim.Classroom.Deliberations;
using VotingSim.Crises;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>Places on a scale, told in the words of its points.</summary>
public class ScaleWordsTests
{
    private static readonly Issue Worded = new()
    {
        Name = "answer", Low = "nothing", High = "everything", StatusQuo = 5, Points = [new(30, "five points"), new(60, "an envoy")],
    };

    [Theory]
    [InlineData(0, "“nothing”")]
    [InlineData(7, "a little beyond “nothing”")]
    [InlineData(15, "between “nothing” and “five points”")]
    [InlineData(23, "just short of “five points”")]
    [InlineData(28, "“five points”")]
    [InlineData(32, "“five points”")]
    [InlineData(32.1, "a little beyond “five points”")]
    [InlineData(45, "between “five points” and “an envoy”")]
    [InlineData(90, "just short of “everything”")]
    [InlineData(100, "“everything”")]
    public void A_place_lies_at_a_point_near_one_or_between_two(double place, string words) => ScaleWords.Of(Worded, place).ShouldBe(words);

    [Fact]
    public void Without_points_there_is_the_number_alone()
    {
        var bare = Worded with { Points = [] };
        (ScaleWords.Has(bare), ScaleWords.Of(bare, 48), ScaleWords.Told(bare, 48.2), ScaleWords.Of(bare).Length).ShouldBe((false, "", "48", 0));
        ScaleWords.Told(Worded, 48.2).ShouldBe("48 (between “five points” and “an envoy”)");
    }

    [Fact]
    public void Every_word_that_pages_use_is_in_the_glossary_and_every_entry_is_a_sentence()
    {
        var pages = Path.Combine(RepositoryRoot.Path, "src", "VotingSim.Classroom");
        var used = Directory.EnumerateFiles(pages, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadAllText(file).Split("<GlossaryWord Key=\"")[1..]).Select(rest => rest.Split('"')[0]).Distinct().ToArray();
        used.Length.ShouldBeGreaterThan(8);
        used.ShouldBeSubsetOf(Glossary.All.Select(entry => entry.Key));
        Glossary.All.Select(entry => entry.Word).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        foreach (var entry in Glossary.All)
        {
            (entry.Meaning[^1], char.IsUpper(entry.Meaning[0])).ShouldBe(('.', true));
        }
    }
}
