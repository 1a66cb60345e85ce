using System.Collections.Immutable;
using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Grains;

/// <summary>Asks a room to open a deliberation.</summary>
/// <param name="Terms">What fixes the deliberation but luck.</param>
/// <param name="Replication">The luck: the same replication of a run meets the same.</param>
/// <param name="Before">What the members remember; null where the crisis is single.</param>
[GenerateSerializer, Immutable, Alias("votingsim.room-order")]
public sealed record RoomOrder(
    [property: Id(0)] DeliberationTerms Terms, [property: Id(1)] uint Replication, [property: Id(2)] RoomMemory? Before = null);

/// <summary>The matters of a campaign up to the one that a room deliberates on, which is the last. Model.md 9.</summary>
/// <param name="Campaign">A stream for each matter, in their order, with its terms and one set day; and how members remember.</param>
/// <param name="Results">What came of those before the last, in their order.</param>
[GenerateSerializer, Immutable, Alias("votingsim.room-memory")]
public sealed record RoomMemory([property: Id(0)] CampaignTerms Campaign, [property: Id(1)] CohortResult[] Results)
{
    /// <summary>The sitting of one replication on a matter.</summary>
    /// <param name="campaign">A stream for each matter, with one set day.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="matter">The matter, from 0.</param>
    public static Cohort SittingOf(CampaignTerms campaign, uint replication, int matter) =>
        new MatterLanes(new(replication, 1), matter, matter, [0], [0], [campaign.Streams[matter].Days[0]]).Cohort;
}

/// <summary>What people do in a round.</summary>
/// <param name="Seats">What those in the seats do. A seat that is not listed is played by its grain.</param>
/// <param name="Text">The text of a person in the chair's seat, a value per issue on the scale of 0 to 100; empty where the chair drafts by
/// itself.</param>
/// <param name="CallsVote">Whether the chair calls the vote on a majority that is there, over objections, or goes on seeking consensus; null
/// where the model's own patience decides. Model.md 3.4.</param>
[GenerateSerializer, Immutable, Alias("votingsim.acts")]
public sealed record RoundActs(
    [property: Id(0)] ImmutableArray<SeatAct> Seats, [property: Id(1)] ImmutableArray<double> Text, [property: Id(2)] bool? CallsVote = null)
{
    /// <summary>Nobody does anything: every seat is played by its grain.</summary>
    public static RoundActs None { get; } = new([], []);
}

/// <summary>What the people in one seat do in a round.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Ballot">Their ballot; null where the member's own stands.</param>
/// <param name="Position">What they will say in the next round, a value per issue on the scale of 0 to 100; empty where the member speaks
/// for itself.</param>
[GenerateSerializer, Immutable, Alias("votingsim.seat-act")]
public sealed record SeatAct([property: Id(0)] int Seat, [property: Id(1)] Ballot? Ballot, [property: Id(2)] ImmutableArray<double> Position);

/// <summary>What the round that comes is about: the text on the table, what everybody says, and how urgent it is.</summary>
/// <param name="Round">r, from 0.</param>
/// <param name="Draft">p_k, a value per issue.</param>
/// <param name="Opinions">o_ik of member i on issue k at i K + k.</param>
/// <param name="Urgency">kappa(r).</param>
/// <param name="Day">The day of the session. Unit: days from the event.</param>
[GenerateSerializer, Immutable, Alias("votingsim.agenda")]
public sealed record AgendaMessage(
    [property: Id(0)] int Round,
    [property: Id(1)] ImmutableArray<double> Draft,
    [property: Id(2)] ImmutableArray<double> Opinions,
    [property: Id(3)] double Urgency,
    [property: Id(4)] double Day);

/// <summary>What happened in a round.</summary>
/// <param name="Round">The round, written down in full.</param>
/// <param name="Own">The ballots as the grains would have cast them, in seat order: where a person sat, the model beside the person.</param>
/// <param name="Next">What the next round will be about; null where the deliberation has ended.</param>
/// <param name="Result">What came of the deliberation; null where it goes on.</param>
[GenerateSerializer, Immutable, Alias("votingsim.round")]
public sealed record RoundMessage(
    [property: Id(0)] TracedRound Round, [property: Id(1)] ImmutableArray<Ballot> Own,
    [property: Id(2)] AgendaMessage? Next, [property: Id(3)] CohortResult? Result);
