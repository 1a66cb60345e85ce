using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Data;

/// <summary>Anybody's times to decision.</summary>
/// <remarks>Equal rows are kept as counts, so that memory grows with the number of distinct times and not of rows; with covariates,
/// clusters or spells every row is kept.</remarks>
public sealed record SurvivalData
{
    /// <summary>The largest number of groups; a column with more hardly has groups.</summary>
    public const int MostGroups = 1_000;

    /// <summary>The largest number of words of a covariate, likewise.</summary>
    public const int MostWords = 100;

    /// <summary>The largest number of rows that differ; more do not fit into bounded memory.</summary>
    public const int MostDistinctTimes = 1_000_000;

    /// <summary>The groups, the baseline first and then as the file names them; one without a name where none were asked for.</summary>
    public required ImmutableArray<(string Name, DurationCounts Durations)> Groups { get; init; }

    /// <summary>Number of rows, those that were left out not among them; a row with a weight counts as often as it says.</summary>
    public required long Total { get; init; }

    /// <summary>Number of rows that were left out for a missing value.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Number of subjects that the rows are spells of, and of events; null where rows are for themselves.</summary>
    public required (long Subjects, long Events)? Spells { get; init; }

    /// <summary>Number of strata.</summary>
    public required int Strata { get; init; }

    /// <summary>What the clusters of the robust variance are: a column, or null for none.</summary>
    public required string? ClusterColumn { get; init; }

    /// <summary>The groups for every stratum.</summary>
    public required IReadOnlyList<IReadOnlyList<DurationCounts>> Stratified { get; init; }

    /// <summary>The covariates that were asked for.</summary>
    public required ImmutableArray<DataCovariate> Covariates { get; init; }

    /// <summary>The covariates of Cox's model, those of the groups first.</summary>
    public required CoxData Rows { get; init; }

    /// <summary>Reads a table in which a row is a deliberation, or anything else with a duration.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Which column says what.</param>
    /// <exception cref="ConfigurationException">Every problem with the table.</exception>
    public static SurvivalData Read(string path, SurvivalColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using var table = CsvFile.Open(path);
        return new SurvivalReader(table, columns).Read();
    }
}
