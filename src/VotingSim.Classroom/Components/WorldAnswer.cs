using VotingSim.Classroom.Deliberations;
using VotingSim.Statistics;
using VotingSim.Statistics.Comparison;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Components;

/// <summary>What other worlds answer: which rule decides earlier, in how many of them and by how much; of one rule, whether it does in
/// time.</summary>
/// <param name="sample">The worlds.</param>
/// <param name="rules">The rules in words, in the order of the sample's arms.</param>
public sealed class WorldAnswer(LiveSample sample, IReadOnlyList<string> rules)
{
    /// <summary>The answer in sentences; empty before a world is counted.</summary>
    public string Sentence => sample.Done == 0 ? ""
        : rules.Count == 1 ? $"{rules[0]}: {DistributionViewModel.Share(sample.Arms[0])} {DistributionViewModel.Median(sample.Arms[0])}"
        : string.Join(" ", Enumerable.Range(1, rules.Count - 1).Select(Compared));

    /// <summary>The answer about the first two rules, or the only one, as a number: below 0 the second is clearly earlier in more worlds (fewer than
    /// half decide in time), above 0 the first is (more than half do); 0 where the worlds do not tell.</summary>
    /// <remarks>Clearly: of the worlds in which one is earlier, the share is beyond its 95 % interval about one half (Wilson).</remarks>
    public int Verdict
    {
        get
        {
            if (rules.Count == 1)
            {
                return Side(sample.Arms[0].DecidedShare);
            }

            var (second, first, _) = sample.Arms[1].Against(sample.Arms[0]);
            return second + first == 0 ? 0 : Side(Proportion.Wilson(first, first + second));
        }
    }

    /// <summary>A verdict in words, about these rules.</summary>
    public string Words(int verdict) => rules.Count == 1
        ? verdict switch
        {
            < 0 => Tell("fewer than half of the worlds decide in time"),
            0 => Tell("about half of the worlds decide in time"),
            _ => Tell("more than half of the worlds decide in time"),
        }
        : verdict switch
        {
            < 0 => Tell($"{rules[1]} is earlier in more worlds"),
            0 => Tell("neither rule is clearly earlier in more worlds"),
            _ => Tell($"{rules[0]} is earlier in more worlds"),
        };

    private static int Side(Estimate share) => share.Low > 0.5 ? 1 : share.High < 0.5 ? -1 : 0;

    private string Compared(int place)
    {
        var differences = new WorldDifferences(1);
        foreach (var (one, first) in sample.Arms[place].Worlds.Zip(sample.Arms[0].Worlds))
        {
            differences.AddDays(one.Day, one.Decided, first.Day, first.Decided, sample.Arms[0].Arm.Terms.Settings.HorizonDays);
        }

        var worlds = differences.Distribution();
        var isEarlier = worlds.Lower.Value >= worlds.Higher.Value;
        var (one0, other) = isEarlier ? (place, 0) : (0, place);
        var (more, less) = isEarlier ? (worlds.Lower, worlds.Higher) : (worlds.Higher, worlds.Lower);
        return Tell($"{rules[one0]} is earlier than {rules[other]} in {ClassroomWording.Percent(more.Value)} of the worlds "
            + $"({ClassroomWording.Percent(more.Low)}–{ClassroomWording.Percent(more.High)}), as early in "
            + $"{ClassroomWording.Percent(worlds.Same.Value)} and later in {ClassroomWording.Percent(less.Value)}{Medians(one0, other)}");
    }

    private string Medians(int one, int other)
    {
        var (mine, others) = (sample.Arms[one].MedianDays.Value, sample.Arms[other].MedianDays.Value);
        var (day, against) = (ClassroomWording.Day(mine), ClassroomWording.Day(others));
        return (double.IsFinite(mine), double.IsFinite(others)) switch
        {
            (true, true) => Halves(mine, others),
            (true, false) => Tell($"; half have decided by day {day}, and under {rules[other]} fewer than half decide in time."),
            (false, true) => Tell($"; half have decided by day {against} under {rules[other]}, and here fewer than half do in time."),
            _ => Tell("; under neither do half decide in time."),
        };
    }

    private static string Halves(double mine, double others)
    {
        var (days, day, against) = ((int)Math.Round(Math.Abs(others - mine)), ClassroomWording.Day(mine), ClassroomWording.Day(others));
        return mine == others ? Tell($"; half have decided by day {day} under either.")
            : mine < others ? TellOf(
                days,
                $"; half have decided by day {day} against day {against}, {days} day earlier.",
                $"; half have decided by day {day} against day {against}, {days} days earlier.")
            : TellOf(
                days,
                $"; half have decided by day {day} against day {against}, {days} day later.",
                $"; half have decided by day {day} against day {against}, {days} days later.");
    }
}
