using VotingSim.Campaigns;
using VotingSim.Classroom.Lessons;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>What the debrief of a term says of its table and its drawing, and what it asks.</summary>
public static class TermSentences
{
    /// <summary>What a thousand campaigns are.</summary>
    public static string Thousand =>
        Tell(
            $"“A thousand” are campaigns of the same matters on the same days under one rule throughout, which the model plays alone: "
            + $"the share that decides, and of the members that carry a decision out.");

    /// <summary>What is drawn.</summary>
    /// <param name="most">How far the drawing reaches. Unit: utility.</param>
    public static string Drawn(double most)
    {
        var (low, high) = (MemoryWords.WithSign(-most), MemoryWords.WithSign(most));
        return Tell("Mean over the members: the median of a thousand campaigns and, shaded, their middle four fifths.")
            + " " + Tell($"The grey line is a goodwill of 0; the drawing reaches from {low} to {high}.");
    }

    /// <summary>The path of the class, for who does not see it.</summary>
    /// <param name="goodwill">Its mean goodwill at each matter. Unit: utility.</param>
    public static string Path(IEnumerable<double> goodwill) =>
        Tell($"Mean goodwill of your class at each matter: {string.Join(", ", goodwill.Select(MemoryWords.WithSign))}");

    /// <summary>What a class may talk about.</summary>
    /// <param name="memory">What marks cost and how they fade.</param>
    public static IReadOnlyList<string> Questions(MemorySettings memory) =>
    [
        Tell("Where did you choose a vote, and would you have chosen it had you known what the next matter would be?"),
        Tell("Who was outvoted, and what did it do in the matter after that? Did anybody try to make it good again?"),
        Tell("Which decisions are carried out by those who wanted them only? What are they worth?"),
        Tell(
            $"The model says what being outvoted costs ({MemoryWords.WithSign(-memory.Outvoted)}) and how it fades (in {memory.Years} years): "
            + $"nothing in the record fixes these numbers. What if it cost nothing?"),
    ];
}
