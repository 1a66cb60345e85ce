using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;

namespace VotingSim.Classroom.Rooms;

/// <summary>What a class looks at after a term: its path, beside a thousand campaigns of the same matters under either rule.</summary>
/// <param name="Session">The term as far as it was played.</param>
/// <param name="Patience">A thousand under consensus.</param>
/// <param name="Vote">A thousand under the rule of a vote.</param>
public sealed record TermDebrief(TermSession Session, CampaignSample Patience, CampaignSample Vote)
{
    /// <summary>Every choice between a vote and going on, with its matter, and what the other would have come to.</summary>
    public ImmutableArray<(Proceedings Matter, CallMade Call)> Calls { get; init; } = [];

    /// <summary>Looks back on a room that plays a term.</summary>
    public static async Task<TermDebrief> OfAsync(Room room, Convener convener)
    {
        var session = room.Proceedings.Session!;
        ImmutableArray<bool> rules = [false, true];
        var samples = await Task.WhenAll(rules.Select(byVote =>
            convener.AtTableAsync((grains, table) => CampaignSample.OfAsync(grains, table, session.Term, byVote))));
        var calls = ImmutableArray.CreateBuilder<(Proceedings, CallMade)>();
        foreach (var matter in session.Before.Add(room.Proceedings))
        {
            calls.AddRange((await matter.LookBackAsync()).Select(call => (matter, call)));
        }

        return new(session, samples[0], samples[1]) { Calls = calls.ToImmutable() };
    }
}
