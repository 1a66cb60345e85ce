namespace VotingSim.Configuration;

/// <summary>What somebody probably meant.</summary>
public static class Nearest
{
    private const int LongestWord = 100;
    private const string Question = "; did you mean '";
    private const string QuestionEnd = "'?";

    /// <summary>The candidate with the fewest slips from a word, or null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var nearest = word.Length > LongestWord ? default : candidates
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= Tolerated(word) && candidate.Length <= LongestWord)
            .Select(candidate => (Candidate: candidate, Slips: Distance(word, candidate)))
            .OrderBy(pair => pair.Slips)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Candidate is not null && nearest.Slips <= Tolerated(word) ? nearest.Candidate : null;
    }

    /// <summary><c>; did you mean 'x'?</c>, or the alternatives where none is near and they are few.</summary>
    public static string Hint(string word, IEnumerable<string> candidates)
    {
        var all = candidates.Distinct(StringComparer.Ordinal).ToArray();
        return To(word, all) is { } nearest ? Question + nearest + QuestionEnd
            : all.Length is > 0 and <= 40 ? $"; expected one of {string.Join(", ", all)}"
            : "";
    }

    /// <summary>What a message asks whether it was meant; null where it does not ask.</summary>
    public static string? MeantIn(string message)
    {
        var question = message.LastIndexOf(Question[2..], StringComparison.Ordinal);
        var start = question + Question.Length - 2;
        var end = question < 0 ? -1 : message.IndexOf(QuestionEnd, start, StringComparison.Ordinal);
        return end > start ? message[start..end] : null;
    }

    /// <summary>The number of insertions, deletions, replacements and swaps of neighbours that turn one word into another, capitals aside.</summary>
    /// <remarks>Damerau (1964), Commun. ACM 7(3), 171-176, in the variant that edits no pair twice. O(n m).</remarks>
    public static int Distance(string a, string b)
    {
        var slips = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    slips[i, j] = i + j;
                    continue;
                }

                var replaced = slips[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                slips[i, j] = Math.Min(replaced, 1 + Math.Min(slips[i - 1, j], slips[i, j - 1]));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[a.Length, b.Length];

        static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
    }

    private static int Tolerated(string word) => 1 + (word.Length / 4);
}
