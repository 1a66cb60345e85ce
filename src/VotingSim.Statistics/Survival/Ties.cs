namespace VotingSim.Statistics.Survival;

/// <summary>What the partial likelihood makes of decisions at the same time.</summary>
public enum Ties
{
    /// <summary>The mean of the risk sets that the tied decisions would meet one after another: nearly exact, also with heavy ties (Efron 1977, J.
    /// Am. Stat. Assoc. 72(359), 557-565, doi:10.1080/01621459.1977.10480613).</summary>
    Efron,

    /// <summary>The same full risk set for each: simpler, and biased towards no effect with heavy ties (Breslow 1974, Biometrics 30(1), 89-99,
    /// doi:10.2307/2529620).</summary>
    Breslow,
}
