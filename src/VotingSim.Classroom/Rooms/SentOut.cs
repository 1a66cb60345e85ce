using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>Somebody whom the teacher has sent out, and can let back in.</summary>
/// <param name="Person">Who, as in the round in which it was.</param>
/// <param name="Reason">Why.</param>
/// <param name="Round">The round that was open or came next then, from 0.</param>
public sealed record SentOut(Person Person, RemovalReason Reason, int Round)
{
    /// <summary>What the person is told.</summary>
    public static string Sentence(RemovalReason reason) =>
        Tell($"The teacher has sent you out of this room: {Why(reason)}. If that is a mistake, speak to the teacher, who can let you back in.");

    /// <summary>The reason, in words that the person is told.</summary>
    public static string Why(RemovalReason reason) => reason switch
    {
        RemovalReason.JoinedTwice => Tell("you are in it twice, and the other place was kept"),
        RemovalReason.Name => Tell("your name is not one for the screen"),
        RemovalReason.SeatIsNeeded => Tell("your seat is kept for somebody else"),
        _ => Tell("please follow the session without a seat"),
    };
}
