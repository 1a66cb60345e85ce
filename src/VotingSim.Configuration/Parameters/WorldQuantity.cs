using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>What a parameter is to the engine: which quantity, and whose.</summary>
/// <param name="Parameter">The quantity.</param>
internal sealed record WorldQuantity(WorldParameter Parameter)
{
    private const int Nowhere = -1;

    /// <summary>Code of the member whose it is; null for all members, and where it is nobody's.</summary>
    public string? Member { get; init; }

    /// <summary>Name of the issue; null for all issues, and where it has none.</summary>
    public string? Issue { get; init; }

    /// <summary>Whether it is that of the only issue, in crises that have only one.</summary>
    public bool IsOfOnlyIssue { get; init; }

    /// <summary>Name or code of the external power whose it is; null for all, and where it is nobody's.</summary>
    public string? Power { get; init; }

    /// <summary>The pressure of the crises that it is for; null for all.</summary>
    public string? Pressure { get; init; }

    /// <summary>Whether both can stand for the same number.</summary>
    public bool Overlaps(WorldQuantity other) => Parameter == other.Parameter
        && Meets(Member, other.Member) && Meets(Issue, other.Issue) && Meets(Power, other.Power) && Meets(Pressure, other.Pressure);

    /// <summary>The uncertain parameter of a crisis. Where the crisis does not have it, it is drawn for the rows all the same and stands for
    /// nothing.</summary>
    public UncertainParameter Seat(Uncertain uncertain, CrisisFile crisis, MembersFile members) => new()
    {
        Name = uncertain.Parameter.Name,
        Parameter = Parameter,
        Seat = Pressure is not null && Pressure != crisis.Pressure ? Nowhere
            : Member is null ? null
            : Array.FindIndex(members.Members, member => member.Code == Member),
        Issue = IsOfOnlyIssue ? (crisis.Issues.Length == 1 ? 0 : Nowhere)
            : Issue is null ? null
            : Array.FindIndex(crisis.Issues, issue => issue.Name == Issue),
        Power = Power is null ? null : Array.FindIndex(crisis.ExternalPowers, power => power.Name == Power || power.Code == Power),
        Prior = uncertain.Prior,
        Scales = uncertain.Scales,
        Lowest = uncertain.Parameter.Constraints.LowestWithin,
        Highest = uncertain.Parameter.Constraints.Highest,
    };

    private static bool Meets(string? one, string? other) => one is null || other is null || one == other;
}
