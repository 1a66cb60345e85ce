namespace VotingSim.Members;

/// <summary>A state with a ballot: who it is, and how it deliberates whatever the crisis.</summary>
/// <remarks>What it wants in a particular crisis is its <see cref="Crises.Stance"/>.</remarks>
public sealed record MemberState
{
    /// <summary>A short word, e.g. the ISO 3166-1 alpha-3 code <c>IDN</c>. Identifies the member everywhere: configuration, grain key, output
    /// column.</summary>
    public required string Code { get; init; }

    /// <summary>English short name.</summary>
    public required string Name { get; init; }

    /// <summary>Inhabitants, for rules that weigh ballots by population. Range: &gt;= 0; default 0.</summary>
    public decimal Population { get; init; }

    /// <summary>Gross domestic product, for rules that weigh ballots by it. Unit: any, the same for all members. Range: &gt;= 0; default 0.</summary>
    public decimal Gdp { get; init; }

    /// <summary>Contribution to the common budget, for rules that weigh ballots by it. Range: &gt;= 0; default 1, equal contributions.</summary>
    public decimal Contribution { get; init; } = 1;

    /// <summary>c_i: weight of the member's voice in consultation and drafting, never of its ballot. Range: &gt; 0; default 1.</summary>
    public double Influence { get; init; } = 1;

    /// <summary>phi_i: how far deliberation moves the member on an issue that it does not care about. Range: 0 (never) to 1; default 0.4.</summary>
    /// <remarks>Susceptibility in Friedkin &amp; Johnsen (1990), J. Math. Sociol. 15(3-4), 193-206.</remarks>
    public double Flexibility { get; init; } = 0.4;

    /// <summary>b_i: how much dissatisfaction it swallows and still votes for the text. Unit: utility, 0 to 1; default 0.10.</summary>
    public double Unity { get; init; } = 0.10;

    /// <summary>a_i: how much more dissatisfaction it swallows by abstaining rather than object. Unit: utility, 0 to 1; default 0.05.</summary>
    public double Reticence { get; init; } = 0.05;

    /// <summary>h_i: share of the surplus that it demands at the opening. Range: 0 to 1; default 0.6.</summary>
    public double Holdout { get; init; } = 0.6;

    /// <summary>gamma_i: how fast that demand decays. Unit: per 30 days; range: &gt;= 0; default 0.1.</summary>
    public double ConcessionRate { get; init; } = 0.1;
}
