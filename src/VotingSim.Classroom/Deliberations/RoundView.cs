using System.Collections.Immutable;
using VotingSim.Deliberation;
using VotingSim.Grains;
using VotingSim.Rules;

namespace VotingSim.Classroom.Deliberations;

/// <summary>A round as people look at it: what was said and voted, how the rule read it, and who made the difference.</summary>
public sealed record RoundView
{
    /// <summary>The number of the round, from 1; 0 is the opening, in which nobody has voted yet.</summary>
    public required int Number { get; init; }

    /// <summary>The day of its session; of the opening, the day on which the matter reached the agenda. Unit: days from the event.</summary>
    public required double Day { get; init; }

    /// <summary>The day of the first session, up to this one, in which the rule would have adopted; null where there was none yet. Unit: days from
    /// the event.</summary>
    public double? MajoritySince { get; init; }

    /// <summary>How the matter ended in this round; null where it goes on.</summary>
    public Ending? Ending { get; init; }

    /// <summary>The text on each issue.</summary>
    public required ImmutableArray<double> Draft { get; init; }

    /// <summary>What member i says on issue k, at i K + k.</summary>
    public required ImmutableArray<double> Opinions { get; init; }

    /// <summary>The cost of having no decision.</summary>
    public required double Urgency { get; init; }

    /// <summary>The ballots in seat order; empty in the opening.</summary>
    public ImmutableArray<Ballot> Ballots { get; init; } = [];

    /// <summary>The ballots counted.</summary>
    public Tally Tally { get; init; }

    /// <summary>What the text is worth to each member above what it asks for; empty in the opening.</summary>
    public ImmutableArray<double> Margins { get; init; } = [];

    /// <summary>What each member asks for; empty in the opening.</summary>
    public ImmutableArray<double> Aspirations { get; init; } = [];

    /// <summary>Whether the text was adopted.</summary>
    public bool Adopted { get; init; }

    /// <summary>How the rule reads the ballots, part by part.</summary>
    public required RuleReading Reading { get; init; }

    /// <summary>
    /// Who decided the matter alone: whose objection would have undone what was adopted, or whose support would have carried what was not.
    /// </summary>
    public Coalition Pivotal { get; init; }

    /// <summary>Whom the others could do without.</summary>
    public Coalition Dispensable { get; init; }

    /// <summary>Who stays out of what was adopted.</summary>
    public Coalition OptedOut { get; init; }

    /// <summary>What a member says on an issue.</summary>
    public double OpinionOf(int seat, int issue) => Opinions[(seat * Draft.Length) + issue];

    /// <summary>Whether somebody has voted.</summary>
    public bool HasBallots => !Ballots.IsEmpty;

    /// <summary>The opening statements.</summary>
    public static RoundView Opening(DeliberationTerms terms, AgendaMessage agenda, RuleTimetable timetable) => new()
    {
        Number = 0,
        Day = agenda.Day - terms.Settings.Calendar.DayOf(agenda.Round),
        Draft = agenda.Draft,
        Opinions = agenda.Opinions,
        Urgency = agenda.Urgency,
        Reading = timetable.InRound(0).Read(default),
        Dispensable = timetable.InRound(0).Dispensable(Coalition.Empty),
    };

    /// <summary>A round whose vote is open: the text on the table, what everybody says, and no ballot.</summary>
    public static RoundView Open(AgendaMessage agenda, ImmutableArray<double> text, RuleTimetable timetable) => new()
    {
        Number = agenda.Round + 1,
        Day = agenda.Day,
        Draft = text,
        Opinions = agenda.Opinions,
        Urgency = agenda.Urgency,
        Reading = timetable.InRound(agenda.Round).Read(default),
        Dispensable = timetable.InRound(agenda.Round).Dispensable(Coalition.Empty),
    };

    /// <summary>A round that was held.</summary>
    public static RoundView Of(DeliberationTerms terms, RoundMessage held, RuleTimetable timetable)
    {
        var (round, rule, calendar) = (held.Round, timetable.InRound(held.Round.Round), terms.Settings.Calendar);
        var tally = TallyOf(round.Ballots);
        return new()
        {
            Number = round.Round + 1,
            Day = round.Day,
            MajoritySince = double.IsNaN(round.MajorityDay) ? null : round.Day - calendar.DayOf(round.Round) + round.MajorityDay,
            Ending = held.Result?.Endings[0],
            Draft = [.. round.Draft],
            Opinions = [.. round.Opinions],
            Urgency = round.Urgency,
            Ballots = [.. round.Ballots],
            Tally = tally,
            Margins = [.. round.Margins],
            Aspirations = [.. round.Aspirations],
            Adopted = round.Adopted,
            Reading = rule.Read(tally),
            Pivotal = rule.Pivotal(tally),
            Dispensable = rule.Dispensable(tally.Objectors),
            OptedOut = round.Adopted ? rule.OptedOut(tally) : Coalition.Empty,
        };
    }

    /// <summary>Ballots in seat order, counted.</summary>
    public static Tally TallyOf(IReadOnlyList<Ballot> ballots)
    {
        var tally = default(Tally);
        for (var seat = 0; seat < ballots.Count; seat++)
        {
            tally = ballots[seat] switch
            {
                Ballot.Support => tally with { Supporters = tally.Supporters | Coalition.Of(seat) },
                Ballot.Objection => tally with { Objectors = tally.Objectors | Coalition.Of(seat) },
                _ => tally,
            };
        }

        return tally;
    }
}
