using System.Collections.Immutable;

namespace VotingSim.Statistics.Agreement;

/// <summary>Votes in which the ballots fall alike: how many members chose each category, and how many such votes there are.</summary>
/// <remarks>Coefficients over all members need nothing else of a vote, so that ten million votes are as many patterns as a few thousand
/// are.</remarks>
/// <param name="Counts">Members by category; who is absent is in none.</param>
/// <param name="Votes">Number of votes. Range: &gt;= 1.</param>
public readonly record struct RatingPattern(ImmutableArray<int> Counts, long Votes)
{
    /// <summary>Number of members that cast a ballot.</summary>
    public int Members => Counts.Sum();
}
