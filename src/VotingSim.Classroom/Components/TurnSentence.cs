using VotingSim.Classroom.Deliberations;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Components;

/// <summary>Where an answer turns along a slider, in sentences.</summary>
public static class TurnSentence
{
    /// <summary>The sentences.</summary>
    /// <param name="slider">The slider.</param>
    /// <param name="turns">Where it turns, ascending.</param>
    /// <param name="first">The answer at the lowest value.</param>
    /// <param name="words">An answer in words.</param>
    public static string Of(Slider slider, IReadOnlyList<Turn> turns, int first, Func<int, string> words)
    {
        ArgumentNullException.ThrowIfNull(slider);
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(words);
        return turns.Count == 0
            ? Tell($"It does not turn between “{slider.Told(slider.Low)}” and “{slider.Told(slider.High)}”: {words(first)} throughout.")
            : string.Join(" ", turns.Select(turn =>
                Tell($"At “{slider.Told(turn.Below)}” {words(turn.Before)}; at “{slider.Told(turn.Above)}” {words(turn.After)}.")));
    }
}
