using System.Collections.Immutable;
using System.Text.Json.Serialization;
using VotingSim.Classroom.Lessons;

namespace VotingSim.Classroom.Rooms;

/// <content>Guesses before the first round: for everybody, with a seat or without, and nobody has to. Terms have none.</content>
public sealed partial record RoomState
{
    /// <summary>Whether people may guess: before the first round of a single matter.</summary>
    [JsonIgnore]
    public bool MayGuess => Phase == RoomPhase.Gathering && !Settings.IsTerm && Sessions.IsEmpty && Held.IsEmpty;

    /// <summary>The guesses of the people in the room.</summary>
    [JsonIgnore]
    public ImmutableArray<Guess> Guesses => [.. People.Select(person => person.Guess).OfType<Guess>()];

    /// <summary>Names of the two rules that are guessed between: the one of the first session, and consensus; where that is the same, the rule of
    /// the second session, or a qualified majority.</summary>
    [JsonIgnore]
    public (string Own, string Other) GuessedRules => Settings.Choice.Rules[0] is var own && own != Term.Patience ? (own, Term.Patience)
        : Settings.IsDouble ? (own, Settings.Second)
        : (own, Term.UsualVote);

    /// <summary>A person guesses, or guesses anew.</summary>
    public RoomTransition GuessAt(int person, Guess guess, DateTimeOffset now) => Of(person) switch
    {
        null => Refused(Refusal.NotInTheRoom),
        _ when !MayGuess => Refused(Refusal.NotNow),
        _ when !IsGuess(guess) => Refused(Refusal.BadGuess),
        { } guessing => Done(With(guessing with { Guess = guess }), now),
    };

    private bool IsGuess(Guess guess) => guess.Text is >= 0 and <= 100
        && guess.Outvoted >= Guess.Nobody && guess.Outvoted < Seats
        && (guess.Faster == Guess.NoDifference || guess.Faster == GuessedRules.Own || guess.Faster == GuessedRules.Other);
}
