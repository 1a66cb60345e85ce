namespace VotingSim.Classroom.Rooms;

/// <summary>Refusals in words.</summary>
public static class RefusalText
{
    /// <summary>A sentence for the person to whom something was refused; null where nothing was.</summary>
    public static string? Of(Refusal refusal) => refusal switch
    {
        Refusal.None => null,
        Refusal.NoSuchRoom => "No room has this code. Look at the screen again: six letters and digits, never I, L, O, 0 or 1.",
        Refusal.WrongKey => "This browser does not hold the key of the room.",
        Refusal.TooManyAttempts => "Too many wrong codes came from this browser or its network. Wait a minute and try again.",
        Refusal.TooManyRooms => "No more rooms can be opened now. Close one that is not needed.",
        Refusal.TooManyOpenings => "Several rooms were opened just now. Wait a minute.",
        Refusal.NotTheHost => "Rooms are opened at the machine on which the classroom runs, or with its host key.",
        Refusal.TooManyEntries => "This browser has come in several times just now. Wait a minute.",
        Refusal.SentOut => "The teacher has sent you out of this room.",
        Refusal.RoomIsFull => "The room is full.",
        Refusal.BadName => "Write a name of 1 to 40 letters.",
        Refusal.NameIsTaken => "Somebody here has this name already. Add a letter to yours; if it is you, the teacher can give you your place.",
        Refusal.NotInTheRoom => "You are no longer in this room.",
        Refusal.NoSuchSeat => "There is no such seat.",
        Refusal.HasASeat => "You have a seat already, and keep it: its brief is yours alone.",
        Refusal.NotInThisSeat => "That is not for your seat to do.",
        Refusal.NotNow => "Not now: the room is at another point.",
        Refusal.AnotherRound => "That round is over.",
        Refusal.HasVoted => "Your ballot of this round is cast; it cannot be changed.",
        Refusal.BadRule => "That rule cannot be played here: it does not fit these members, or was the rule of the first session.",
        Refusal.BadGuess => "A guess is one of the two rules or none, a text from 0 to 100, and a member or nobody.",
        _ => "A value from 0 to 100 was expected.",
    };
}
