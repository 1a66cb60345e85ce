using System.Globalization;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Evidence.Tests.Baselines;

/// <summary>Figures of the nineteen decisions of ASEAN that were worked out by plain scripts.</summary>
public class ShippedFiguresTests
{
    private static readonly ScoreSheet Sheet = ScoreSheet.Of(ScoredCases.Of(CaseReader.Read(["asean"])), [], seed: 1);

    [Theory]
    [InlineData("plain-mean", "6.8")]
    [InlineData("median", "7.1")]
    [InlineData("status-quo", "40.6")]
    [InlineData("salience-mean", "9.1")]
    [InlineData("compromise", "12.6")]
    public void Errors_of_texts(string model, string expected)
    {
        var line = Sheet.LinesOf(Measure.OutcomeError).Single(line => line.Model.Name == model);

        line.Cases.ShouldBe(17);
        line.Value.Value.ToString("F1", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("geometric-class", "0.38")]
    [InlineData("geometric-all", "0.97")]
    public void Errors_of_log_days_without_the_case_itself(string model, string expected)
    {
        // The failed meeting is forecast to last longer than it did, which is not known to be wrong: eighteen count.
        var line = Sheet.LinesOf(Measure.TimeError).Single(line => line.Model.Name == model);

        line.Cases.ShouldBe(18);
        line.Value.Value.ToString("F2", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Fact]
    public void What_is_not_scored_is_said()
    {
        Sheet.Exclusions.Select(exclusion => (exclusion.Part, exclusion.Cases.Length)).ShouldBe(
            [(ScorePart.Outcome, 1), (ScorePart.Outcome, 1), (ScorePart.Manner, 1), (ScorePart.Manner, 2)]);
        Sheet.NoiseFloor.ShouldBeInRange(11, 12); // about 11 with errors of 10 and 15
    }
}
