using VotingSim.Classroom.Deliberations;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>What has happened under several rules, in a sentence or two that are read out.</summary>
public static class ComparisonNews
{
    /// <summary>What the rules beside one another have in common.</summary>
    /// <param name="rules">How many they are.</param>
    public static string Shared(int rules) =>
        TellOf(rules, $"the same crisis, the same luck, {rules} rule", $"the same crisis, the same luck, {rules} rules");

    /// <summary>The news of the round that is looked at.</summary>
    /// <param name="lives">The deliberations, one per rule.</param>
    /// <param name="shown">The round, 0 for the opening.</param>
    /// <param name="canStep">Whether there is another.</param>
    public static string Of(IReadOnlyList<LiveDeliberation> lives, int shown, bool canStep)
    {
        var decided = lives.Where(live => live.Current.Adopted).OrderBy(live => live.Current.Day).ToArray();
        if (decided.Length == 0)
        {
            return shown == 0 ? RoundNews.Waited(lives[0].Current.Day) + Tell("Opening statements: every rule meets the same positions.")
                : canStep ? Tell($"Round {shown}, day {ClassroomWording.Day(lives[0].Current.Day)}: nobody has decided yet.")
                : Tell("Time is up, and nobody has decided.");
        }

        var first = decided.Where(live => live.Current.Day == decided[0].Current.Day).ToArray();
        var (at, day) = (first[0].Current.Day, ClassroomWording.Day(first[0].Current.Day));
        var names = ClassroomWording.All([.. first.Select(live => live.Text.Rule)]);
        var lead = first.Length == lives.Count && first.Length > 1
            ? Tell($"All decide in the same round, on day {day}.")
            : TellOf(first.Length, $"{names} decides first, on day {day}.", $"{names} decide first, on day {day}.");
        return $"{lead} {string.Join(" ", InOrder(lives.Except(first)).Select(live => Other(live, at)))}";
    }

    // As they decide, one after another; then who still talks, then who has not decided in time.
    private static IEnumerable<LiveDeliberation> InOrder(IEnumerable<LiveDeliberation> lives) => lives
        .OrderBy(live => live.Current.Adopted ? 0 : live.IsAtEnd ? 2 : 1).ThenBy(live => live.Current.Adopted ? live.Current.Day : 0);

    private static string Other(LiveDeliberation live, double day) =>
        live.Current.Adopted ? Tell($"{live.Text.Rule} follows {ClassroomWording.Day(live.Current.Day - day)} days later.")
        : live.IsAtEnd ? Tell($"{live.Text.Rule} has not decided when time is up.")
        : Tell($"{live.Text.Rule} is still talking.");
}
