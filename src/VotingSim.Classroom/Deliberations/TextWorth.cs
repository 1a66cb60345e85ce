using VotingSim.Deliberation;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What a text is worth to a member at its vote, before anybody has voted: the engine's own numbers, without the luck of the ballot.
/// Model.md 3.2 and 3.3. Unit of all: utility, where the member's ideal is 1.</summary>
/// <param name="Margin">m_i: what the text is worth above what the member asks for.</param>
/// <param name="Asked">A_i: what the member holds out for.</param>
/// <param name="StatusQuo">U_i(q): what the status quo would be worth, if it cost nothing to leave things open.</param>
/// <param name="Cost">kappa e_i: what having no decision costs the member at this session.</param>
/// <param name="Profile">The ballot that the profile asks for, red lines included.</param>
/// <param name="IsForbidden">Whether the text crosses a red line.</param>
public sealed record TextWorth(double Margin, double Asked, double StatusQuo, double Cost, Ballot Profile, bool IsForbidden)
{
    /// <summary>U_i(p): what the text is worth.</summary>
    public double Text => Margin + Asked;

    /// <summary>R_i: what having no decision is worth.</summary>
    public double NoDecision => StatusQuo - Cost;

    /// <summary>Reads it off two rounds that the engine has held beside the room: on the text, and on the status quo.</summary>
    /// <param name="terms">What is deliberated on.</param>
    /// <param name="seat">The member's seat.</param>
    /// <param name="onText">The round on the text.</param>
    /// <param name="onStatusQuo">The same round on the status quo.</param>
    public static TextWorth Of(DeliberationTerms terms, int seat, TracedRound onText, TracedRound onStatusQuo)
    {
        var (stance, margin) = (terms.Crisis.Stances[seat], onText.Margins[seat]);
        var isForbidden = RedLine.CrossedBy(stance, onText.Draft) is not null;
        return new(
            margin,
            onText.Aspirations[seat],
            onStatusQuo.Margins[seat] + onStatusQuo.Aspirations[seat],
            onText.Urgency * stance.Exposure,
            isForbidden ? Ballot.Objection : VoteReason.Expected(terms, seat, margin),
            isForbidden);
    }
}
