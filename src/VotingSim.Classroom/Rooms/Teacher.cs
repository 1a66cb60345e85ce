using VotingSim.Classroom.Lessons;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// What the teacher may do and know in a room. Whoever holds it has shown the room's key. Hidden ballots are hidden from the teacher
/// too: the screen is on the wall.
/// </summary>
public sealed class Teacher
{
    private static readonly string[] Again = [Term.Patience, Term.UsualVote, "simple-majority", "unanimity", "consensus-then-qmv"];

    internal Teacher(Room room) => Room = room;

    /// <summary>The room.</summary>
    public Room Room { get; }

    /// <summary>What the teacher chose.</summary>
    public RoomSettings Settings => Room.State.Settings;

    /// <summary>Everybody's number, name and seat.</summary>
    public IEnumerable<(int Number, string Name, int? Seat, bool HasVoted)> People =>
        Room.State.People.Select(person => (person.Number, person.Name, person.Seat, person.Ballot is not null));

    /// <summary>Who was sent out and may be let back in.</summary>
    public IEnumerable<(int Number, string Name, RemovalReason Reason)> SentOut =>
        Room.State.SentOut.Select(gone => (gone.Person.Number, gone.Person.Name, gone.Reason));

    /// <summary>Whether the session was ended by the teacher and can be taken up again.</summary>
    public bool CanResume => Room.State is { Phase: RoomPhase.Ended, EndedIn: not null };

    /// <summary>Name of the rule of the second session: the one that is on, or was planned, or otherwise the usual other one.</summary>
    public string SecondRule => Room.State is { RuleAgain: { } on } ? on
        : Settings.IsDouble ? Settings.Second
        : Room.State.Rule == Term.Patience ? Term.UsualVote : Term.Patience;

    /// <summary>Names of the rules among which that of a second session is chosen.</summary>
    public IEnumerable<string> OtherRules => new[] { SecondRule }.Concat(Again).Distinct().Where(rule => rule != Room.State.Rule);

    /// <summary>Whether the room can be played again under another rule.</summary>
    public bool CanPlayAgain => Room.State.CanPlayAgain;

    /// <summary>Whether that can be taken back.</summary>
    public bool CanTakeBack => Room.State.CanTakeBack;

    /// <summary>Whether the teacher chooses between a vote and going on: nobody is in the chair, or who is has been cut off.</summary>
    public bool MayCall => Room.MayTeacherCall;

    /// <summary>Opens the first round, or the next.</summary>
    public Task<Refusal> OpenRoundAsync() => Room.ActAsync((state, now) => state.OpenRound(now));

    /// <summary>Begins the matter of a term that comes, under the rule that people chose.</summary>
    public Task<Refusal> BeginMatterAsync() => Room.BeginMatterAsync();

    /// <summary>Calls the vote on the round, counted from 1, whose ballots are open, or goes on seeking consensus: where nobody is in the
    /// chair.</summary>
    public Task<Refusal> CallAsync(int round, bool vote) => Room.CallAsync(null, round - 1, vote);

    /// <summary>Plays the room again under another rule: same people, seats, briefs and luck, fresh rounds.</summary>
    /// <param name="rule">Name of the rule.</param>
    public Task<Refusal> PlayAgainAsync(string rule) => Room.PlayAgainAsync(rule);

    /// <summary>Takes that back, before a round of the second session was opened.</summary>
    public Task<Refusal> TakeBackAsync() => Room.TakeBackAsync();

    /// <summary>Closes the drafting or the vote before its time, or leaves the choice between a vote and going on to the model's
    /// patience.</summary>
    public Task<Refusal> CloseAsync() => Room.CloseAsync();

    /// <summary>Ends the session.</summary>
    public Task<Refusal> EndAsync() => Room.ActAsync((state, now) => state.End(now));

    /// <summary>Takes the end of the session back.</summary>
    public Task<Refusal> ResumeAsync() => Room.ActAsync((state, now) => state.Resume(now));

    /// <summary>Sends a person out, who is told why.</summary>
    public Task<Refusal> RemoveAsync(int person, RemovalReason reason = RemovalReason.Other) =>
        Room.ActAsync((state, now) => state.Remove(person, reason, now));

    /// <summary>Lets a person back in.</summary>
    public Task<Refusal> LetBackAsync(int person) => Room.ActAsync((state, now) => state.LetBack(person, now));

    /// <summary>Frees the seat of a person, who stays in the room.</summary>
    public Task<Refusal> FreeAsync(int person) => Room.ActAsync((state, now) => state.Free(person, now));

    /// <summary>Gives the place of a person to another who has no seat and is the same.</summary>
    public Task<Refusal> MergeAsync(int from, int into) => Room.ActAsync((state, now) => state.Merge(from, into, now));
}
