using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Grains;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// What a room deliberates on, and the rounds that its grain has held: a function of the plan and the acts, and held again from them
/// when the grain has forgotten.
/// </summary>
public sealed record Proceedings
{
    private readonly IGrainFactory _grains;
    private readonly string _key;
    private readonly RuleTimetable _timetable;
    private readonly RoomOrder _order;

    private Proceedings(
        IGrainFactory grains, string key, (ExperimentPlan Plan, Arm Arm) played, RoomOrder order, TermSession? term, AgendaMessage opening)
    {
        (_grains, _key, _order, Agenda, Session) = (grains, key, order, opening, term);
        (Plan, var arm) = played;
        (Arm, Text, _timetable) = (arm, CrisisText.Of(Plan, arm), new(arm.Terms));
        Terms = term?.Memory.Felt(arm.Terms) ?? arm.Terms;
        Opening = RoundView.Opening(Terms, opening, _timetable);
    }

    /// <summary>What was chosen, as an experiment.</summary>
    public ExperimentPlan Plan { get; }

    /// <summary>The arm that is played.</summary>
    public Arm Arm { get; }

    /// <summary>Its terms; in a term as the members come to it with their goodwill.</summary>
    public DeliberationTerms Terms { get; }

    /// <summary>The term of which this is a matter; null where it is none.</summary>
    public TermSession? Session { get; private init; }

    /// <summary>The session before, of the same matter under another rule; null in the first.</summary>
    public Proceedings? First { get; init; }

    /// <summary>Crisis and rule in words.</summary>
    public CrisisText Text { get; }

    /// <summary>The opening statements.</summary>
    public RoundView Opening { get; }

    /// <summary>The rounds held.</summary>
    public ImmutableArray<HeldRound> Held { get; private init; } = [];

    /// <summary>What the round that comes is about, with the text of the chair's own grain; after the end, the last one.</summary>
    public AgendaMessage Agenda { get; private init; }

    /// <summary>Whether the text was adopted or time is up.</summary>
    public bool IsOver => !Held.IsEmpty && Held[^1].Message.Next is null;

    /// <summary>Whether the last round held stands between a vote and going on: a majority is there over objections, and a session is left.</summary>
    public bool AwaitsCall => !IsOver && !Held.IsEmpty && VoteCall.IsOpen(Terms, Held[^1].View);

    /// <summary>The last round as it is when the vote is called; null but while that is chosen.</summary>
    public HeldRound? Called { get; private init; }

    /// <summary>The days of its sessions, in a sentence: a lesson does not wait for the agenda.</summary>
    public string Calendar => LessonCalendar.Of(Terms.Settings);

    /// <summary>Opens the deliberation and holds the rounds of the acts again.</summary>
    public static Task<Proceedings> ConveneAsync(
        IGrainFactory grains, string key, ExperimentPlan plan, uint replication, IEnumerable<RoundActs> acts) =>
        ConveneAsync(grains, key, plan, plan.Arms[0], new(plan.Arms[0].Terms, replication), null, acts);

    /// <summary>Opens a matter of a term and holds the rounds of the acts again.</summary>
    /// <param name="grains">Where the room is.</param>
    /// <param name="key">Its name.</param>
    /// <param name="term">The term.</param>
    /// <param name="before">The matters before, which are over.</param>
    /// <param name="byVote">Whether a vote was chosen for this one.</param>
    /// <param name="acts">What people did in its rounds.</param>
    public static Task<Proceedings> ConveneAsync(
        IGrainFactory grains, string key, Term term, ImmutableArray<Proceedings> before, bool byVote, IEnumerable<RoundActs> acts)
    {
        var session = new TermSession(term, before, byVote);
        var matter = term.Matters[before.Length];
        var order = new RoomOrder(matter.TermsOf(byVote), term.Replication, new(term.CampaignOf(session.ByVotes), session.ResultsBefore));
        return ConveneAsync(grains, key, matter.Plan, matter.ArmOf(byVote), order, session, acts);
    }

    /// <summary>Holds the round that comes.</summary>
    public async Task<Proceedings> HoldAsync(RoundActs acts)
    {
        if (IsOver)
        {
            throw new InvalidOperationException("The deliberation has ended.");
        }

        var message = await Room.HoldAsync(_order, ActsBefore(Held.Length), acts);
        return With(Held, Of(message, Agenda.Draft, acts));
    }

    /// <summary>Holds the round that comes as far as its ballots are read: where a majority is there over objections, the choice between a vote and
    /// going on is left open, and what a vote would come to is foreseen.</summary>
    /// <param name="acts">What people do in the round.</param>
    public async Task<Proceedings> ReadBallotsAsync(RoundActs acts)
    {
        // Going on changes nothing where there is no such majority, or no session is left.
        var read = await HoldAsync(acts with { CallsVote = false });
        return read.AwaitsCall ? await read.ForeseeAsync() : read with { Held = read.Held.SetItem(Held.Length, read.Held[^1] with { Acts = acts }) };
    }

