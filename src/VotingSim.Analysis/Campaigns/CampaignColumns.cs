using System.Collections.Immutable;

namespace VotingSim.Analysis.Campaigns;

/// <summary>The campaigns of an arm, a value per replication.</summary>
internal sealed class CampaignColumns
{
    /// <summary>A column for each of <see cref="CampaignMeasure.Names"/>.</summary>
    public required IReadOnlyDictionary<string, double[]> Measures { get; init; }

    /// <summary>For each year the columns of the file of years, by name.</summary>
    public required IReadOnlyDictionary<string, double[]>[] Years { get; init; }

    /// <summary>For each year the goodwill of each member at its end, in seat order.</summary>
    public required double[][][] Goodwill { get; init; }

    /// <summary>Which way the matters went.</summary>
    public required ImmutableArray<MatterCount> Matters { get; init; }

    /// <summary>A column for each uncertain parameter of the arm: the number drawn; NaN where no matter arose.</summary>
    public required double[][] Parameters { get; init; }

    /// <summary>How often each member was outvoted, in seat order, on average over replications.</summary>
    public required double[] Outvoted { get; init; }

    /// <summary>How often each member was left out by the willing, in seat order.</summary>
    public required double[] LeftOut { get; init; }
}
