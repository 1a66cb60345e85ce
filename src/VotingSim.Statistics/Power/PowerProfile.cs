using System.Collections.Immutable;

namespace VotingSim.Statistics.Power;

/// <summary>A-priori voting power at a table under a rule: what the rule alone gives to each member, whatever anybody wants.</summary>
/// <remarks>
/// All but <see cref="TernaryPowerToAct"/> and <see cref="MemberPower.Ternary"/> is about the binary game: members support or object. Formulas,
/// sources and what the figures do not say: docs/statistics.md. Counts are exact; ratios are rounded once. A ratio without a denominator is NaN.
/// </remarks>
public sealed record PowerProfile
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

    /// <summary>The share of all 3^n rounds of support, abstention and objection that adopt. Range: 0 to 1; NaN where the ternary game is out of
    /// reach.</summary>
    public required double TernaryPowerToAct { get; init; }

    /// <summary>The members without whose support nothing is adopted. None where nothing is adopted at all.</summary>
    public IEnumerable<MemberPower> Vetoers => Members.Where(member => member.Swings == WinningCoalitions && WinningCoalitions > 0);

    /// <summary>The members whose ballot never matters.</summary>
    public IEnumerable<MemberPower> Dummies => Members.Where(member => member.Swings == 0);
}
