using System.Collections.Immutable;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Evidence.Documents;

/// <summary>Cases of which a part is not scored.</summary>
/// <param name="Part">The part.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cases">Names of the cases.</param>
public sealed record ExclusionDocument(string Part, string Reason, ImmutableArray<string> Cases)
{
    /// <summary>What is said of an exclusion.</summary>
    public static ExclusionDocument Of(Exclusion exclusion)
    {
        ArgumentNullException.ThrowIfNull(exclusion);
        return new(ScoreWords.Of(exclusion.Part), exclusion.Reason, exclusion.Cases);
    }
}
