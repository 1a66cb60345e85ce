namespace VotingSim.Deliberation;

/// <summary>What came of a cohort: a value per replication in every column, in order of replication. The measures are those of
/// docs/model.md, section 5.</summary>
public sealed record CohortResult
{
    /// <summary>The replications.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>Whether a proposal was adopted; otherwise the deliberation was undecided, right-censored, at the horizon.</summary>
    public required bool[] Decided { get; init; }

    /// <summary>Number of rounds held, 1 to H. Times the round length: the day of the decision, or the horizon.</summary>
    public required int[] Rounds { get; init; }

    /// <summary>The text adopted on each issue; the status quo where undecided. Shape: K columns. Unit: issue scale.</summary>
    public required double[][] Outcome { get; init; }

    /// <summary>Who supported in the last round: bit i is the member in seat i.</summary>
    public required ulong[] Supporters { get; init; }

    /// <summary>Who objected in the last round.</summary>
    public required ulong[] Objectors { get; init; }

    /// <summary>Who stayed out of the decision.</summary>
    public required ulong[] OptedOut { get; init; }

    /// <summary>Agreement index of the last ballots (Hix, Noury &amp; Roland). Range: 0 to 1.</summary>
    public required double[] AgreementIndex { get; init; }

    /// <summary>Rice index of the last ballots. Range: 0 to 1; NaN where everybody abstained.</summary>
    public required double[] RiceIndex { get; init; }

    /// <summary>Positional cohesion of the opening statements. Range: 0 to 1.</summary>
    public required double[] OpeningCohesion { get; init; }

    /// <summary>Positional cohesion of the opinions at the end. Range: 0 to 1.</summary>
    public required double[] PositionalCohesion { get; init; }

    /// <summary>Polarization of the opinions at the end (Esteban &amp; Ray).</summary>
    public required double[] Polarization { get; init; }

    /// <summary>Number of members bound by an adopted text that they objected to.</summary>
    public required int[] Outvoted { get; init; }

    /// <summary>Share of the members that take part in the decision. Range: 0 to 1; NaN where undecided.</summary>
    public required double[] Coverage { get; init; }

    /// <summary>Mean over members of their utility of the outcome, at the opinions of the end.</summary>
    public required double[] MeanUtility { get; init; }

    /// <summary>Utility of the outcome to the member that likes it least.</summary>
    public required double[] MinimumUtility { get; init; }

    /// <summary>Gini coefficient of the members' losses at the outcome. Range: 0 to 1; 0 where nobody loses.</summary>
    public required double[] Inequality { get; init; }

    /// <summary>The traced rounds of the cohort, by replication and then by round.</summary>
    public required IReadOnlyList<TracedRound> Traces { get; init; }
}
