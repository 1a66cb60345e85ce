namespace VotingSim.Statistics.Power;

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

    /// <summary>Shapley-Shubik index: the share of all orders of the members in which this one's joining makes the coalition win. Sums to 1; 0
    /// where nothing is ever adopted.</summary>
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
