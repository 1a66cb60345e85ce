using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>How many deliberations of an arm ended how.</summary>
/// <param name="Consent">Adopted, and nobody objected.</param>
/// <param name="Vote">Adopted, and somebody objected.</param>
/// <param name="Failed">Undecided at a horizon at which the matter dies.</param>
/// <param name="Open">Undecided at the horizon, and still open.</param>
public readonly record struct EndingCounts(long Consent, long Vote, long Failed, long Open)
{
    /// <summary>Number of deliberations.</summary>
    public long Total => Consent + Vote + Failed + Open;

    /// <summary>Share of all deliberations that were decided by consent; Wilson's interval.</summary>
    public Estimate ConsentShare => Proportion.Wilson(Consent, Total);

    /// <summary>Share that was decided by vote.</summary>
    public Estimate VoteShare => Proportion.Wilson(Vote, Total);

    /// <summary>Share that failed.</summary>
    public Estimate FailedShare => Proportion.Wilson(Failed, Total);

    /// <summary>Share that is still open.</summary>
    public Estimate OpenShare => Proportion.Wilson(Open, Total);

    /// <summary>Share of the decisions that nobody objected to; undefined where there are none.</summary>
    public Estimate ConsentAmongDecisions => Proportion.Wilson(Consent, Consent + Vote);

    /// <summary>Both together.</summary>
    public static EndingCounts operator +(EndingCounts one, EndingCounts other) =>
        new(one.Consent + other.Consent, one.Vote + other.Vote, one.Failed + other.Failed, one.Open + other.Open);

    /// <summary>Counts the words of the column <c>ending</c>.</summary>
    internal static EndingCounts Of(ReadOnlyMemory<char>[] endings)
    {
        var (consent, vote, failed) = (0L, 0L, 0L);
        foreach (var ending in endings)
        {
            var word = ending.Span;
            consent += word.SequenceEqual("consent") ? 1 : 0;
            vote += word.SequenceEqual("vote") ? 1 : 0;
            failed += word.SequenceEqual("failed") ? 1 : 0;
        }

        return new(consent, vote, failed, endings.Length - consent - vote - failed);
    }
}
