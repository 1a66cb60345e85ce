namespace VotingSim.Classroom.Deliberations;

/// <summary>What a class may change of a world, to see what comes of it.</summary>
public enum Lever
{
    /// <summary>What having no decision costs at first; <c>urgency.initial</c>.</summary>
    Urgency,

    /// <summary>How fast that cost grows; <c>urgency.growth</c>.</summary>
    Growth,

    /// <summary>The first quota of the first rule that has one.</summary>
    Quota,

    /// <summary>How long the chair goes on seeking consensus; <c>deliberation.patience-days</c>.</summary>
    Patience,

    /// <summary>How much faster a member concedes whom the others could outvote; <c>deliberation.shadow-of-the-vote</c>.</summary>
    Shadow,

    /// <summary>What one member wants on the first issue; <c>stances.IDN.position</c>.</summary>
    Position,
}
