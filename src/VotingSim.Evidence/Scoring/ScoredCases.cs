using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Scoring;

/// <summary>The cases that models are scored on, with what of each can be.</summary>
public sealed record ScoredCases
{
    private ScoredCases(ImmutableArray<Case> all)
    {
        All = all;
        Clusters = [.. all.Select(one => one.Cluster)];
        TimeWeights = RecordedTimes.Weights(all);
        var latest = all.Max(one => one.Record.Ended);
        Ends = [.. all.Select(one => EndOf(one.Record, latest))];
    }

    /// <summary>The cases.</summary>
    public ImmutableArray<Case> All { get; }

    /// <summary>Cluster of each: intervals take all cases of one together.</summary>
    public ImmutableArray<string> Clusters { get; }

    /// <summary>What each counts where scores of time are averaged: 1 / the number of cases that share its time, 0 where there is none.</summary>
    public ImmutableArray<double> TimeWeights { get; }

    /// <summary>Until when each was watched: to its last day where undecided, and else to the last day of the whole record. Unit: days from its
    /// event. NaN where a date is missing.</summary>
    public ImmutableArray<double> Ends { get; }

    /// <summary>Number of clusters.</summary>
    public int ClusterCount => Clusters.Distinct().Count();

    /// <summary>Takes cases.</summary>
    /// <param name="cases">At least one.</param>
    public static ScoredCases Of(IEnumerable<Case> cases) => new([.. cases]);

    /// <summary>The cases of other clusters than one's own.</summary>
    public IReadOnlyList<Case> Others(int index) => All.RemoveAll(other => other.Cluster == Clusters[index]);

    /// <summary>The time of a case; null where a date is missing.</summary>
    public ObservedDuration? TimeOf(int index) => All[index].Record.Days is { } days ? new(days, All[index].Record.IsDecided) : null;

    private static double EndOf(CaseRecord record, DateOnly? latest) => record.Days is not { } days ? double.NaN
        : record.IsDecided && latest is { } last ? Math.Max(days, last.DayNumber - record.Opened!.Value.DayNumber) : days;
}
