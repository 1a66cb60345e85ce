using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Guesses before the first round, in words.</summary>
public static class GuessSentences
{
    /// <summary>What stands on a phone above the questions.</summary>
    /// <param name="hasGuessed">Whether the person has guessed.</param>
    public static string Heading(bool hasGuessed) => hasGuessed
        ? Tell("Your guess is kept; you may change it")
        : Tell("Guess first: how will it end?");

    /// <summary>What is told of it.</summary>
    public static string Remark =>
        Tell("Nobody has to. A guess may be changed until the first round is opened; nobody sees whose it is.");

    /// <summary>How many have guessed, for the teacher.</summary>
    public static string Guessed(int guessed, int people) => TellOf(
        people, $"{guessed} of {people} person has guessed how it will end. Guesses close with the first round.",
        $"{guessed} of {people} people have guessed how it will end. Guesses close with the first round.");

    /// <summary>The guess beside a thousand worlds, in one sentence.</summary>
    /// <param name="guessed">How many guessed what most guessed.</param>
    /// <param name="total">How many guessed.</param>
    /// <param name="rule">The rule that most guessed to be earlier; null for no difference.</param>
    /// <param name="earlier">The rule that is earlier in most worlds; null where neither is.</param>
    /// <param name="share">The share of the worlds in which that is so.</param>
    public static string Headline(int guessed, int total, string? rule, string? earlier, double share)
    {
        var worlds = ClassroomWording.Percent(share);
        return (rule, earlier) switch
        {
            (null, null) => Tell($"{guessed} of {total} guessed that neither rule is faster; in {worlds} of a thousand worlds neither is."),
            (null, { } other) =>
                Tell($"{guessed} of {total} guessed that neither rule is faster; “{other}” is in {worlds} of a thousand worlds."),
            ({ } one, null) => Tell($"{guessed} of {total} guessed that “{one}” is faster; in {worlds} of a thousand worlds neither is."),
            var (one, same) when one == same =>
                Tell($"{guessed} of {total} guessed that “{one}” is faster, and it is in {worlds} of a thousand worlds."),
            var (one, other) =>
                Tell($"{guessed} of {total} guessed that “{one}” is faster; “{other}” is in {worlds} of a thousand worlds."),
        };
    }

    /// <summary>The texts of a thousand worlds.</summary>
    /// <param name="decided">How many decided.</param>
    /// <param name="quartiles">Their first quartile, median and third quartile; null where none decided.</param>
    public static string Texts(int decided, (double Low, double Median, double High)? quartiles) => quartiles is not { } middle
        ? Tell("none decides in time")
        : Tell(
            $"half of the {ClassroomWording.Large(decided)} that decide lie from {ClassroomWording.Scale(middle.Low)} to "
            + $"{ClassroomWording.Scale(middle.High)}, their median is {ClassroomWording.Scale(middle.Median)}");

    /// <summary>The texts that were guessed.</summary>
    public static string Guesses(IReadOnlyCollection<double> texts)
    {
        var (low, high) = (ClassroomWording.Scale(texts.Min()), ClassroomWording.Scale(texts.Max()));
        return texts.Min() == texts.Max()
            ? TellOf(texts.Count, $"{texts.Count} guess, at {low}", $"{texts.Count} guesses, at {low}")
            : Tell($"{texts.Count} guesses, from {low} to {high}");
    }

    /// <summary>What the table and the drawing are.</summary>
    /// <param name="hasBoth">Whether the class has played both rules.</param>
    public static string Beside(bool hasBoth) => hasBoth
        ? Tell(
            $"In a thousand worlds the model plays alone, with other luck in each and the same under both rules. "
            + $"Members whom nobody guessed, and who are outvoted in fewer than 1 % of the worlds, are left out.")
        : Tell(
            $"Your room has played one of the two rules. In a thousand worlds the model plays alone, with other luck in each and the same "
            + $"under both rules. Members whom nobody guessed, and who are outvoted in fewer than 1 % of the worlds, are left out.");
}
