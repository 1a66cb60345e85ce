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
    private readonly IRoomGrain _room;
    private readonly RuleTimetable _timetable;
    private readonly RoomOrder _order;

    private Proceedings(IRoomGrain room, ExperimentPlan plan, Arm arm, RoomOrder order, TermSession? term, AgendaMessage opening)
    {
        (_room, Plan, _order, Agenda, Session) = (room, plan, order, opening, term);
        (Arm, Text, _timetable) = (arm, CrisisText.Of(plan, arm), new(arm.Terms));
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

        var message = await _room.HoldAsync(_order, Held.Select(before => before.Acts), acts);
        var held = new HeldRound(RoundView.Of(Terms, message, _timetable), message, Agenda.Draft, acts);
        return this with { Held = Held.Add(held), Agenda = message.Next ?? Agenda, Session = Session?.After(message.Result) };
    }

    /// <summary>The round that is open, or comes, as people look at it: the text on the table, what everybody says, and no ballot.</summary>
    /// <param name="text">The text of a person in the chair; empty where the model's own is on the table.</param>
    public RoundView Open(ImmutableArray<double> text) => RoundView.Open(Agenda, text.IsDefaultOrEmpty ? Agenda.Draft : text, _timetable);

    /// <summary>Sends the members home.</summary>
    public Task CloseAsync() => _room.CloseAsync();

    private static async Task<Proceedings> ConveneAsync(
        IGrainFactory grains, string key, ExperimentPlan plan, Arm arm, RoomOrder order, TermSession? session, IEnumerable<RoundActs> acts)
    {
        var room = grains.GetGrain<IRoomGrain>(key);
        var opening = await room.OpenAsync(order)
            ?? throw new InvalidOperationException("The matter does not reach the agenda in time for a session.");
        var proceedings = new Proceedings(room, plan, arm, order, session, opening);
        foreach (var held in acts)
        {
            proceedings = await proceedings.HoldAsync(held);
        }

        return proceedings;
    }
}
