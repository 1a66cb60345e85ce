using System.Collections.Immutable;

namespace VotingSim.Statistics.Power;

/// <summary>A-priori voting power at a table under a rule: what the rule alone gives to each member, whatever anybody wants.</summary>
/// <remarks>
/// All but <see cref="TernaryPowerToAct"/> and <see cref="MemberPower.Ternary"/> is about the binary game: members support or object. Formulas, sources and what the
/// figures do not say: docs/statistics.md. Counts are exact; ratios are rounded once. A ratio without a denominator is NaN.
/// </remarks>
public sealed record PowerTable
{
    /// <summary>The members in the order of seats.</summary>
    public required ImmutableArray<MemberPower> Members { get; init; }

    /// <summary>W: how many of the 2^n coalitions adopt against the objection of everybody else.</summary>
    public required UInt128 WinningCoalitions { get; init; }

    /// <summary>How many of them need every one of their members.</summary>
    public required UInt128 MinimalWinningCoalitions { get; init; }

    /// <summary>How many of the 2^n coalitions prevent adoption by objecting together: 2^n - W.</summary>
    public required UInt128 BlockingCoalitions { get; init; }

    /// <summary>Coleman's power of the collectivity to act, W / 2^n. Range: 0 to 1.</summary>
    public required double PowerToAct { get; init; }

    /// <summary>The share of all 3^n rounds of support, abstention and objection that adopt. Range: 0 to 1; NaN where the ternary game is out of reach.</summary>
    public required double TernaryPowerToAct { get; init; }

    /// <summary>The members without whose support nothing is adopted. None where nothing is adopted at all.</summary>
    public IEnumerable<MemberPower> Vetoers => Members.Where(member => member.Swings == WinningCoalitions && WinningCoalitions > 0);

    /// <summary>The members whose ballot never matters.</summary>
    public IEnumerable<MemberPower> Dummies => Members.Where(member => member.Swings == 0);
}

/// <summary>The voting power of one member.</summary>
public sealed record MemberPower
{
    /// <summary>The member's code.</summary>
    public required string Code { get; init; }

    /// <summary>How many winning coalitions would lose without the member.</summary>
    public required UInt128 Swings { get; init; }

    /// <summary>Absolute Banzhaf (Penrose) measure: the probability of being decisive when all others toss a fair coin. Range: 0 to 1.</summary>
    public required double Banzhaf { get; init; }

    /// <summary>Normalised Banzhaf index: the share of all swings. Sums to 1.</summary>
    public required double BanzhafNormalized { get; init; }

    /// <summary>Shapley-Shubik index: the share of all orders of the members in which this one's joining makes the coalition win. Sums to 1; 0 where nothing is ever adopted.</summary>
    public required double ShapleyShubik { get; init; }

    /// <summary>Johnston index: swings, each shared with the other members that are critical in the coalition. Sums to 1.</summary>
    public required double Johnston { get; init; }

    /// <summary>Deegan-Packel index: minimal winning coalitions, each shared equally by its members. Sums to 1.</summary>
    public required double DeeganPackel { get; init; }

    /// <summary>Holler's public good index: the share of all memberships of minimal winning coalitions. Sums to 1.</summary>
    public required double Holler { get; init; }

    /// <summary>Coleman's power to prevent action: swings as a share of the winning coalitions. Range: 0 to 1; 1 is a veto.</summary>
    public required double ColemanPrevent { get; init; }

    /// <summary>Coleman's power to initiate action: swings as a share of the losing coalitions. Range: 0 to 1.</summary>
    public required double ColemanInitiate { get; init; }

    /// <summary>Power where members may abstain; null where the ternary game is out of reach.</summary>
    public required TernaryPower? Ternary { get; init; }
}

/// <summary>Power of a member where everybody else supports, abstains or objects with probability 1/3 each.</summary>
/// <param name="Whole">The probability that the member's support instead of its objection turns rejection into adoption: the two parts together. Range: 0 to 1.</param>
/// <param name="FromAbstention">What support adds to the probability of adoption over abstention. Range: 0 to 1.</param>
/// <param name="FromObjection">What abstention adds to it over objection. Negative where an objector would have stayed out and an abstainer holds the others up.</param>
public sealed record TernaryPower(double Whole, double FromAbstention, double FromObjection);
