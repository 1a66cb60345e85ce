namespace VotingSim.Deliberation;

/// <summary>What a member brings to a table from the matters before it: model.md 9. Columns have a value per lane of the cohort that it opens
/// with.</summary>
public sealed record Goodwill
{
    /// <summary>g_i, which is added to its unity. Unit: utility.</summary>
    public required double[] Now { get; init; }

    /// <summary>exp(listening g_i), a factor of its flexibility.</summary>
    public required double[] Ears { get; init; }
}
