using VotingSim.Crises;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What a member must never accept, as far as it has said so.</summary>
public static class RedLine
{
    /// <summary>The texts on an issue that a member can live with; null where it has drawn no line.</summary>
    public static Tolerance? Of(Stance stance, int issue) =>
        stance.RedLines is { IsDefaultOrEmpty: false } lines && lines[issue] != Tolerance.Anything ? lines[issue] : null;

    /// <summary>The first issue on which a text lies beyond a member's line; null where it crosses none.</summary>
    /// <param name="stance">What the member wants.</param>
    /// <param name="draft">The text on each issue.</param>
    public static int? CrossedBy(Stance stance, IReadOnlyList<double> draft)
    {
        for (var issue = 0; issue < draft.Count; issue++)
        {
            if (Of(stance, issue) is var (lowest, highest) && (draft[issue] < lowest || draft[issue] > highest))
            {
                return issue;
            }
        }

        return null;
    }
}
