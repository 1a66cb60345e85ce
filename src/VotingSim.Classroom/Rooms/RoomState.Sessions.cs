using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace VotingSim.Classroom.Rooms;

/// <content>The same room under another rule: same people, briefs and luck, fresh rounds; both sessions are kept.</content>
public sealed partial record RoomState
{
    /// <summary>The session that is over and of which the next has begun; empty in the first.</summary>
    public ImmutableArray<PlayedSession> Sessions { get; init; } = [];

    /// <summary>Name of the rule of the second session; null in the first.</summary>
    public string? RuleAgain { get; init; }

    /// <summary>Name of the rule of the session that is on. Where the room plays one matter.</summary>
    [JsonIgnore]
    public string Rule => RuleAgain ?? Settings.Choice.Rules[0];

    /// <summary>Whether the room can be played again: a session of a single matter is over, and it was the first.</summary>
    [JsonIgnore]
    public bool CanPlayAgain => Phase == RoomPhase.Ended && !Settings.IsTerm && Sessions.IsEmpty && !Held.IsEmpty;

    /// <summary>Whether that can be taken back: no round of the second session was opened.</summary>
    [JsonIgnore]
    public bool CanTakeBack => Phase == RoomPhase.Gathering && !Sessions.IsEmpty;

    /// <summary>The teacher begins the second session.</summary>
    /// <param name="rule">Name of its rule.</param>
    /// <param name="now">The time.</param>
    public RoomTransition PlayAgain(string rule, DateTimeOffset now)
    {
        if (!CanPlayAgain || rule == Rule)
        {
            return Refused(CanPlayAgain ? Refusal.BadRule : Refusal.NotNow);
        }

        var again = Fresh() with { Sessions = [new(Rule, Held, EndedIn)], RuleAgain = rule };
        return Done(again with { Held = [], EndedIn = null, Phase = RoomPhase.Gathering }, now);
    }

    /// <summary>The teacher takes it back: the room stands where the first session ended.</summary>
    public RoomTransition TakeBack(DateTimeOffset now) => !CanTakeBack
        ? Refused(Refusal.NotNow)
        : Done(
            Fresh() with { Sessions = [], RuleAgain = null, Held = Sessions[0].Held, EndedIn = Sessions[0].EndedIn, Phase = RoomPhase.Ended },
            now);

    // Everybody keeps the seat; what was said and cast is not in the way.
    private RoomState Fresh() => this with
    {
        Splits = [],
        Text = [],
        People = [.. People.Select(person => person with { Ballot = null, Position = [] })],
        Deadline = null,
    };
}
