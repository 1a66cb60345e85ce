using System.Collections.Immutable;

namespace VotingSim.Analysis.Data;

/// <summary>A covariate of a user's table: a number, or words of which the first is the baseline.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Levels">The words, baseline first; empty for a number.</param>
public sealed record DataCovariate(string Column, ImmutableArray<string> Levels)
{
    /// <summary>Names of its terms: the column, or <c>column=word</c> for every word but the baseline.</summary>
    public IEnumerable<string> Names => Levels.IsEmpty ? [Column] : Levels.Skip(1).Select(level => $"{Column}={level}");

    /// <summary>Number of its terms.</summary>
    public int Size => Levels.IsEmpty ? 1 : Levels.Length - 1;
}
