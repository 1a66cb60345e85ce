namespace VotingSim.Campaigns;

/// <summary>How members remember what came of matters: model.md 9. Every number has a value that switches it off.</summary>
public sealed record MemorySettings
{
    /// <summary>What being outvoted costs of goodwill. Unit: utility; range: &gt;= 0; default 0.10.</summary>
    public double Outvoted { get; init; } = 0.10;

    /// <summary>What a decision by consent gains of goodwill. Unit: utility; range: &gt;= 0; default 0.02.</summary>
    public double Consent { get; init; } = 0.02;

    /// <summary>What a deadlock costs a fully exposed member of goodwill. Unit: utility; range: &gt;= 0; default 0.05.</summary>
    public double Deadlock { get; init; } = 0.05;

    /// <summary>What being left out by the willing costs of goodwill. Unit: utility; range: &gt;= 0; default 0.05.</summary>
    public double LeftOut { get; init; } = 0.05;

    /// <summary>Mean time for which goodwill lasts. Unit: years; range: &gt; 0; default 3.</summary>
    public double Years { get; init; } = 3;

    /// <summary>How much goodwill opens or closes ears: flexibility is multiplied by exp(listening g). Unit: per utility; range: &gt;= 0; default
    /// 5.</summary>
    public double Listening { get; init; } = 5;
}
