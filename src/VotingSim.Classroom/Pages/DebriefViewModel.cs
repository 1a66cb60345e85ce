using Microsoft.AspNetCore.Components;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Members;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>A debrief as it is laid out on the page: rounds, worlds, and people beside the model.</summary>
public sealed class DebriefViewModel(Debrief debrief)
{
    /// <summary>What is looked back on.</summary>
    public Debrief Debrief => debrief;

    /// <summary>The session.</summary>
    public Proceedings Proceedings => debrief.Proceedings;

    /// <summary>What was deliberated on.</summary>
    public DeliberationTerms Terms => Proceedings.Terms;

    /// <summary>The members.</summary>
    public Roster Roster => Terms.Roster;

    /// <summary>The choice with as many rules as fit beside one another.</summary>
    public TableChoice Compared => debrief.Experiment with { Rules = [.. debrief.Experiment.Rules.Take(Comparison.MostRules)] };

    /// <summary>How the session of the room ended; null where no round was held.</summary>
    public RoundView? Last => Proceedings.Held.IsEmpty ? null : Proceedings.Held[^1].View;

    /// <summary>For each member whose seat people took, how often they cast what it would have cast.</summary>
    public IEnumerable<Likeness> Likenesses => debrief.Ballots.GroupBy(ballot => ballot.Seat).OrderBy(seat => seat.Key)
        .Select(seat => new Likeness(NameOf(seat.Key), seat.Count(ballot => ballot.People == ballot.Model), seat.Count()));

    /// <summary>The ballots of people that are not those of the model.</summary>
    public IReadOnlyList<PlayedBallot> Others => [.. debrief.Ballots.Where(ballot => ballot.People != ballot.Model)];

    /// <summary>Whether people cast the ballot of a seat.</summary>
    public static bool IsPlayed(HeldRound held, int seat) => held.Acts.Seats.Any(act => act.Seat == seat && act.Ballot is not null);

    /// <summary>Whether people cast it, and another than the member would have cast.</summary>
    public static bool IsOther(HeldRound held, int seat) => IsPlayed(held, seat) && held.Message.Own[seat] != held.View.Ballots[seat];

    /// <summary>A ballot in the table of rounds, for who does not see it.</summary>
    public static string Cast(HeldRound held, int seat)
    {
        var does = ClassroomWording.Verb(held.View.Ballots[seat]);
        return IsPlayed(held, seat) ? Tell($"{does}, cast by people") : does;
    }

    /// <summary>What the model would have tabled in place of a person's text.</summary>
    public string OwnDraft(HeldRound held) =>
        Tell($"Written by a person; the model would have tabled {ClassroomWording.Text(Terms, held.OwnDraft)}");

    /// <summary>What the model would have had a member do.</summary>
    public string OwnBallot(HeldRound held, int seat) =>
        Tell($"The model would have it that {NameOf(seat)} {ClassroomWording.Verb(held.Message.Own[seat])}");

    /// <summary>Whether and how a round adopted its text.</summary>
    public static string Adopted(RoundView round) => round.Adopted ? round.Tally.Objectors.IsEmpty ? Tell("by consent") : Tell("by vote")
        : round.Reading.IsMet ? Tell("not yet")
        : Tell("no");

    /// <summary>When a world decided.</summary>
    public static string When(RoundView last) => (last.Adopted, last.Ending) switch
    {
        (true, Ending.Vote) => Tell($"day {ClassroomWording.Day(last.Day)}, round {last.Number}, by vote"),
        (true, _) => Tell($"day {ClassroomWording.Day(last.Day)}, round {last.Number}, by consent"),
        (_, Ending.Failed) => TellOf(last.Number, $"failed, not in {last.Number} round", $"failed, not in {last.Number} rounds"),
        _ => TellOf(last.Number, $"not in {last.Number} round", $"not in {last.Number} rounds"),
    };

    /// <summary>How many of the thousand worlds of a rule had decided by the day on which the room did, or stopped; null where no round was
    /// held.</summary>
    public string? DecidedByThen(OtherWorld world) =>
        Last is { } last ? ClassroomWording.Percent(world.Thousand.DecidedBy(last.Day).Value) : null;

    /// <summary>Where the session of the room lies among the thousand worlds of its rule; null where no round was held.</summary>
    public string? Standing
    {
        get
        {
            if (Last is not { } last)
            {
                return null;
            }

            var (thousand, day) = (debrief.Worlds[0].Thousand, ClassroomWording.Day(last.Day));
            var share = ClassroomWording.Percent(thousand.DecidedBy(last.Day).Value);
            var room = (last.Adopted, last.Ending) switch
            {
                (true, Ending.Vote) => Tell($"Your room decided on day {day}, by vote."),
                (true, _) => Tell($"Your room decided on day {day}, by consent."),
                _ => Tell($"Your room had not decided on day {day}."),
            };
            var worlds = Tell($"Of a thousand worlds under the same rule, which the model plays alone, {share} have decided by that day.");
            return $"{room} {worlds}";
        }
    }

    /// <summary>By which day half of a thousand worlds have decided.</summary>
    public static string HalfBy(OtherWorld world) => world.Thousand.MedianDays.Value is var day && double.IsFinite(day)
        ? Tell($"day {ClassroomWording.Day(day)}")
        : Tell("fewer than half decide");

    /// <summary>When the session decided.</summary>
    public string SessionWhen => Last is { } last ? When(last) : Tell("no round was held");

    /// <summary>How often people cast another ballot than the model would have.</summary>
    public string Otherwise => debrief.Ballots is { IsEmpty: false, Length: var cast }
        ? TellOf(cast, $"{cast - debrief.Alike} of {cast} ballot", $"{cast - debrief.Alike} of {cast} ballots")
        : Tell("no ballot was cast by people");

    /// <summary>What a world decided.</summary>
    public string What(RoundView last) => last.Adopted ? ClassroomWording.Text(Terms, last.Draft) : Tell("status quo");

    /// <summary>Over whom a world decided.</summary>
    public string OverWhom(RoundView last) => last.Adopted ? ClassroomWording.Codes(Roster, last.Tally.Objectors - last.OptedOut) : "–";

    /// <summary>Why the model would have cast another ballot than people did.</summary>
    public string WhyOther(PlayedBallot ballot)
    {
        var (does, worth) = (ClassroomWording.Verb(ballot.Model), ClassroomWording.Utility(Math.Abs(ballot.Margin)));

        // Whether the model's ballot is the one that its margin asks for, or chance made another of it.
        var isOfItsMargin = VoteReason.Expected(Terms, ballot.Seat, ballot.Margin) == ballot.Model;
        return (ballot.Margin >= 0, isOfItsMargin) switch
        {
            (true, true) => Tell($"its profile {does} (the text was worth {worth} more than it asked for)."),
            (true, false) => Tell($"its profile {does} (the text was worth {worth} more than it asked for; the luck of the day tipped it)."),
            (false, true) => Tell($"its profile {does} (the text was worth {worth} less than it asked for)."),
            (false, false) => Tell($"its profile {does} (the text was worth {worth} less than it asked for; the luck of the day tipped it)."),
        };
    }

    /// <summary>Where people cast another ballot than the model would have, and why.</summary>
    public MarkupString DidOther(PlayedBallot ballot) =>
        Mark($"Round {ballot.Round}: {NameOf(ballot.Seat)} <b>{ClassroomWording.Verb(ballot.People)}</b>; {WhyOther(ballot)}");

    private string NameOf(int seat) => ClassroomWording.Name(Roster.Members[seat]);
}
