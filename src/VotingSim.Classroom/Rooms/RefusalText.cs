using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>Refusals in words.</summary>
public static class RefusalText
{
    /// <summary>A sentence for the person to whom something was refused; null where nothing was.</summary>
    public static string? Of(Refusal refusal) => refusal switch
    {
        Refusal.None => null,
        Refusal.NoSuchRoom => Tell("No room has this code. Look at the screen again: six letters and digits, never I, L, O, 0 or 1."),
        Refusal.WrongKey => Tell("This browser does not hold the key of the room."),
        Refusal.TooManyAttempts => Tell("Too many wrong codes came from this browser or its network. Wait a minute and try again."),
        Refusal.TooManyRooms => Tell("No more rooms can be opened now. Close one that is not needed."),
        Refusal.TooManyOpenings => Tell("Several rooms were opened just now. Wait a minute."),
        Refusal.NotTheHost => Tell("Rooms are opened at the machine on which the classroom runs, or with its host key."),
        Refusal.TooManyEntries => Tell("This browser has come in several times just now. Wait a minute."),
        Refusal.SentOut => Tell("The teacher has sent you out of this room."),
        Refusal.RoomIsFull => Tell("The room is full."),
        Refusal.BadName => Tell("Write a name of 1 to 40 letters."),
        Refusal.NameIsTaken => Tell("Somebody here has this name already. Add a letter to yours; if it is you, the teacher can give you your place."),
        Refusal.NotInTheRoom => Tell("You are no longer in this room."),
        Refusal.NoSuchSeat => Tell("There is no such seat."),
        Refusal.HasASeat => Tell("You have a seat already, and keep it: its brief is yours alone."),
        Refusal.NotInThisSeat => Tell("That is not for your seat to do."),
        Refusal.NotNow => Tell("Not now: the room is at another point."),
        Refusal.AnotherRound => Tell("That round is over."),
        Refusal.HasVoted => Tell("Your ballot of this round is cast; it cannot be changed."),
        Refusal.BadRule => Tell("That rule cannot be played here: it does not fit these members, or was the rule of the first session."),
        Refusal.BadGuess => Tell("A guess is one of the two rules or none, a text from 0 to 100, and a member or nobody."),
        _ => Tell("A value from 0 to 100 was expected."),
    };
}
