using VotingSim.Classroom.Components;
using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>Where an answer turns, where that is known beforehand.</summary>
public class TurnSearchTests
{
    [Theory]
    [InlineData(0, 365, 1, 62.3, 62, 63)]
    [InlineData(0, 365, 1, 0.5, 0, 1)]
    [InlineData(0, 1, 0.02, 0.999, 0.98, 1)]
    [InlineData(0.5, 1, 0.01, 0.665, 0.66, 0.67)]
    [InlineData(0, 5, 0.1, 0.25, 0.2, 0.3)]
    public async Task A_threshold_is_found_between_the_two_steps_about_it(double low, double high, double step, double threshold, double below, double above)
    {
        var asked = new List<double>();
        var (turns, first) = await TurnSearch.FindAsync(low, high, step, value =>
        {
            asked.Add(value);
            return Task.FromResult(value < threshold ? -1 : 1);
        });

        first.ShouldBe(-1);
        turns.ShouldBe([new(below, above, -1, 1)]);
        asked.Count.ShouldBeLessThanOrEqualTo(TurnSearch.Values + 6);
        asked.ShouldAllBe(value => value >= low && value <= high);
    }

    [Fact]
    public async Task Several_turns_are_those_of_every_step_one_by_one()
    {
        // Clearly one, not clear, clearly the other, not clear: between two values of the grid there are two turns.
        static int Answer(double value) => value switch { < 40.5 => -1, < 43.5 => 0, < 250.5 => 1, _ => 0 };
        var plain = Enumerable.Range(0, 365).Where(day => Answer(day) != Answer(day + 1))
            .Select(day => new Turn(day, day + 1, Answer(day), Answer(day + 1))).ToArray();
        plain.Length.ShouldBe(3);

        var (turns, _) = await TurnSearch.FindAsync(0, 365, 1, value => Task.FromResult(Answer(value)));

        turns.ShouldBe(plain);
    }

    [Fact]
    public async Task Where_it_turns_nowhere_that_is_said()
    {
        var slider = new Slider(LeverRange.Of(Lever.Patience), "Patience", 180, 30, 30, days => $"{days} days");
        var (turns, first) = await TurnSearch.FindAsync(slider.Low, slider.High, 1, _ => Task.FromResult(1));

        TurnSentence.Of(slider, turns, first, _ => "Consensus is earlier in more worlds")
            .ShouldBe("It does not turn between “0 days” and “180 days”: Consensus is earlier in more worlds throughout.");
        TurnSentence.Of(slider, [new(62, 63, -1, 0)], -1, answer => answer < 0 ? "the majority is earlier" : "neither is")
            .ShouldBe("At “62 days” the majority is earlier; at “63 days” neither is.");
    }
}
