using VotingSim.Deliberation;

namespace VotingSim.Classroom.Deliberations;

/// <summary>How many rounds a lesson needs, so that every rule it is about comes into force in it.</summary>
public static class LessonLength
{
    // Of the last rule that comes into force there are so many sessions at least.
    private const int LeastOfLastRule = 3;

    /// <summary>The day after which the last rule of a sequence is in force; null where one rule is for all days. Unit: days from the opening of
    /// the table.</summary>
    public static double? ChangeOf(DeliberationTerms terms)
    {
        var days = terms.Rule.Stages().Where(stage => stage.AfterDay > 0 && (stage.Category is null || stage.Category == terms.Crisis.Category))
            .Select(stage => stage.AfterDay).ToArray();
        return days.Length == 0 ? null : days.Max();
    }

    /// <summary>As many rounds as a lesson usually has, or as many more as it takes.</summary>
    /// <param name="terms">What is deliberated on.</param>
    /// <param name="usual">The usual number.</param>
    /// <param name="most">The largest number.</param>
    public static int RoundsFor(DeliberationTerms terms, int usual, int most)
    {
        if (ChangeOf(terms) is not { } change)
        {
            return usual;
        }

        var rounds = usual;
        while (rounds < most && terms.Settings.Calendar.DayOf(rounds - LeastOfLastRule) <= change)
        {
            rounds++;
        }

        return rounds;
    }
}
