using System.Collections.Immutable;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>A room on the wall: what everybody may see of it, and the opening of the ballots when a vote is closed.</summary>
/// <param name="code">The code of the room, as it was typed.</param>
/// <param name="address">The address by which phones reach the server.</param>
public sealed class ScreenViewModel(string code, string address)
{
    /// <summary>From the close of the vote until the first ballot opens.</summary>
    public static readonly TimeSpan Hush = TimeSpan.FromMilliseconds(600);

    /// <summary>From ballot to ballot.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private HeldRound? _last;
    private int _seen;
    private HeldRound? _climbed;

    /// <summary>The room; null where none has the code, or it was not looked for yet.</summary>
    public Room? Room { get; private set; }

    /// <summary>Why no room is shown; null where one is, or was not looked for yet.</summary>
    public string? Refused { get; private set; }

    /// <summary>How one joins.</summary>
    public JoinSign Join => new(Room!.Code, address);

    /// <summary>Whether who sits here wants nothing to move: ballots are all open at once then.</summary>
    public bool IsStill { get; set; }

    /// <summary>Whether the ballots of the last round are being opened, and its verdict is not told yet.</summary>
    public bool IsOpening { get; private set; }

    /// <summary>How long it takes until the verdict lands: every ballot has been opened, and looked at for as long as two more would take.</summary>
    public TimeSpan UntilVerdict => UntilVerdictIn(Room!);

    /// <summary>How the bars climb while the ballots of the last round are opened, part by part.</summary>
    public ImmutableArray<ImmutableArray<double>> Climb { get; private set; } = [];

    /// <summary>Whether people only come in yet: nothing has been deliberated.</summary>
    public bool IsLobby => Room!.View is { Round: 1, Phase: RoomPhase.Gathering or RoomPhase.Choosing };

    /// <summary>Whether people choose the rule of the next matter of a term.</summary>
    public bool IsChoosing => Room!.View.Phase == RoomPhase.Choosing && !IsLobby;

    /// <summary>Crisis, rule and round, or what of it there is.</summary>
    public string Where
    {
        get
        {
            var (view, proceedings) = (Room!.View, Room.Proceedings);
            var matter = proceedings.Session is { } session ? Tell($"Matter {view.Matter} of {session.Term.Matters.Length}") + " · " : "";
            var round = view.Phase is RoomPhase.Drafting or RoomPhase.Voting ? " · " + Tell($"Round {view.RoundOfMatter} of {view.Rounds}") : "";
            return $"{matter}{proceedings.Text.Title} · {proceedings.Text.Rule}{round}";
        }
    }

    /// <summary>Where the room stands, in a sentence that is read out; the verdict of a round only when its ballots are open.</summary>
    public string Sentence => IsOpening
        ? Tell($"Round {Room!.OnTheTable.Number}: the vote is closed, and the ballots are opened.")
        : RoomNews.ForAll(Room!);

    /// <summary>How large the sentence can be.</summary>
    public string SizeOfSentence => Sentence.Length switch { <= 140 => "large", <= 180 => "usual", <= 330 => "small", _ => "smallest" };

    /// <summary>How long it takes in a room.</summary>
    public static TimeSpan UntilVerdictIn(Room room) => Hush + ((room.Proceedings.Terms.Roster.Size + 2) * Beat);

    /// <summary>Looks for the room. What was held in it before is shown as it ended.</summary>
    public void Look(RoomRegister register, Visitor visitor)
    {
        var (room, refusal) = register.Look(code, visitor);
        (Room, Refused) = (room, RefusalText.Of(refusal));
        if (room is not null)
        {
            (_last, _seen) = (room.Proceedings.Held.LastOrDefault(), room.View.Round);
        }

        Follow();
    }

    /// <summary>The room has changed.</summary>
    /// <returns>Whether ballots begin to be opened, so that the verdict is to land after <see cref="UntilVerdict"/>.</returns>
    public bool Notice()
    {
        // A round that is held once more, because a vote was called in it, has the same ballots: they are open already.
        var before = _seen;
        (_last, _seen) = (Room!.Proceedings.Held.LastOrDefault(), Room.View.Round);
        var isNew = _last is not null && before != _seen;
        Follow();
        IsOpening = !IsStill && Room.OnTheTable.HasBallots && (isNew || IsOpening);
        return isNew && IsOpening;
    }

    /// <summary>The verdict lands, if it is still that round which people look at.</summary>
    /// <param name="held">Number of rounds held when its ballots began to be opened.</param>
    public void Land(int held) => IsOpening &= Room!.Proceedings.Held.Length != held;

    private void Follow()
    {
        if (_last is { } held && !ReferenceEquals(_climbed, held))
        {
            var rule = new RuleTimetable(Room!.Proceedings.Terms, tabulate: false).InRound(held.View.Number - 1);
            (_climbed, Climb) = (held, BarClimb.Of(rule, held.View.Ballots));
        }
    }
}
