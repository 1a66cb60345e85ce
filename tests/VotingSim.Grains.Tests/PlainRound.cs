using VotingSim.Deliberation;

namespace VotingSim.Grains.Tests;

/// <summary>A round of the plain model, with what the engine's trace tells of it.</summary>
/// <param name="Day">Days since the event.</param>
/// <param name="MajorityDay">d*, days since the opening; NaN while the rule would not have adopted yet.</param>
/// <param name="Urgency">kappa.</param>
/// <param name="Draft">p_k.</param>
/// <param name="Opinions">o_ik at i K + k.</param>
/// <param name="Margins">m_i.</param>
/// <param name="Aspirations">A_i.</param>
/// <param name="Ballots">In seat order.</param>
/// <param name="Adopted">Whether the text was adopted.</param>
internal sealed record PlainRound(
    double Day, double MajorityDay, double Urgency, double[] Draft, double[] Opinions, double[] Margins, double[] Aspirations,
    Ballot[] Ballots, bool Adopted);
