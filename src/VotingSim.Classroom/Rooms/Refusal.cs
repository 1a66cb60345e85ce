namespace VotingSim.Classroom.Rooms;

/// <summary>Why something was not done.</summary>
public enum Refusal
{
    /// <summary>It was done.</summary>
    None,

    /// <summary>No room has this code.</summary>
    NoSuchRoom,

    /// <summary>The key is not the one of this room.</summary>
    WrongKey,

    /// <summary>Too many wrong codes or keys of late.</summary>
    TooManyAttempts,

    /// <summary>As many rooms are open as there may be.</summary>
    TooManyRooms,

    /// <summary>Rooms were opened too quickly one after another.</summary>
    TooManyOpenings,

    /// <summary>It takes this machine or the host key.</summary>
    NotTheHost,

    /// <summary>The person came into rooms too often of late.</summary>
    TooManyEntries,

    /// <summary>The teacher has sent the person out.</summary>
    SentOut,

    /// <summary>As many people are in the room as there may be.</summary>
    RoomIsFull,

    /// <summary>A name needs a letter or digit, and is at most forty signs long.</summary>
    BadName,

    /// <summary>Somebody in the room has this name already.</summary>
    NameIsTaken,

    /// <summary>The person is not, or no longer, in the room.</summary>
    NotInTheRoom,

    /// <summary>There is no such seat.</summary>
    NoSuchSeat,

    /// <summary>The person has a seat, and keeps it.</summary>
    HasASeat,

    /// <summary>The person does not sit where one does this.</summary>
    NotInThisSeat,

    /// <summary>The room is not at the point at which one does this.</summary>
    NotNow,

    /// <summary>That was meant for another round.</summary>
    AnotherRound,

    /// <summary>The person has voted in this round.</summary>
    HasVoted,

    /// <summary>The rule does not exist, does not fit these members, or is the one that was played.</summary>
    BadRule,

    /// <summary>Not one of the two rules, not a text from 0 to 100, or not a seat.</summary>
    BadGuess,

    /// <summary>Not a ballot, or not a value from 0 to 100 per issue.</summary>
    BadValue,
}
