namespace VotingSim.Configuration.Import;

/// <summary>What a source says of one actor.</summary>
internal sealed class ActorRow(string code, string name)
{
    public string Code => code;

    public string Name { get; set; } = name;

    /// <summary>Null where it is not said.</summary>
    public double? Influence { get; set; }

    /// <summary>Position and salience by issue, on the engine's scale; null where the source has none.</summary>
    public Dictionary<string, (double? Position, double? Salience)> Views { get; } = new(StringComparer.Ordinal);
}
