namespace VotingSim.Classroom.Deliberations;

/// <summary>Looks for the values at which an answer changes: on a grid along one value, and between two neighbours of it by halving.</summary>
/// <remarks>An answer that changes and changes back between two neighbours of the grid is not found.</remarks>
public static class TurnSearch
{
    /// <summary>Values on the grid.</summary>
    public const int Values = 11;

    /// <summary>The turns, ascending, and the answer at the lowest value.</summary>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="step">How exactly a turn is looked for; every value that is asked for lies so many steps above the lowest.</param>
    /// <param name="answerAt">The answer at a value.</param>
    public static async Task<(IReadOnlyList<Turn> Turns, int First)> FindAsync(double low, double high, double step, Func<double, Task<int>> answerAt)
    {
        ArgumentNullException.ThrowIfNull(answerAt);
        var steps = (int)Math.Round((high - low) / step);
        var (turns, before) = (new List<Turn>(), (At: 0, Answer: await answerAt(low)));
        var first = before.Answer;
        foreach (var at in Enumerable.Range(1, Values - 1).Select(place => place * steps / (Values - 1)).Where(at => at > 0).Distinct())
        {
            var answer = await answerAt(Value(at));
            while (before.Answer != answer)
            {
                (before, var after) = await HalveAsync(before, (at, answer));
                turns.Add(new(Value(before.At), Value(after.At), before.Answer, after.Answer));
                before = after;
            }

            before = (at, answer);
        }

        return (turns, first);

        // What lies between may be a third answer: then it is the lowest change that is found, and what is above it is looked at next.
        async Task<((int At, int Answer) Below, (int At, int Answer) Above)> HalveAsync((int At, int Answer) below, (int At, int Answer) above)
        {
            while (above.At - below.At > 1)
            {
                var middle = below.At + ((above.At - below.At) / 2);
                var answer = await answerAt(Value(middle));
                (below, above) = answer == below.Answer ? ((middle, answer), above) : (below, (middle, answer));
            }

            return (below, above);
        }

        // Rounded, so that 0.1 steps make 0.3 and not 0.30000000000000004.
        double Value(int at) => at == steps ? high : Math.Round(low + (at * step), 6);
    }
}
