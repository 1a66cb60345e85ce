using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Experiments.Tables;

/// <summary>A table: deliberates one cohort at a time.</summary>
public interface ITable
{
    /// <summary>Names the place that the table stands in: what failed there is tried again elsewhere.</summary>
    string Place { get; }

    /// <summary>Deliberates a cohort to its end.</summary>
    /// <exception cref="TableLostException">Nothing is known of the cohort any more: the table, or the way to it, is gone.</exception>
    Task<CohortResult> DeliberateAsync(CohortOrder order);
}

/// <summary>A table cannot be reached any more. Its cohort is deliberated again at another.</summary>
public sealed class TableLostException(string message, Exception? inner = null) : Exception(message, inner);
