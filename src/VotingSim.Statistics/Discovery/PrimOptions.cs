namespace VotingSim.Statistics.Discovery;

/// <summary>How patiently a box is looked for, and how simple it has to be.</summary>
public sealed record PrimOptions
{
    /// <summary>Share of the box's points that a peel takes off one side of one parameter. Range: 0 to 1, both excluded; default 0.05, as in the
    /// literature.</summary>
    public double Peel { get; init; } = 0.05;

    /// <summary>Smallest share of all points that a box may hold. Range: 0 to 1; default 0.05.</summary>
    public double LeastMass { get; init; } = 0.05;

    /// <summary>Most parameters that the box may restrict. Range: &gt;= 1; default 3, which a reader can still take in.</summary>
    public int MostParameters { get; init; } = 3;

    /// <summary>Largest quasi-p-value, times the number of parameters, with which one stays in the box. Range: 0 to 1; default 0.05.</summary>
    public double LargestP { get; init; } = 0.05;
}
