namespace VotingSim.Campaigns;

/// <summary>When members carry decisions out: model.md 9.</summary>
public sealed record ComplianceSettings
{
    /// <summary>How much of it nobody can explain: the scale of a logistic. Unit: utility; range: &gt;= 0; default 0.05.</summary>
    public double Noise { get; init; } = 0.05;

    /// <summary>Whether every member that takes part in a decision carries it out, whatever it is worth to it. Default: not.</summary>
    public bool IsCertain { get; init; }
}
