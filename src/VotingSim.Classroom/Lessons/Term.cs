using System.Collections.Immutable;
using VotingSim.Campaigns;
using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration;

namespace VotingSim.Classroom.Lessons;

/// <summary>A term: matters in a row in one room, in which members remember and decisions are carried out or not. A campaign of docs/model.md,
/// section 9, with a matter on each set day; who plays it chooses the rule before each matter.</summary>
public sealed record Term
{
    /// <summary>The rule of those who are patient.</summary>
    public const string Patience = "consensus";

    /// <summary>The rule of a vote where no other was chosen.</summary>
    public const string UsualVote = "asean-qmv";

    /// <summary>From the last session that a matter can have to the next matter: half a year. Unit: days.</summary>
    public const int DaysBetween = 183;

    /// <summary>The largest number of matters.</summary>
    public const int MostMatters = 8;

    /// <summary>Sessions of a matter where the teacher has not chosen: five matters make an hour.</summary>
    public const int UsualRounds = 4;

    /// <summary>The matters of a term where the teacher has not chosen: they set other members against one another each time.</summary>
    public static ImmutableArray<string> Usual { get; } = ["south-china-sea", "pandemic", "myanmar-2021", "economic-shock", "thai-cambodian-2025"];

    /// <summary>The matters, in their order.</summary>
    public required ImmutableArray<TermMatter> Matters { get; init; }

    /// <summary>Name of the rule of a vote.</summary>
    public required string Vote { get; init; }

    /// <summary>The luck: the replication that the room is.</summary>
    public required uint Replication { get; init; }

    /// <summary>How members remember and carry out: the model's usual numbers.</summary>
    public Conduct Conduct { get; } = new();

    /// <summary>The rule of a vote in words.</summary>
    public string VoteInWords => CrisisText.Of(Matters[0].Plan, Matters[0].ArmOf(byVote: true)).Rule;

    /// <summary>How long it lasts. Unit: whole years.</summary>
    public int Years => (int)Math.Ceiling(Matters[^1].LastDay / CampaignTerms.DaysOfYear);

    /// <summary>The term as a campaign of those matters of which the rule is known.</summary>
    /// <param name="byVote">Whether a vote was chosen, matter by matter.</param>
    public CampaignTerms CampaignOf(IEnumerable<bool> byVote) => new()
    {
        Years = Years,
        Streams = [.. Matters.Zip(byVote, (matter, vote) => new StreamOfMatters { Terms = matter.TermsOf(vote), Days = [matter.Day] })],
        Conduct = Conduct,
    };

    /// <summary>The term as a campaign under one rule throughout.</summary>
    public CampaignTerms CampaignUnder(bool byVote) => CampaignOf(Matters.Select(_ => byVote));

    /// <summary>Puts matters in a row.</summary>
    /// <param name="convener">Reads them.</param>
    /// <param name="choice">Members, luck, rounds of a matter, and the rule of a vote.</param>
    /// <param name="crises">Their names, in order; at least one.</param>
    /// <exception cref="ConfigurationException">Something that was chosen does not exist, is wrong, or does not fit the rest.</exception>
    public static Term Of(Convener convener, TableChoice choice, IEnumerable<string> crises)
    {
        var (matters, day) = (ImmutableArray.CreateBuilder<TermMatter>(), 0);
        foreach (var crisis in crises)
        {
            var matter = new TermMatter(convener.Plan(choice with { Crisis = crisis, Rules = [Patience, choice.Rules[0]] }), day);
            matters.Add(matter);
            day = (int)Math.Ceiling(matter.LastDay) + DaysBetween;
        }

        return new() { Matters = matters.ToImmutable(), Vote = choice.Rules[0], Replication = choice.Replication };
    }
}
