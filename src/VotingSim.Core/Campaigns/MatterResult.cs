using VotingSim.Deliberation;

namespace VotingSim.Campaigns;

/// <summary>What came of a sitting on a matter: a value per replication of it in every column. Model.md 9.</summary>
public sealed record MatterResult
{
    /// <summary>Place of the matter among those of its campaign, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The stream that it comes from.</summary>
    public required int Stream { get; init; }

    /// <summary>Whether it was decided by the rule of a reform.</summary>
    public bool IsReformed { get; init; }

    /// <summary>The replications, as places in the cohort of campaigns, ascending.</summary>
    public required int[] Slots { get; init; }

    /// <summary>k: its place among the arrivals of its stream.</summary>
    public required int[] Arrivals { get; init; }

    /// <summary>What came of the deliberation.</summary>
    public required CohortResult Result { get; init; }

    /// <summary>The day on which it arose. Unit: days of the campaign.</summary>
    public required double[] OpenedDay { get; init; }

    /// <summary>Mean goodwill of the members on that day. Unit: utility.</summary>
    public required double[] GoodwillMean { get; init; }

    /// <summary>Goodwill of the least contented member on that day. Unit: utility.</summary>
    public required double[] GoodwillMinimum { get; init; }

    /// <summary>Who carries the decision out: bit i is the member in seat i.</summary>
    public required ulong[] CarriedOut { get; init; }

    /// <summary>Effect: how far what is carried out moves the status quo, mean over issues. Unit: issue scale.</summary>
    public required double[] Effect { get; init; }
}
