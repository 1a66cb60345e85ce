using VotingSim.Randomness;

namespace VotingSim.Crises;

/// <summary>kappa: the cost of having no decision, and how it grows. Unit: utility, on the scale on which a member's own ideal is worth 1.</summary>
public sealed record Urgency
{
    /// <summary>kappa_0: the cost at the opening. Range: &gt;= 0; default 0.03.</summary>
    public double Initial { get; init; } = 0.03;

    /// <summary>g: exponential growth of the cost. Unit: per 30 days; default 0.06.</summary>
    public double Growth { get; init; } = 0.06;

    /// <summary>lambda_s: mean number of shocks, Poisson. Unit: per 30 days; range: &gt;= 0; default 0.15.</summary>
    public double ShockRate { get; init; } = 0.15;

    /// <summary>J: by which share each shock raises the cost. Range: &gt; -1; default 0.3.</summary>
    public double ShockSize { get; init; } = 0.3;

    /// <summary>The most that the cost grows to. Range: &gt; 0; default 1,000,000, which keeps extreme growth from overflowing.</summary>
    /// <remarks>A ceiling below what a decision costs a fully exposed member at most lets a matter stay undecided for ever.</remarks>
    public double Ceiling { get; init; } = 1e6;

    /// <summary>What the cost grows to over some days, where no shock strikes: model.md 3.0.</summary>
    /// <param name="now">kappa on the first of them. Range: &gt;= 0.</param>
    /// <param name="days">How many. Range: &gt;= 0.</param>
    public double After(double now, double days) => Math.Min(Ceiling, now * Elementary.Exp(Growth * days / 30));
}
