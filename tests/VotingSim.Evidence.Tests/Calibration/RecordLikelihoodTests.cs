using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Deliberation;
using VotingSim.Evidence.Calibration;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Tests.Calibration;

public class RecordLikelihoodTests
{
    // Two worlds near what happened, one undecided, one far away.
    private static readonly CaseWorlds Worlds = new()
    {
        Decided = [true, true, false, true],
        Endings = [Ending.Consent, Ending.Consent, Ending.Open, Ending.Vote],
        Days = [100, 160, double.PositiveInfinity, 9000],
        Outcome = [[50, 60, 5, 40]],
        Supporters = [0, 0, 0, 0],
        Objectors = [0, 0, 0, 0],
    };

    [Fact]
    public void Of_a_decision_time_and_outcome_are_together_near_some_worlds()
    {
        var record = Record(RecordedEnding.Consent, days: 100, outcome: 55, error: 10);

        var near = Density(0, 0.2) * Density(5, 10);
        var farther = Density(Math.Log10(1.6), 0.2) * Density(5, 10);
        var floor = 1 / Math.Log10(10_000 / 0.5) / 100;
        new RecordLikelihood(record).Log(Worlds, 0, 4).ShouldBe(Math.Log(((1 - 0.01) * (near + farther) / 4) + (0.01 * floor)), 1e-12);
        new RecordLikelihood(record).Log(Worlds, 2, 2).ShouldBe(Math.Log(0.01 * floor), 1e-12);
    }

    [Fact]
    public void Of_what_is_open_it_is_the_share_of_worlds_that_are_undecided_then()
    {
        var record = Record(RecordedEnding.Open, days: 150, outcome: null, error: 10);

        var floor = 1 - (Math.Log10(150 / 0.5) / Math.Log10(10_000 / 0.5));
        new RecordLikelihood(record).Log(Worlds, 0, 4).ShouldBe(Math.Log(((1 - 0.01) * 3 / 4) + (0.01 * floor)), 1e-12);
        new RecordLikelihood(record).Horizon.ShouldBe(450);
    }

    [Fact]
    public void Without_dates_only_the_outcome_counts_and_without_both_nothing_does()
    {
        var record = Record(RecordedEnding.Consent, days: null, outcome: 55, error: 10);

        new RecordLikelihood(record).Log(Worlds, 0, 1).ShouldBe(Math.Log(((1 - 0.01) * Density(5, 10)) + (0.01 / 100)), 1e-12);
        new RecordLikelihood(Record(RecordedEnding.Consent, null, null, 10)).SaysSomething.ShouldBeFalse();
    }

    private static CaseRecord Record(RecordedEnding ending, int? days, double? outcome, double error)
    {
        var opened = new DateOnly(2001, 1, 1);
        return new()
        {
            Opened = opened,
            Ended = days is { } after ? opened.AddDays(after) : null,
            Ending = ending,
            Outcome = outcome is { } text ? [text] : [],
            Grade = "B",
            Error = error,
        };
    }

    private static double Density(double distance, double width) =>
        Math.Exp(-distance * distance / (2 * width * width)) / (width * Math.Sqrt(2 * Math.PI));
}
