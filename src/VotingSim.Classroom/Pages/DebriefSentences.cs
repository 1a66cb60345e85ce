using Microsoft.AspNetCore.Components;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>What the debrief says beneath its tables.</summary>
public static class DebriefSentences
{
    /// <summary>What a thousand worlds are good for.</summary>
    public static string Anecdote =>
        Tell(
            $"One world is an anecdote: these are a thousand with other luck, with as many rounds as your room, "
            + $"and the experiment to download holds them.")
        + " " + Tell("“Compare the rules” shows a thousand over a longer time, in which the matter also waits for the agenda.");

    /// <summary>The same for who reads it on paper, where there is nothing to press.</summary>
    public static string AnecdoteOnPaper => Tell("One world is an anecdote: these are a thousand with other luck, with as many rounds as your room.");

    /// <summary>What the room and its other worlds have in common.</summary>
    public static string Shared(ulong seed) =>
        Tell($"Same crisis, positions and luck (seed {seed}): nothing differs but the rule, and in your room the people.")
        + " " + Tell("Days count from the event; a lesson does not wait for the agenda.");

    /// <summary>That a rule would have become another one, had the session been longer.</summary>
    /// <param name="world">A world under a rule that changes.</param>
    public static string Unreached(OtherWorld world)
    {
        var (rule, day) = (world.Rule, ClassroomWording.Day(world.ChangesOnDay!.Value));
        return Tell($"“{rule}” becomes another rule after day {day}, which this session did not reach: here it is its first rule.");
    }

    /// <summary>How many ballots of people were those of the model.</summary>
    public static MarkupString Alike(Debrief debrief)
    {
        var (alike, all) = (debrief.Alike, debrief.Ballots.Length);
        return Mark($"<b>{alike} of {all}</b> ballots of the delegations were those that the model would have cast in their place.");
    }
}
