using System.Collections.Immutable;

namespace VotingSim.Statistics.Survival;

/// <summary>Times to decision with covariates, as rows or as counts of equal rows; the data of a <see cref="CoxModel"/>.</summary>
public sealed class CoxData
{
    private readonly List<Row> _rows = [];
    private readonly List<double> _covariates = [];

    /// <summary>Data without rows.</summary>
    /// <param name="covariates">Names of the covariates.</param>
    public CoxData(ImmutableArray<string> covariates) => Covariates = covariates;

    /// <summary>Names of the covariates.</summary>
    public ImmutableArray<string> Covariates { get; }

    /// <summary>Number of deliberations.</summary>
    public long Total { get; private set; }

    /// <summary>Number that decided.</summary>
    public long Decided { get; private set; }

    /// <summary>Number of rows so far: counts of equal deliberations, or single ones. A count of 0 makes none.</summary>
    public int RowCount => _rows.Count;

    internal IReadOnlyList<Row> Rows => _rows;

    /// <summary>Adds a deliberation, or a count of equal ones.</summary>
    /// <param name="covariates">Value of each covariate. Range: finite.</param>
    /// <param name="time">When it decided, or when its observation ended. Range: finite.</param>
    /// <param name="decided">Whether it decided.</param>
    /// <param name="count">How many such there are. Range: &gt;= 0.</param>
    /// <param name="entry">When its observation began; it is at risk after that. Range: &lt; <paramref name="time"/>. Default: from the
    /// start.</param>
    /// <param name="stratum">Its stratum: only deliberations of the same one are compared.</param>
    /// <param name="cluster">What it belongs to for the robust variance, e.g. its replication; those of one cluster may depend on each other.
    /// Default: every deliberation for itself.</param>
    public void Add(ReadOnlySpan<double> covariates, double time, bool decided, long count = 1, double entry = double.NegativeInfinity,
        int stratum = 0, int? cluster = null)
    {
        if (covariates.Length != Covariates.Length)
        {
            throw new ArgumentException($"Expected {Covariates.Length} covariates, not {covariates.Length}.", nameof(covariates));
        }

        foreach (var value in covariates)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(covariates), value, "A covariate is a finite number.");
            }
        }

        DurationCounts.CheckTimes(time, entry);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
        {
            return;
        }

        _rows.Add(new(entry, time, decided, count, stratum, cluster));
        _covariates.AddRange(covariates);
        Total += count;
        Decided += decided ? count : 0;
    }

    internal double Covariate(int row, int covariate) => _covariates[(row * Covariates.Length) + covariate];

    internal readonly record struct Row(double Entry, double Time, bool Decided, long Count, int Stratum, int? Cluster);
}
