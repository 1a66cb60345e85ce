using VotingSim.Cohorts;

namespace VotingSim.Deliberation;

/// <summary>What came of a cohort: a value per replication in every column, in order of replication. The measures are those of docs/model.md,
/// section 5.</summary>
public sealed record CohortResult
{
    /// <summary>The replications.</summary>
    public required Cohort Cohort { get; init; }

    /// <summary>Whether a proposal was adopted; otherwise the matter was undecided at the horizon.</summary>
    public required bool[] Decided { get; init; }

    /// <summary>Number of sessions held; 0 where the table did not open in time for one.</summary>
    public required int[] Rounds { get; init; }

    /// <summary>How the matter ended.</summary>
    public required Ending[] Endings { get; init; }

    /// <summary>W: how long the matter waited for the agenda. Unit: whole days, at most those of an int.</summary>
    public required int[] WaitDays { get; init; }

    /// <summary>The day of the decision; the horizon where undecided. Unit: days from the event.</summary>
    public required double[] Days { get; init; }

    /// <summary>The text adopted on each issue; the status quo where undecided. Shape: K columns. Unit: issue scale.</summary>
    public required double[][] Outcome { get; init; }

    /// <summary>Who supported in the last round: bit i is the member in seat i.</summary>
    public required ulong[] Supporters { get; init; }

    /// <summary>Who objected in the last round.</summary>
    public required ulong[] Objectors { get; init; }

    /// <summary>Who stayed out of the decision.</summary>
    public required ulong[] OptedOut { get; init; }

    /// <summary>Agreement index of the last ballots (Hix, Noury &amp; Roland). Range: 0 to 1; NaN without a session.</summary>
    public required double[] AgreementIndex { get; init; }

    /// <summary>Rice index of the last ballots. Range: 0 to 1; NaN where everybody abstained, and without a session.</summary>
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

    /// <summary>Share of the members with a margin of 0 or more at the last text: satisfied, not merely willing. Range: 0 to 1; NaN without a
    /// session.</summary>
    public required double[] Content { get; init; }

    /// <summary>Mean over members of their utility of the outcome, at the opinions of the end.</summary>
    public required double[] MeanUtility { get; init; }

    /// <summary>Utility of the outcome to the member that likes it least.</summary>
    public required double[] MinimumUtility { get; init; }

    /// <summary>Gini coefficient of the members' losses at the outcome. Range: 0 to 1; 0 where nobody loses.</summary>
    public required double[] Inequality { get; init; }

    /// <summary>A column for each uncertain parameter, in their order: the number drawn, before it scales or is clamped. Empty where all are
    /// certain.</summary>
    public required double[][] Parameters { get; init; }

    /// <summary>U_i(p) - R_i at the last session, a column for each member: what the text is worth to it beyond no decision. Empty but at the
    /// matters of campaigns; 0 where no text came of it.</summary>
    public double[][] Surplus { get; init; } = [];

    /// <summary>The text that the willing supported, on each issue, before their sponsor moved it; the outcome where they did not go ahead. Empty
    /// without a sponsor. Shape: K columns. Unit: issue scale.</summary>
    public double[][] Supported { get; init; } = [];

    /// <summary>The traced rounds of the cohort, by replication and then by round.</summary>
    public required IReadOnlyList<TracedRound> Traces { get; init; }
}
