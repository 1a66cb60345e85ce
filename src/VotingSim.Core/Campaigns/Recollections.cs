namespace VotingSim.Campaigns;

/// <summary>What a member says of the campaigns of a cohort when they are over.</summary>
public sealed record Recollections
{
    /// <summary>Its goodwill at the opening of each sitting, in their order; a value per replication of the sitting. Unit: utility.</summary>
    public required double[][] AtOpening { get; init; }

    /// <summary>Whether it carries out what each sitting decided; a value per replication of the sitting.</summary>
    public required bool[][] CarriedOut { get; init; }

    /// <summary>Its goodwill on the last day of each year; a value per campaign. Unit: utility.</summary>
    public required double[][] AtYears { get; init; }
}
