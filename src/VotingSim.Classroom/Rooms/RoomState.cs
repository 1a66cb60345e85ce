using System.Collections.Immutable;
using System.Text.Json.Serialization;
using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// All that a room is: settings, people, what they have done, and where it stands. Every act makes another state or is refused; there
/// is no clock in it but the time it is told.
/// </summary>
/// <remarks>
/// With the acts of the rounds held, the order of the room and the seed, the deliberation can be held again to the last bit, so the
/// state is also what is stored.
/// A seat with several people casts the ballot that most of those who voted want; where two are wanted by as many, it abstains. A seat
/// whose people say nothing is played by the model.
/// </remarks>
public sealed partial record RoomState
{
    /// <summary>The seat of the chair, who writes the text and has no ballot.</summary>
    public const int ChairSeat = -1;

    /// <summary>The largest number of people in a room.</summary>
    public const int MostPeople = 60;

    /// <summary>A room that nobody has touched for so long is gone.</summary>
    public static readonly TimeSpan IdleLife = TimeSpan.FromHours(4);

    /// <summary>A room is gone so long after it was opened, whatever happens in it.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>A room that nobody has joined is gone so long after it was opened.</summary>
    public static readonly TimeSpan EmptyLife = TimeSpan.FromHours(1);

    /// <summary>What is left of a round, at least, after the server was away. Unit: seconds.</summary>
    public const int SecondsAfterRestart = 30;

    /// <summary>The code by which people come in.</summary>
    public required string Code { get; init; }

    /// <summary>SHA-256 of the teacher's key, in hexadecimal digits.</summary>
    public required string KeyHash { get; init; }

    /// <summary>What the teacher chose.</summary>
    public required RoomSettings Settings { get; init; }

    /// <summary>Number of members at the table.</summary>
    public required int Seats { get; init; }

