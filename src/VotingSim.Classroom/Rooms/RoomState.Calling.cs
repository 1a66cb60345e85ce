namespace VotingSim.Classroom.Rooms;

/// <content>A majority over objections: the chair calls the vote, or goes on seeking consensus.</content>
public sealed partial record RoomState
{
    /// <summary>The vote is closed, and a majority is there over objections. Until somebody has chosen, the round was held as if the chair went
    /// on.</summary>
    public RoomTransition AwaitCall(DateTimeOffset now) => Phase == RoomPhase.Voting
        ? Done(Closed(Acts() with { CallsVote = false }) with { Phase = RoomPhase.Calling, Deadline = DeadlineFrom(now) }, now)
        : Refused(Refusal.NotNow);

    /// <summary>Whether somebody may choose: who sits in the chair, and the teacher where nobody does, or who does is away.</summary>
    /// <param name="person">The person; null for the teacher.</param>
    /// <param name="round">The round whose ballots are open.</param>
    /// <param name="away">Who has been cut off for so long that nobody waits.</param>
    public Refusal MayCall(int? person, int round, IReadOnlySet<int> away) => person switch
    {
        { } number when Of(number) is null => Refusal.NotInTheRoom,
        { } number when Of(number)!.Seat != ChairSeat => Refusal.NotInThisSeat,
        _ when Phase != RoomPhase.Calling => Refusal.NotNow,
        _ when round != Round - 1 => Refusal.AnotherRound,
        null when !IsChairLeft(away) => Refusal.NotInThisSeat,
        _ => Refusal.None,
    };

    /// <summary>Whether nobody sits in the chair, or everybody who does is away.</summary>
    /// <param name="away">Who has been cut off for so long that nobody waits.</param>
    public bool IsChairLeft(IReadOnlySet<int> away) => People.All(person => person.Seat != ChairSeat || away.Contains(person.Number));

    /// <summary>The vote is called or not, and the round held so.</summary>
    /// <param name="calls">Whether it is called; null where the model's own patience decides.</param>
    /// <param name="isLast">Whether the matter is over then.</param>
    /// <param name="now">The time.</param>
    public RoomTransition Call(bool? calls, bool isLast, DateTimeOffset now)
    {
        if (Phase != RoomPhase.Calling)
        {
            return Refused(Refusal.NotNow);
        }

        var held = Held.SetItem(Held.Length - 1, Held[^1] with { CallsVote = calls });
        return Done(this with { Held = held, Phase = PhaseAfter(isLast), Deadline = null }, now);
    }
}
