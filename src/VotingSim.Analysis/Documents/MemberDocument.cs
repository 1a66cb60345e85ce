namespace VotingSim.Analysis.Documents;

/// <summary>What befell a member: shares of all replications, by its last ballot, from 0 to 1.</summary>
/// <param name="Code">The member.</param>
/// <param name="Supported">Supported the draft.</param>
/// <param name="Abstained">Abstained.</param>
/// <param name="Objected">Objected, opted out or not.</param>
/// <param name="Outvoted">Objected to an adopted text that binds it.</param>
/// <param name="Utility">Mean utility of the outcome, by its configured position and salience: no share.</param>
/// <param name="OptedOut">Objected to an adopted text and stays out of it.</param>
/// <param name="Decisive">Could alone have turned the result.</param>
/// <param name="Banzhaf">Absolute Banzhaf index under the rule of the first round: a share of coalitions, not of replications.</param>
public sealed record MemberDocument(
    string Code,
    EstimateDocument Supported,
    EstimateDocument Abstained,
    EstimateDocument Objected,
    EstimateDocument Outvoted,
    MeanDocument Utility,
    EstimateDocument OptedOut,
    EstimateDocument Decisive,
    double Banzhaf);
