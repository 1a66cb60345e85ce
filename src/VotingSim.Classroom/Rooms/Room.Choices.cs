using VotingSim.Configuration;

namespace VotingSim.Classroom.Rooms;

/// <content>What is chosen between rounds and sessions: a vote or patience, and another rule.</content>
public sealed partial class Room
{
    /// <summary>Whether people may guess: before the first round.</summary>
    public bool MayGuess => State.MayGuess && !_isGone;

    /// <summary>Whether the teacher chooses between a vote and going on.</summary>
    internal bool MayTeacherCall => State.MayCall(null, State.Round - 1, _attendance.Away()) == Refusal.None;

    /// <summary>Calls the vote, or goes on seeking consensus.</summary>
    /// <param name="person">Who chooses; null for the teacher.</param>
    /// <param name="round">The round whose ballots are open.</param>
    /// <param name="calls">Whether the vote is called.</param>
    internal Task<Refusal> CallAsync(int? person, int round, bool calls) => InTurnAsync(async now =>
    {
        var refusal = _isGone ? Refusal.NoSuchRoom : State.MayCall(person, round, _attendance.Away());
        if (refusal == Refusal.None)
        {
            await SettleCallAsync(calls, now);
        }

        return refusal;
    });

    /// <summary>Plays the same matter again under another rule.</summary>
    internal Task<Refusal> PlayAgainAsync(string rule) => InTurnAsync(async now =>
    {
        var transition = _isGone ? new(State, Refusal.NoSuchRoom) : State.PlayAgain(rule, now);
        if (!transition.IsDone)
        {
            return transition.Refusal;
        }

        try
        {
            _now = new(transition.State, await _lesson.AgainAsync(KeyOf(Code), Proceedings, rule));
            return Refusal.None;
        }
        catch (ConfigurationException)
        {
            return Refusal.BadRule;
        }
    });

    /// <summary>Takes the second session back, before a round of it was opened.</summary>
    internal Task<Refusal> TakeBackAsync() => InTurnAsync(async now =>
    {
        var transition = _isGone ? new(State, Refusal.NoSuchRoom) : State.TakeBack(now);
        if (transition.IsDone)
        {
            _now = new(transition.State, await _lesson.ConveneAsync(KeyOf(Code), transition.State));
        }

        return transition.Refusal;
    });

    private async Task SettleCallAsync(bool? calls, DateTimeOffset now)
    {
        var proceedings = await Proceedings.CallAsync(calls);
        _now = new(State.Call(calls, proceedings.IsOver, now).State, proceedings);
    }
}
