namespace VotingSim.Configuration.Import.Deu;

/// <summary>What a table of decisions says of one issue.</summary>
internal sealed record DeuIssue
{
    /// <summary>Its number, by which its case is called.</summary>
    public required string Number { get; init; }

    /// <summary>Number of the proposal that it belongs to.</summary>
    public required string Proposal { get; init; }

    /// <summary>What the proposal is called for short; empty where the table does not say.</summary>
    public required string Title { get; init; }

    /// <summary>COD or CNS.</summary>
    public required string Procedure { get; init; }

    /// <summary>QMV, QMV(10) or Unan.</summary>
    public required string Vote { get; init; }

    /// <summary>Day of introduction.</summary>
    public required DeuDate Introduced { get; init; }

    /// <summary>Day of the final act.</summary>
    public required DeuDate Adopted { get; init; }

    /// <summary>Position and salience of every actor by the name of its columns; null where there is none.</summary>
    public required IReadOnlyDictionary<string, (double? Position, double? Salience)> Views { get; init; }

    /// <summary>The reference point; null where it is not given.</summary>
    public double? ReferencePoint { get; init; }

    /// <summary>The outcome; null where it is not given.</summary>
    public double? Outcome { get; init; }
}
