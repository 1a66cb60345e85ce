using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Keepsakes;

/// <summary>A round of a keepsake.</summary>
/// <param name="View">The round, or the opening.</param>
/// <param name="Played">The seats whose ballots people cast; empty where the model played alone.</param>
/// <param name="IsPeoplesText">Whether a person in the chair wrote the text.</param>
public sealed record KeepsakeRound(RoundView View, ImmutableArray<int> Played, bool IsPeoplesText)
{
    /// <summary>A round that the model played alone.</summary>
    public static KeepsakeRound Of(RoundView view) => new(view, [], IsPeoplesText: false);

    /// <summary>A round of a room. Who sat in a seat is not kept.</summary>
    public static KeepsakeRound Of(HeldRound held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return new(held.View, [.. held.Acts.Seats.Where(act => act.Ballot is not null).Select(act => act.Seat)], !held.Acts.Text.IsEmpty);
    }
}
