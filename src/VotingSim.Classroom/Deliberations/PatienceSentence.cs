using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What a majority waits for: since when the rule could have adopted, and until when the chair goes on seeking consensus.
/// Model.md 3.4.</summary>
public static class PatienceSentence
{
    /// <summary>The sentence for a round; empty where there was no majority, or it did not have to wait.</summary>
    /// <param name="terms">Who deliberates on what; where something is uncertain, with the values of the world.</param>
    /// <param name="round">The round.</param>
    public static string Of(DeliberationTerms terms, RoundView round)
    {
        if (round.MajoritySince is not { } since || round.Ending is Ending.Failed or Ending.Open || (round.Adopted && since == round.Day))
        {
            return "";
        }

        var first = ClassroomWording.Day(since);
        if (round.Adopted)
        {
            return Tell($"The rule could have adopted since day {first}.");
        }

        var could = round.Reading.IsMet
            ? Tell($"The rule could have adopted since day {first}")
            : Tell($"The rule could have adopted on day {first}, and not this text");
        return Tell($"{could}; {Goes(terms, since, round.Day)}.");
    }

    private static string Goes(DeliberationTerms terms, double since, double day)
    {
        var (until, horizon) = (since + terms.Settings.Calendar.PatienceDays, terms.Settings.HorizonDays);
        return until > horizon ? Tell("the chair goes on seeking consensus until the last session")
            : until > day ? Tell($"the chair goes on seeking consensus until day {ClassroomWording.Day(until)}")
            : Tell("the chair's patience is over, and the next text with a majority can be adopted by vote");
    }
}
