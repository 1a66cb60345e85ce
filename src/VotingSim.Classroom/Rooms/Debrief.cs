using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Experiments.Plan;
using VotingSim.Rules;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// What a class looks at afterwards: what happened, what the model would have done by itself under this rule and others with the same
/// luck, and where people did otherwise.
/// </summary>
public sealed record Debrief
{
    private static readonly ImmutableArray<string> OtherRules = ["consensus", "unanimity", "asean-qmv", "consensus-then-qmv"];

    /// <summary>The session.</summary>
    public required Proceedings Proceedings { get; init; }

    /// <summary>The model alone: first under the rule of the session, then under others.</summary>
    public required ImmutableArray<OtherWorld> Worlds { get; init; }

    /// <summary>Every ballot that people cast for a member, beside the one that it would have cast.</summary>
    public required ImmutableArray<PlayedBallot> Ballots { get; init; }

    /// <summary>Every choice between a vote and going on, and what the other would have come to.</summary>
    public required ImmutableArray<CallMade> Calls { get; init; }

    /// <summary>The session before, of the same matter under another rule; null where there was none.</summary>
    public Debrief? First { get; init; }

    /// <summary>What to talk about.</summary>
    public ImmutableArray<string> Questions => [.. Ask(Proceedings, Worlds, Ballots)];

    /// <summary>The choice with all rules of the page, to be run as an experiment.</summary>
    public required TableChoice Experiment { get; init; }

    /// <summary>Ballots of people that are those of the model.</summary>
    public int Alike => Ballots.Count(ballot => ballot.People == ballot.Model);

    /// <summary>Looks back on a room; the other worlds are held by the grains.</summary>
    public static async Task<Debrief> OfAsync(Room room, Convener convener)
    {
        var (state, proceedings) = (room.State, room.Proceedings);
        var choice = state.Settings.Choice;
        ImmutableArray<string> guessed = state.Guesses.IsEmpty ? [] : [state.GuessedRules.Other];
        return proceedings.First is not { } first
            ? await OfAsync(proceedings, choice with { Rules = [state.Rule, .. guessed] }, convener)
            : await OfAsync(proceedings, choice with { Rules = [state.Rule] }, convener)
                with { First = await OfAsync(first, choice with { Rules = [state.Sessions[0].Rule, .. guessed] }, convener) };
    }

    private static async Task<Debrief> OfAsync(Proceedings proceedings, TableChoice choice, Convener convener)
    {
        var experiment = choice with { Rules = [choice.Rules[0], .. OtherRules.Union(choice.Rules).Where(rule => rule != choice.Rules[0])] };
        var plan = convener.Plan(experiment);
        var (worlds, sample) = (ImmutableArray.CreateBuilder<OtherWorld>(), convener.Sample(plan));
        await sample.RunAsync();
        foreach (var arm in plan.Arms)
        {
            await using var live = await convener.ConveneAsync(plan, arm, choice.Replication);
            await live.GoToEndAsync();
            worlds.Add(new(live.Text, live.Current, sample.Arms[arm.Index], Unreached(arm)));
        }

        ImmutableArray<PlayedBallot> ballots = [.. proceedings.Held.SelectMany(held => held.Acts.Seats.Where(act => act.Ballot is not null)
            .Select(act => new PlayedBallot(
                held.View.Number, act.Seat, act.Ballot!.Value, held.Message.Own[act.Seat], held.View.Margins[act.Seat])))];
        return new()
        {
            Proceedings = proceedings,
            Worlds = worlds.ToImmutable(),
            Ballots = ballots,
            Calls = await proceedings.LookBackAsync(),
            Experiment = experiment,
        };
    }

    // A rule that changes after the last session is the one before the change, and the class is told so.
    private static double? Unreached(Arm arm) =>
        LessonLength.ChangeOf(arm.Terms) is { } day && day >= arm.Terms.Settings.HorizonDays ? day : null;

    private static IEnumerable<string> Ask(Proceedings proceedings, ImmutableArray<OtherWorld> worlds, ImmutableArray<PlayedBallot> ballots)
    {
        var (terms, roster) = (proceedings.Terms, proceedings.Terms.Roster);
        if (!proceedings.Held.IsEmpty)
        {
            var last = proceedings.Held[^1].View;
            var outvoted = last.Tally.Objectors - last.OptedOut;
            if (last.Adopted && !outvoted.IsEmpty)
            {
                yield return Tell(
                    $"The text was adopted over the objection of {ClassroomWording.Codes(roster, outvoted)}. "
                    + $"Who would carry it out there, and what would it cost the others if nobody does?");
            }
            else if (last.Adopted)
            {
                yield return Tell(
                    $"Nobody objected: a decision by consent. "
                    + $"What did the text of {ClassroomWording.Text(terms, last.Draft)} give up for that?");
            }
            else
            {
                yield return Tell(
                    $"Nothing was decided. In the last round {ClassroomWording.Codes(roster, last.Tally.Objectors)} objected: "
                    + $"which text would have brought the decision, and who should have moved?");
            }

            var silent = Coalition.AllOf(roster.Size) - last.Tally.Supporters - last.Tally.Objectors;
            if (!silent.IsEmpty)
            {
                yield return Tell(
                    $"{ClassroomWording.Codes(roster, silent)} abstained at the end. Was that consent, or resignation? "
                    + $"Would a rule that counts silence as refusal have changed the text?");
            }
        }

        foreach (var ballot in ballots.Where(ballot => ballot.People != ballot.Model).OrderByDescending(ballot => Math.Abs(ballot.Margin)).Take(2))
        {
            var name = ClassroomWording.Name(roster.Members[ballot.Seat]);
            yield return Tell(
                $"In round {ballot.Round} the delegation of {name} {ClassroomWording.Past(ballot.People)}; "
                + $"by its profile it would have {ClassroomWording.Past(ballot.Model)}. What did you know, or want, that the model does not?");
        }

        var own = worlds[0].Last;
        var quickest = worlds.Skip(1).Where(world => world.Last.Adopted).OrderBy(world => world.Last.Day).FirstOrDefault();
        if (quickest is { } quick && (!own.Adopted || quick.Last.Day < own.Day))
        {
            var quickDay = ClassroomWording.Day(quick.Last.Day);
            yield return own.Adopted
                ? Tell(
                    $"Left to itself, the model decides on day {quickDay} under “{quick.Rule}”, and on day {ClassroomWording.Day(own.Day)} "
                    + $"under the rule of your room. What does the faster rule cost, and whom?")
                : Tell(
                    $"Left to itself, the model decides on day {quickDay} under “{quick.Rule}”, and not at all in this time "
                    + $"under the rule of your room. What does the faster rule cost, and whom?");
        }

        yield return Tell("Who gained by holding out? Would it have, had the others been able to decide without it?");
        yield return Tell("Which of your arguments moved a position on the screen, and which moved nobody?");
    }
}
