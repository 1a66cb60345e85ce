using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>The choice between a vote and going on, in words that are read out: what either costs, and what was chosen. Model.md 3.4.</summary>
public static class VoteCall
{
    /// <summary>Whether a round could be decided by vote or not: the rule adopts over an objection, and a session is left.</summary>
    public static bool IsOpen(DeliberationTerms terms, RoundView round) =>
        round.HasBallots && round.Reading.IsMet && !round.Tally.Objectors.IsEmpty && NextDay(terms, round) <= terms.Settings.HorizonDays;

    /// <summary>Where the room stands.</summary>
    public static string News(DeliberationTerms terms, RoundView round)
    {
        var (supporting, objecting) = (round.Tally.Supporters.Count, ClassroomWording.Codes(terms.Roster, round.Tally.Objectors));
        return Tell(
            $"Round {round.Number}, day {ClassroomWording.Day(round.Day)}: {supporting} of {terms.Roster.Size} support the text of "
            + $"{ClassroomWording.Text(terms, round.Draft)}, and the rule can adopt it over the objection of {objecting}. "
            + $"The chair calls the vote, or goes on seeking consensus.");
    }

    /// <summary>What it costs to call the vote, in a sentence.</summary>
    /// <param name="proceedings">Where the choice is open.</param>
    public static string PriceOfVote(Proceedings proceedings)
    {
        var (round, roster) = (proceedings.Held[^1].View, proceedings.Terms.Roster);
        var over = ClassroomWording.Codes(roster, round.Tally.Objectors);
        var day = ClassroomWording.Day(round.Day);
        if (proceedings.Session is not { } session || proceedings.Called?.Message.Result is not { } result)
        {
            return Tell($"Decided on day {day}, by vote, over the objection of {over}.");
        }

        var memory = session.After(result).Memory;
        var outvoted = memory.Outvoted(session.Before.Length);
        var carrying = memory.CarriedOut(session.Before.Length).Count;
        var lost = ClassroomWording.Utility(session.Term.Conduct.Memory.Outvoted);
        return outvoted.IsEmpty
            ? Tell($"Decided on day {day}, by vote, over the objection of {over}; {carrying} of {roster.Size} carry it out.")
            : Tell(
                $"Decided on day {day}, by vote, over the objection of {over}: each who is outvoted loses {lost} of goodwill, "
                + $"and {carrying} of {roster.Size} carry it out.");
    }

    /// <summary>What it costs to go on, in a sentence or two.</summary>
    /// <param name="proceedings">Where the choice is open.</param>
    public static string PriceOfGoingOn(Proceedings proceedings)
    {
        var (round, terms) = (proceedings.Held[^1].View, proceedings.Terms);
        var hardest = terms.Crisis.Stances.Select((stance, seat) => (stance.Exposure, Seat: seat)).MaxBy(member => member.Exposure);
        var later = terms.Crisis.Urgency.After(round.Urgency, terms.Settings.Calendar.RoundDays);
        var (now, then) = (round.Urgency * hardest.Exposure, later * hardest.Exposure);
        var (name, day) = (ClassroomWording.Name(terms.Roster.Members[hardest.Seat]), ClassroomWording.Day(NextDay(terms, round)));
        var next = Tell(
            $"The next session is on day {day}: by then having no decision costs {name}, whom it hits hardest, "
            + $"{ClassroomWording.Urgency(then)} instead of {ClassroomWording.Urgency(now)}, shocks aside, and the majority may be gone.");
        return $"{next} {Latest(terms, round)}";
    }

    /// <summary>Who chooses, and what happens where nobody does.</summary>
    /// <param name="isYou">Whether it is who reads this.</param>
    /// <param name="hasChair">Whether somebody sits in the chair.</param>
    /// <param name="hasDeadline">Whether the time for it is limited.</param>
    public static string WhoChooses(bool isYou, bool hasChair, bool hasDeadline) => (isYou, hasChair, hasDeadline) switch
    {
        (true, _, true) => Tell("You choose; when the time is up, the model's own patience decides."),
        (true, _, false) => Tell("You choose."),
        (false, true, true) => Tell("Whoever is in the chair chooses; when the time is up, the model's own patience decides."),
        (false, true, false) => Tell("Whoever is in the chair chooses."),
        (false, false, true) =>
            Tell("Nobody is in the chair, so the teacher chooses; when the time is up, the model's own patience decides."),
        (false, false, false) => Tell("Nobody is in the chair, so the teacher chooses."),
    };

    /// <summary>What was chosen in a round, and what the other choice would have come to.</summary>
    public static string LookBack(DeliberationTerms terms, CallMade call)
    {
        var (round, last) = (call.Held.View, call.Otherwise);
        var chosen = call.Held.Acts.CallsVote switch
        {
            true => Tell("the vote was called"),
            false => Tell("the chair went on seeking consensus"),
            null when round.Adopted => Tell("nobody chose, and the model's patience was over: the vote was called"),
            null => Tell("nobody chose, and the model's patience lasted: the chair went on"),
        };
        var over = ClassroomWording.Codes(terms.Roster, round.Tally.Objectors);
        var start = Tell($"Round {round.Number}, day {ClassroomWording.Day(round.Day)}, with a majority over {over}: {chosen}.");
        var (text, day) = (ClassroomWording.Text(terms, last.Draft), ClassroomWording.Day(last.Day));
        var end = last.Adopted
            ? Tell($"the text of {text} would have been adopted on day {day}, round {last.Number}, {How(terms, last)}")
            : TellOf(
                last.Number, $"nothing would have been decided in {last.Number} round",
                $"nothing would have been decided in {last.Number} rounds");
        var otherwise = round.Adopted
            ? Tell($"Had the chair gone on, with the same luck and the model alone from there, {end}.")
            : Tell($"Had the vote been called, {end}.");
        return $"{start} {otherwise}";
    }

    private static string How(DeliberationTerms terms, RoundView last)
    {
        var over = last.Tally.Objectors - last.OptedOut;
        return last.Tally.Objectors.IsEmpty ? Tell("by consent")
            : over.IsEmpty ? Tell("by vote")
            : Tell($"by vote, over {ClassroomWording.Codes(terms.Roster, over)}");
    }

    // What the model's own chair would do.
    private static string Latest(DeliberationTerms terms, RoundView round)
    {
        var (patience, horizon) = (round.MajoritySince + terms.Settings.Calendar.PatienceDays, terms.Settings.HorizonDays);
        var last = ClassroomWording.Day(horizon);
        return patience <= round.Day
            ? Tell($"The model's chair would call the vote now; the last session, on day {last}, votes in any case.")
            : patience < horizon
                ? Tell(
                    $"The model's chair waits until day {ClassroomWording.Day(patience!.Value)}; "
                    + $"the last session, on day {last}, votes in any case.")
            : Tell($"The model's chair waits until the last session, on day {last}, which votes in any case.");
    }

    private static double NextDay(DeliberationTerms terms, RoundView round)
    {
        var calendar = terms.Settings.Calendar;
        return round.Day - calendar.DayOf(round.Number - 1) + calendar.DayOf(round.Number);
    }
}
