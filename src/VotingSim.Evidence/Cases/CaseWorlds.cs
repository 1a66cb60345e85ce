using VotingSim.Deliberation;

namespace VotingSim.Evidence.Cases;

/// <summary>What came of a case in many worlds: a value per world in every column. World w of one case has the luck and the parameters of world w
/// of any other.</summary>
public sealed record CaseWorlds
{
    /// <summary>Whether a text was adopted before the horizon.</summary>
    public required bool[] Decided { get; init; }

    /// <summary>How it ended.</summary>
    public required Ending[] Endings { get; init; }

    /// <summary>Day of the decision; positive infinity where there was none before the horizon. Unit: days from the event.</summary>
    public required double[] Days { get; init; }

    /// <summary>The text adopted on each issue; the status quo where undecided. Shape: a column per issue. Unit: issue scale.</summary>
    public required double[][] Outcome { get; init; }

    /// <summary>Who supported in the last round: bit i is the member in seat i.</summary>
    public required ulong[] Supporters { get; init; }

    /// <summary>Who objected in the last round.</summary>
    public required ulong[] Objectors { get; init; }

    /// <summary>Number of worlds.</summary>
    public int Count => Days.Length;

    /// <summary>Puts consecutive cohorts together.</summary>
    internal static CaseWorlds Of(IReadOnlyList<CohortResult> cohorts) => new()
    {
        Decided = [.. cohorts.SelectMany(cohort => cohort.Decided)],
        Endings = [.. cohorts.SelectMany(cohort => cohort.Endings)],
        Days = [.. cohorts.SelectMany(cohort => cohort.Days.Zip(cohort.Decided, (days, decided) => decided ? days : double.PositiveInfinity))],
        Outcome = [.. cohorts[0].Outcome.Select((_, issue) => cohorts.SelectMany(cohort => cohort.Outcome[issue]).ToArray())],
        Supporters = [.. cohorts.SelectMany(cohort => cohort.Supporters)],
        Objectors = [.. cohorts.SelectMany(cohort => cohort.Objectors)],
    };
}
