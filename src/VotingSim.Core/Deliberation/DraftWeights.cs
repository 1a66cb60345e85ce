namespace VotingSim.Deliberation;

/// <summary>v_ik: what a member's voice weighs in the draft on an issue.</summary>
public enum DraftWeights
{
    /// <summary>1: sovereign equality. The default.</summary>
    /// <remarks>On 17 coded outcomes of ASEAN it beats <see cref="Both"/> by 2.5 points of mean absolute error [0.8, 4.4]; on 340 issues of the EU
    /// no weighting beats it.</remarks>
    Equal,

    /// <summary>s_ik: as much as the issue matters to the member.</summary>
    Salience,

    /// <summary>c_i: as much as its voice weighs in consultation.</summary>
    Influence,

    /// <summary>c_i s_ik: both.</summary>
    Both,
}