    /// <summary>Number of issues.</summary>
    public required int Issues { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When somebody last did something.</summary>
    public required DateTimeOffset TouchedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public RoomPhase Phase { get; init; }

    /// <summary>When the phase ends by itself; null where it does not.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The people in the order in which they came.</summary>
    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>How many people have ever come in.</summary>
    public int Arrivals { get; init; }

    /// <summary>The text that the person in the chair tabled for the round that is open; empty where the model's stands.</summary>
    public ImmutableArray<double> Text { get; init; } = [];

    /// <summary>What people did in the rounds held.</summary>
    public ImmutableArray<RoundActs> Held { get; init; } = [];

    /// <summary>How the people in each seat voted in the last round held, where any did.</summary>
    public ImmutableArray<DelegationSplit> Splits { get; init; } = [];

    /// <summary>Whom the teacher has sent out, in that order.</summary>
    public ImmutableArray<SentOut> SentOut { get; init; } = [];

    /// <summary>Where it stood when the teacher ended the session; null where that was not so.</summary>
    public RoomPhase? EndedIn { get; init; }

    /// <summary>The round that is open, or comes next: 0 is the first of the room. Rounds of all matters count on.</summary>
    [JsonIgnore]
    public int Round => FirstRound + Held.Length;

    /// <summary>Everybody whose key the room knows, also who was sent out.</summary>
    [JsonIgnore]
    public IEnumerable<Person> Known => People.Concat(SentOut.Select(gone => gone.Person));

    /// <summary>Whether the vote can be closed: somebody has voted, and everybody in a member's seat has, or is away.</summary>
    /// <param name="away">Who has been cut off for so long that nobody waits.</param>
    public bool IsComplete(IReadOnlySet<int> away) => Phase == RoomPhase.Voting
        && People.Any(person => person.Seat >= 0 && person.Ballot is not null)
        && People.All(person => person.Seat is not >= 0 || person.Ballot is not null || away.Contains(person.Number));

    /// <summary>Whether the text is waited for from people who are all away.</summary>
    /// <param name="away">Who has been cut off for so long that nobody waits.</param>
    public bool IsLeftByChair(IReadOnlySet<int> away) => Phase == RoomPhase.Drafting && IsChairLeft(away);

    /// <summary>Somebody comes in.</summary>
    public RoomTransition Enter(string? typedName, string keyHash, DateTimeOffset now)
    {
        if (Phase == RoomPhase.Ended)
        {
            return Refused(Refusal.NotNow);
        }

        if (Person.NameFrom(typedName) is not { } name)
        {
            return Refused(Refusal.BadName);
        }

        if (People.Length >= MostPeople)
        {
            return Refused(Refusal.RoomIsFull);
        }

        return HasName(name)
            ? Refused(Refusal.NameIsTaken)
            : Done(this with { People = People.Add(new() { Number = Arrivals, Name = name, KeyHash = keyHash }), Arrivals = Arrivals + 1 }, now);
    }

    /// <summary>A person takes a seat, alone or beside others, and keeps it.</summary>
    public RoomTransition Sit(int person, int seat, DateTimeOffset now) => Of(person) switch
    {
        null => Refused(Refusal.NotInTheRoom),
        _ when Phase == RoomPhase.Ended => Refused(Refusal.NotNow),
        { Seat: not null } => Refused(Refusal.HasASeat),
        _ when seat != ChairSeat && (seat < 0 || seat >= Seats) => Refused(Refusal.NoSuchSeat),
        { } sitting => Done(With(sitting with { Seat = seat }), now),
    };

    /// <summary>A person says what its member will say when the round is over. It may say another thing until then.</summary>
    public RoomTransition State(int person, int round, ImmutableArray<double> position, DateTimeOffset now) => Of(person) switch
    {
        null => Refused(Refusal.NotInTheRoom),
        { Seat: not >= 0 } => Refused(Refusal.NotInThisSeat),
        _ when Phase is not (RoomPhase.Drafting or RoomPhase.Voting) => Refused(Refusal.NotNow),
        _ when round != Round => Refused(Refusal.AnotherRound),
        _ when !IsOnTheScales(position) => Refused(Refusal.BadValue),
        { } speaking => Done(With(speaking with { Position = position }), now),
    };

    /// <summary>A person casts its ballot, once in a round.</summary>
    public RoomTransition Cast(int person, int round, Ballot ballot, DateTimeOffset now) => Of(person) switch
    {
        null => Refused(Refusal.NotInTheRoom),
        { Seat: not >= 0 } => Refused(Refusal.NotInThisSeat),
        _ when Phase != RoomPhase.Voting => Refused(Refusal.NotNow),
        _ when round != Round => Refused(Refusal.AnotherRound),
        { Ballot: not null } => Refused(Refusal.HasVoted),
        _ when !Enum.IsDefined(ballot) => Refused(Refusal.BadValue),
        { } voting => Done(With(voting with { Ballot = ballot, LastCast = new(round, ballot) }), now),
    };

    /// <summary>A person in the chair tables the text of the round; the vote opens.</summary>
    public RoomTransition Table(int person, int round, ImmutableArray<double> text, DateTimeOffset now) => Of(person) switch
    {
        null => Refused(Refusal.NotInTheRoom),
        { Seat: not ChairSeat } => Refused(Refusal.NotInThisSeat),
        _ when Phase != RoomPhase.Drafting => Refused(Refusal.NotNow),
        _ when round != Round => Refused(Refusal.AnotherRound),
        _ when !IsOnTheScales(text) => Refused(Refusal.BadValue),
        _ => Done(OpenVote(now) with { Text = text }, now),
    };

    /// <summary>The teacher opens the first round, or the next.</summary>
    public RoomTransition OpenRound(DateTimeOffset now) => Phase is RoomPhase.Gathering or RoomPhase.Reading
        ? Done(People.Any(person => person.Seat == ChairSeat) ? OpenDrafting(now) : OpenVote(now), now)
        : Refused(Refusal.NotNow);

    /// <summary>The teacher, or the clock, ends the drafting: the model's own text is put to the vote.</summary>
    public RoomTransition EndDrafting(DateTimeOffset now) => Phase == RoomPhase.Drafting ? Done(OpenVote(now), now) : Refused(Refusal.NotNow);

    /// <summary>The vote is closed: the round was held with <see cref="Acts"/>.</summary>
    public RoomTransition CloseVote(bool isLast, DateTimeOffset now) => Phase == RoomPhase.Voting
        ? Done(Closed(Acts()) with { Phase = PhaseAfter(isLast), Deadline = null }, now)
        : Refused(Refusal.NotNow);

    /// <summary>The teacher ends the session; a round that is open is not held.</summary>
    public RoomTransition End(DateTimeOffset now) => Phase == RoomPhase.Ended
        ? Refused(Refusal.NotNow)
        : Done(this with { Phase = RoomPhase.Ended, EndedIn = Phase, Deadline = null }, now);

    /// <summary>The teacher takes the end back: the session stands where it stood, and a round that was open has its whole time again.</summary>
    public RoomTransition Resume(DateTimeOffset now) => (Phase, EndedIn) switch
    {
        (RoomPhase.Ended, { } phase) => Done(
            this with
            {
                Phase = phase,
                EndedIn = null,
                Deadline = IsTimed(phase) ? DeadlineFrom(now) : null,
            },
            now),
        _ => Refused(Refusal.NotNow),
    };

    /// <summary>The teacher sends a person out.</summary>
    public RoomTransition Remove(int person, RemovalReason reason, DateTimeOffset now) => Of(person) is { } leaving
        ? Done(this with { People = People.Remove(leaving), SentOut = SentOut.Add(new(leaving, reason, Round)) }, now)
        : Refused(Refusal.NotInTheRoom);

    /// <summary>The teacher lets a person back in: to the same seat, and in the same round with the ballot that was cast.</summary>
    public RoomTransition LetBack(int person, DateTimeOffset now)
    {
        if (SentOut.FirstOrDefault(one => one.Person.Number == person) is not { } gone)
        {
            return Refused(Refusal.NotInTheRoom);
        }

        if (People.Length >= MostPeople)
        {
            return Refused(Refusal.RoomIsFull);
        }

        var back = gone.Round == Round ? gone.Person : gone.Person with { Ballot = null };
        return HasName(back.Name)
            ? Refused(Refusal.NameIsTaken)
            : Done(this with { People = People.Add(back), SentOut = SentOut.Remove(gone) }, now);
    }

    /// <summary>The teacher frees a seat: the person in it stays, and may take another.</summary>
    public RoomTransition Free(int person, DateTimeOffset now) => Of(person) switch
    {
        null => Refused(Refusal.NotInTheRoom),
        { Seat: null } => Refused(Refusal.NotInThisSeat),
        { } sitting => Done(With(sitting with { Seat = null, Ballot = null, Position = [] }), now),
    };

    /// <summary>The teacher makes one of two: a person without a seat takes the place of another who is the same, and of whom nothing is
    /// left.</summary>
    public RoomTransition Merge(int from, int into, DateTimeOffset now) => (Of(from), Of(into)) switch
    {
        (null, _) or (_, null) => Refused(Refusal.NotInTheRoom),
        (_, { Seat: not null }) => Refused(Refusal.HasASeat),
        ({ Seat: null }, _) => Refused(Refusal.NotInThisSeat),
        ({ } old, { } person) => Done(Merged(old, person), now),
    };

    /// <summary>What the people in all seats do in the round that is open.</summary>
    public RoundActs Acts()
    {
        var acts = ImmutableArray.CreateBuilder<SeatAct>();
        foreach (var split in SplitsNow())
        {
            var position = Median(
                [.. People.Where(person => person.Seat == split.Seat && !person.Position.IsEmpty).Select(person => person.Position)]);
            if (split.Ballot is not null || !position.IsEmpty)
            {
                acts.Add(new(split.Seat, split.Ballot, position));
            }
        }

        return new(acts.ToImmutable(), Text);
    }

    /// <summary>Whether a phase may end by itself: where something is waited for from people.</summary>
    public static bool IsTimed(RoomPhase phase) => phase is RoomPhase.Drafting or RoomPhase.Voting or RoomPhase.Calling;

    /// <summary>Whether the room is gone.</summary>
    public bool IsExpired(DateTimeOffset now) =>
        now - TouchedAt >= IdleLife || now - OpenedAt >= Life || (Arrivals == 0 && now - OpenedAt >= EmptyLife);

    /// <summary>The room after the server was away: who was about to vote still has a moment.</summary>
    public RoomState AfterRestart(DateTimeOffset now) =>
        Deadline is { } deadline && deadline < now.AddSeconds(SecondsAfterRestart)
            ? this with { Deadline = now.AddSeconds(SecondsAfterRestart) }
            : this;

    /// <summary>The person with a number; null where there is none.</summary>
    public Person? Of(int person) => People.FirstOrDefault(one => one.Number == person);

    private RoomState Merged(Person old, Person person)
    {
        var seated = With(person with { Seat = old.Seat, Ballot = old.Ballot, Position = old.Position, Guess = person.Guess ?? old.Guess });
        return seated with { People = seated.People.Remove(old), SentOut = SentOut.Add(new(old, RemovalReason.JoinedTwice, Round)) };
    }

    private IEnumerable<DelegationSplit> SplitsNow() => People.Where(person => person.Seat >= 0).GroupBy(person => person.Seat!.Value)
        .OrderBy(seat => seat.Key).Select(seat => DelegationSplit.Of(seat.Key, seat.Select(person => person.Ballot).OfType<Ballot>()));

    private bool HasName(string name) => People.Any(person => person.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // Issue by issue; between two people, halfway.
    private ImmutableArray<double> Median(ImmutableArray<double>[] positions) => positions.Length == 0
        ? []
        : [.. Enumerable.Range(0, Issues).Select(issue =>
        {
            var sorted = positions.Select(position => position[issue]).Order().ToArray();
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        })];

    private bool IsOnTheScales(ImmutableArray<double> values) =>
        !values.IsDefault && values.Length == Issues && values.All(value => value is >= 0 and <= 100);

    private RoomState OpenDrafting(DateTimeOffset now) => this with { Phase = RoomPhase.Drafting, Deadline = DeadlineFrom(now) };

    private RoomState OpenVote(DateTimeOffset now) => this with { Phase = RoomPhase.Voting, Deadline = DeadlineFrom(now) };

    private DateTimeOffset? DeadlineFrom(DateTimeOffset now) => Settings.RoundSeconds > 0 ? now.AddSeconds(Settings.RoundSeconds) : null;

    private RoomState Closed(RoundActs acts) => this with
    {
        Held = Held.Add(acts),
        Splits = [.. SplitsNow().Where(split => split.Voted > 0)],
        Text = [],
        People = [.. People.Select(person => person with { Ballot = null })],
    };

    private RoomPhase PhaseAfter(bool isLast) => !isLast ? RoomPhase.Reading : HasNextMatter ? RoomPhase.Choosing : RoomPhase.Ended;

    private RoomState With(Person changed) => this with { People = People.Replace(Of(changed.Number)!, changed) };

    private static RoomTransition Done(RoomState state, DateTimeOffset now) => new(state with { TouchedAt = now }, Refusal.None);

    private RoomTransition Refused(Refusal refusal) => new(this, refusal);
}
