using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>What befell one member in an arm: shares of all its replications, decided or not, by the last ballots.</summary>
public sealed record MemberSummary
{
    /// <summary>Code of the member.</summary>
    public required string Code { get; init; }

    /// <summary>Share in which it supported the last draft.</summary>
    public required Estimate Supported { get; init; }

    /// <summary>Share in which it abstained.</summary>
    public required Estimate Abstained { get; init; }

    /// <summary>Share in which it objected, with those in which it opted out.</summary>
    public required Estimate Objected { get; init; }

    /// <summary>Share in which it is bound by an adopted text that it objected to.</summary>
    public required Estimate Outvoted { get; init; }

    /// <summary>Mean utility of the outcome, the status quo where undecided, by the position and the salience that the configuration gives it; 1
    /// is its own ideal. Undefined where it was not counted.</summary>
    public Estimate Utility { get; init; } = Estimate.Undefined;

    /// <summary>Share in which it objected to an adopted text and stays out of the decision.</summary>
    public required Estimate OptedOut { get; init; }

    /// <summary>Share in which its last ballot decided: the adopted text would have failed had it objected, or the failed one been adopted
    /// had it supported.</summary>
    /// <remarks>The preference-based counterpart of the a-priori <see cref="Banzhaf"/>; everybody else's ballots are left as they were.</remarks>
    public required Estimate Decisive { get; init; }

    /// <summary>Absolute Banzhaf index under the rule in force in the first round: share of the coalitions of the others in which its
    /// support decides. NaN where the table is too large to compute it.</summary>
    public required double Banzhaf { get; init; }
}
