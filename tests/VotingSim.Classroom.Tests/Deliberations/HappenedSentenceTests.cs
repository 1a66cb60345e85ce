using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration.Words;
using VotingSim.Crises;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>What really happened, in a sentence out of the record.</summary>
public class HappenedSentenceTests
{
    [Theory]
    [InlineData("myanmar-2021", "A text was adopted by consent on day 82 (24 April 2021), coded at 30 (“the Five-Point Consensus”).")]
    [InlineData("myanmar-exclusion", "A text was adopted by vote on day 11 (15 October 2021), coded at 55 (“a non-political representative comes instead”), against MMR.")]
    [InlineData("south-china-sea", "The matter failed on day 4 (13 July 2012): the status quo stood.")]
    [InlineData("digital-economy", "A text was adopted by consent on day 782 (24 October 2025).")]
    public void The_record_says_how_when_and_on_what(string crisis, string sentence)
    {
        var words = CrisisWords.Read(crisis);
        Issue[] scales = [.. words.Issues.Select(issue => new Issue { Name = issue.Name, Low = issue.Low, High = issue.High, StatusQuo = 0, Points = issue.Points })];
        HappenedSentence.Of(words.Happened!, scales).ShouldBe(sentence);
        words.Background!.Text.ShouldNotContain("24 April");
    }
}
