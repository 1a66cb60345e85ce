using System.Collections.Immutable;

namespace VotingSim.Analysis.Data;

/// <summary>What a table of roll calls looks like.</summary>
public sealed record RollCallFormat
{
    /// <summary>Columns that name a vote together; none where the members are rows of a wide table.</summary>
    public ImmutableArray<string> Vote { get; init; } = ["vote"];

    /// <summary>Column of the member; null where the votes are rows of a wide table.</summary>
    public string? Member { get; init; } = "member";

    /// <summary>Column of the ballot, of a long table.</summary>
    public string Ballot { get; init; } = "ballot";

    /// <summary>Whether a row has a ballot in each of its other columns, instead of one ballot.</summary>
    public bool IsWide { get; init; }

    /// <summary>How ballots are coded.</summary>
    public BallotCodes Codes { get; init; } = BallotCodes.Usual;

    /// <summary>A column that is the same for all ballots of a vote and by which votes are put together, such as a year. Default: none.</summary>
    public string? By { get; init; }

    /// <summary>The members that count, by name or code, and whether each must be there. Default: all.</summary>
    public MemberGroup? Members { get; init; }
}
