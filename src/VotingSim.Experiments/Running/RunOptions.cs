namespace VotingSim.Experiments.Running;

/// <summary>How a run uses the machine, and what it writes beside its rows and their summary. Nothing here changes a number.</summary>
public sealed record RunOptions
{
    /// <summary>What <see cref="CohortSize"/> is on a cluster where nothing else is asked for: fewer messages, at some cost to the
    /// processors' caches.</summary>
    public const int CohortSizeOfCluster = 4096;

    /// <summary>Replications of a cohort. Range: 1 to 65,536; default 1,024.</summary>
    public int CohortSize { get; init; } = 1024;

    /// <summary>Number of tables that deliberate side by side in one silo. Range: &gt;= 1; default: null, as many as it has processors.</summary>
    public int? Parallelism { get; init; }

    /// <summary>Replications of each arm, from the first, that are written down round by round. Range: 0 to <see cref="MostTraced"/>;
    /// default 0.</summary>
    public int Traced { get; init; }

    /// <summary>Whether the first cohort that fails ends the run, without another try. Default: no, the rest of the run goes on.</summary>
    public bool FailFast { get; init; }

    /// <summary>Whether all rows are also written as one CSV file. Default: no.</summary>
    public bool WritesTable { get; init; }

    /// <summary>Whether the report and its figures are written. Default: yes.</summary>
    public bool WritesReport { get; init; } = true;

    /// <summary>The largest number of traced replications of an arm.</summary>
    public const int MostTraced = 1000;
}
