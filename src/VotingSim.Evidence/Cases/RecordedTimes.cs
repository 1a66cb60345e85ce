using System.Collections.Immutable;
using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Cases;

/// <summary>Times of a record in which several cases may share theirs, as the issues of one proposal do.</summary>
public static class RecordedTimes
{
    /// <summary>What each case counts where times are averaged: 1 / the number of cases of its cluster with the same dates; 0 where a date is
    /// missing.</summary>
    /// <param name="cases">The cases.</param>
    public static ImmutableArray<double> Weights(IReadOnlyList<Case> cases)
    {
        var counts = cases.CountBy(Key).ToDictionary();
        return [.. cases.Select(one => one.Record.Days is null ? 0 : 1.0 / counts[Key(one)])];
    }

    /// <summary>One case of each time, without those of which a date is missing.</summary>
    /// <param name="cases">The cases.</param>
    public static ImmutableArray<Case> Once(IEnumerable<Case> cases) => [.. cases.Where(one => one.Record.Days is not null).DistinctBy(Key)];

    private static (string Cluster, DateOnly? Opened, DateOnly? Ended) Key(Case one) => (one.Cluster, one.Record.Opened, one.Record.Ended);
}