    /// <summary>Foresees what the last round comes to when the vote is called.</summary>
    public async Task<Proceedings> ForeseeAsync()
    {
        var (acts, beside) = (Held[^1].Acts with { CallsVote = true }, Beside);
        var message = await beside.HoldAgainAsync(_order, ActsBefore(Held.Length - 1), acts);
        await beside.CloseAsync();
        return this with { Called = Of(message, Held[^1].OwnDraft, acts) };
    }

    /// <summary>Calls the vote on the last round, or goes on: where that changes what came of it, it is held again.</summary>
    /// <param name="calls">Whether the vote is called; null where the model's own patience decides.</param>
    public async Task<Proceedings> CallAsync(bool? calls)
    {
        var (last, before) = (Held[^1], Held.RemoveAt(Held.Length - 1));
        var acts = last.Acts with { CallsVote = calls };
        return calls == false
            ? this with { Held = before.Add(last with { Acts = acts }), Called = null }
            : With(before, Of(await Room.HoldAgainAsync(_order, ActsBefore(before.Length), acts), last.OwnDraft, acts));
    }

    /// <summary>What every choice between a vote and going on would have come to otherwise: the same acts up to it, the other choice, and the model
    /// alone from there.</summary>
    public async Task<ImmutableArray<CallMade>> LookBackAsync()
    {
        var calls = ImmutableArray.CreateBuilder<CallMade>();
        foreach (var (held, round) in Held.Select((held, round) => (held, round)).Where(one => VoteCall.IsOpen(Terms, one.held.View)))
        {
            var (beside, other) = (Beside, held.Acts with { CallsVote = !held.View.Adopted });
            var message = await beside.HoldAgainAsync(_order, ActsBefore(round), other);
            while (message.Next is not null)
            {
                message = await beside.HoldRoundAsync(RoundActs.None);
            }

            await beside.CloseAsync();
            calls.Add(new(held, RoundView.Of(Terms, message, _timetable)));
        }

        return calls.ToImmutable();
    }

    /// <summary>What the text of the round that comes is worth to each member, in seat order. The engine holds that round beside the room, on
    /// the text and on the status quo; of what it says nothing is kept but what does not hang on ballots.</summary>
    /// <param name="text">The text of a person in the chair; empty where the model's own is on the table.</param>
    public async Task<ImmutableArray<TextWorth>> WeighAsync(ImmutableArray<double> text)
    {
        ImmutableArray<double> statusQuo = [.. Terms.Crisis.Issues.Select(issue => issue.StatusQuo)];
        var (beside, before) = (Beside, ActsBefore(Held.Length));
        var onText = await beside.HoldAgainAsync(_order, before, new([], text.IsDefault ? [] : text));
        var onStatusQuo = await beside.HoldAgainAsync(_order, before, new([], statusQuo));
        await beside.CloseAsync();
        return [.. Enumerable.Range(0, Terms.Roster.Size).Select(seat => TextWorth.Of(Terms, seat, onText.Round, onStatusQuo.Round))];
    }

    /// <summary>The round that is open, or comes, as people look at it: the text on the table, what everybody says, and no ballot.</summary>
    /// <param name="text">The text of a person in the chair; empty where the model's own is on the table.</param>
    public RoundView Open(ImmutableArray<double> text) => RoundView.Open(Agenda, text.IsDefaultOrEmpty ? Agenda.Draft : text, _timetable);

    /// <summary>Sends the members home.</summary>
    public Task CloseAsync() => Room.CloseAsync();

    private static async Task<Proceedings> ConveneAsync(
        IGrainFactory grains, string key, ExperimentPlan plan, Arm arm, RoomOrder order, TermSession? session, IEnumerable<RoundActs> acts)
    {
        var opening = await grains.GetGrain<IRoomGrain>(key).OpenAsync(order)
            ?? throw new InvalidOperationException("The matter does not reach the agenda in time for a session.");
        var proceedings = new Proceedings(grains, key, (plan, arm), order, session, opening);
        foreach (var held in acts)
        {
            proceedings = await proceedings.HoldAsync(held);
        }

        return proceedings;
    }

    private IRoomGrain Room => _grains.GetGrain<IRoomGrain>(_key);

    // Where something else is tried with the same acts and luck.
    private IRoomGrain Beside => _grains.GetGrain<IRoomGrain>($"{_key}-beside-{Guid.NewGuid():N}");

    private RoundActs[] ActsBefore(int round) => [.. Held.Take(round).Select(before => before.Acts)];

    private HeldRound Of(RoundMessage message, ImmutableArray<double> ownDraft, RoundActs acts) =>
        new(RoundView.Of(Terms, message, _timetable), message, ownDraft, acts);

    private Proceedings With(ImmutableArray<HeldRound> before, HeldRound last) => this with
    {
        Held = before.Add(last),
        Agenda = last.Message.Next ?? Agenda,
        Session = Session?.After(last.Message.Result),
        Called = null,
    };
}
