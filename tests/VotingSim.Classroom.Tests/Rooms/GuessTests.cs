using System.Text.Json;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Languages;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Grains;
using static VotingSim.Classroom.Tests.Rooms.RoomStateTests;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Guesses before the first round: who may, when, and what the debrief makes of them.</summary>
public sealed class GuessTests(SiloFixture silo) : RegisterTestBase(silo)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guess Plain = new("consensus", 40, Guess.Nobody);

    [Fact]
    public void Everybody_in_the_room_guesses_and_guesses_anew_until_the_first_round_and_never_after()
    {
        var room = Done(Seated(0, RoomState.ChairSeat).Enter("standing", "hash", Start));
        (room.MayGuess, room.GuessedRules, room.Guesses.Length).ShouldBe((true, ("consensus", "asean-qmv"), 0));
        for (var person = 0; person < 3; person++)
        {
            room = Done(room.GuessAt(person, Plain, Start));
        }

        room = Done(room.GuessAt(2, Plain with { Faster = "asean-qmv", Text = 100, Outvoted = room.Seats - 1 }, Start));
        room = Done(room.GuessAt(1, Plain with { Faster = Guess.NoDifference, Text = 0 }, Start));
        room.Guesses.ShouldBe([Plain, new("", 0, -1), new("asean-qmv", 100, room.Seats - 1)]);
        RoomView.Of(room).Guessed.ShouldBe(3);
        room.GuessAt(9, Plain, Start).Refusal.ShouldBe(Refusal.NotInTheRoom);
        foreach (var wrong in new[]
        {
            Plain with { Faster = "unanimity" }, Plain with { Text = -0.1 }, Plain with { Text = 100.1 }, Plain with { Text = double.NaN },
            Plain with { Outvoted = -2 }, Plain with { Outvoted = room.Seats },
        })
        {
            room.GuessAt(0, wrong, Start).Refusal.ShouldBe(Refusal.BadGuess);
        }

        JsonSerializer.Deserialize<RoomState>(JsonSerializer.Serialize(room))!.Guesses.ShouldBe(room.Guesses);
        var open = Done(room.OpenRound(Start));
        open.GuessAt(0, Plain, Start).Refusal.ShouldBe(Refusal.NotNow);
        var over = Done(Done(Done(open.EndDrafting(Start)).Cast(0, 0, Ballot.Support, Start)).CloseVote(isLast: true, Start));
        var again = Done(over.PlayAgain("unanimity", Start));
        (again.Phase, again.MayGuess, again.Guesses.Length).ShouldBe((RoomPhase.Gathering, false, 3));
        again.GuessAt(0, Plain, Start).Refusal.ShouldBe(Refusal.NotNow);
        (room with { Settings = room.Settings with { Matters = ["pandemic"] } }).GuessAt(0, Plain, Start).Refusal.ShouldBe(Refusal.NotNow);
    }

    [Fact]
    public void The_other_rule_is_consensus_or_the_majority_that_was_planned()
    {
        var room = Empty();
        Under("simple-majority").GuessedRules.ShouldBe(("simple-majority", "consensus"));
        var planned = Under("consensus");
        (planned with { Settings = planned.Settings with { Second = "simple-majority" } }).GuessedRules.ShouldBe(("consensus", "simple-majority"));

        RoomState Under(string rule) => room with { Settings = room.Settings with { Choice = room.Settings.Choice with { Rules = [rule] } } };
    }

    [Fact]
    public void Whoever_gets_the_place_of_another_has_the_guess_too_unless_there_is_a_newer_one()
    {
        var room = Done(Done(Seated(0).Enter("again", "hash", Start)).GuessAt(0, Plain, Start));
        Done(room.Merge(0, 1, Start)).People.Single().Guess.ShouldBe(Plain);
        Done(Done(room.GuessAt(1, Plain with { Text = 7 }, Start)).Merge(0, 1, Start)).Guesses.Single().Text.ShouldBe(7);
    }

    [Fact]
    public async Task Guesses_outlive_a_server_and_stand_beside_worlds_that_are_counted_plainly()
    {
        var register = Register();
        var settings = new RoomSettings { Choice = new() { Crisis = "pandemic", Seed = 5, Rounds = 4 }, Second = "simple-majority", RoundSeconds = 0 };
        var (opened, key, _) = await register.OpenAsync(settings, Somebody.Host);
        (await SeatAsync(register, opened!, "Ina", "IDN")).Room.MayGuess.ShouldBeTrue();
        var (bee, _, _) = await register.EnterAsync(opened!.Room.Code, "Bee", Somebody.Host);
        var (ann, _, _) = await register.EnterAsync(opened.Room.Code, "Ann", Somebody.Host);
        (await bee!.GuessAsync(new("simple-majority", 30, 4))).ShouldBe(Refusal.None);
        (await ann!.GuessAsync(new("simple-majority", 60, Guess.Nobody))).ShouldBe(Refusal.None);
        (await ann.GuessAsync(new("asean-qmv", 60, Guess.Nobody))).ShouldBe(Refusal.BadGuess);
        await register.StopAsync(default);
        var again = Register();
        await again.StartAsync(default);
        var teacher = again.Teach(opened.Room.Code, key, Somebody.Host).Teacher!;
        teacher.Room.State.Guesses.ShouldBe([new("simple-majority", 30, 4), new("simple-majority", 60, Guess.Nobody)]);
        await PlayAsync(teacher);
        var debrief = await Debrief.OfAsync(teacher.Room, Convener);
        GuessReview.Of(teacher.Room, debrief)!.FasterPlayed.ShouldBeNull();
        await teacher.PlayAgainAsync("simple-majority");
        await PlayAsync(teacher);

        // All who look share a debrief: each is told it in their own language, whoever looked first.
        var spoken = new Language(new("xx", "Other", null, ",", ".", [.. Enumerable.Repeat("m", 12)], new Dictionary<string, string>
        {
            ["Simple majority"] = "Half",
            ["Which of your arguments moved a position on the screen, and which moved nobody?"] = "What moved?",
        }));
        Language.Current = spoken;
        debrief = await Debrief.OfAsync(teacher.Room, Convener);
        var review = GuessReview.Of(teacher.Room, debrief)!;
        (debrief.Questions[^1], review.Rules.Other.Title, debrief.Worlds[0].Rule).ShouldBe(("What moved?", "Half", "Half"));
        Language.Current = Language.English;
        debrief.Questions[^1].ShouldBe("Which of your arguments moved a position on the screen, and which moved nobody?");
        (review.Rules.Other.Title, debrief.Worlds[0].Rule).ShouldBe(("Simple majority", "Simple majority"));
        var (own, other) = (await BatchAsync("consensus"), await BatchAsync("simple-majority"));
        var (ownEarlier, otherEarlier, nobody, fifth) = (0, 0, 0, 0);
        for (var slot = 0; slot < 1000; slot++)
        {
            var (first, second) = (own.Decided[slot] ? own.Days[slot] : 1e9, other.Decided[slot] ? other.Days[slot] : 1e9);
            ownEarlier += first < second ? 1 : 0;
            otherEarlier += second < first ? 1 : 0;
            var outvoted = other.Decided[slot] ? other.Objectors[slot] & ~other.OptedOut[slot] : 0;
            nobody += outvoted == 0 ? 1 : 0;
            fifth += (outvoted & 16) != 0 ? 1 : 0;
        }

        review.FasterInWorlds.ShouldBe((ownEarlier, otherEarlier, 1000 - ownEarlier - otherEarlier));
        review.FasterGuessed.ShouldBe((0, 2, 0));
        GuessReview.OutvotedShare(review.Other, Guess.Nobody).ShouldBe(nobody / 1000.0);
        GuessReview.OutvotedShare(review.Other, 4).ShouldBe(fifth / 1000.0);
        (review.OutvotedGuessed(4), review.OutvotedGuessed(Guess.Nobody), review.OutvotedGuessed(0)).ShouldBe((1, 1, 0));
        double[] texts = [.. Enumerable.Range(0, 1000).Where(slot => other.Decided[slot]).Select(slot => other.Outcome[0][slot]).Order()];
        var middle = GuessReview.Quartiles(review.Other)!.Value;
        texts.Count(text => text <= middle.Median).ShouldBeInRange(texts.Length / 2, (texts.Length / 2) + 1);
        texts.Count(text => text < middle.Low).ShouldBeInRange((texts.Length / 4) - 1, (texts.Length / 4) + 1);
        texts.Count(text => text > middle.High).ShouldBeInRange((texts.Length / 4) - 1, (texts.Length / 4) + 1);

        var (one, two) = (review.Sessions[0].Last, review.Sessions[1].Last);
        review.FasterPlayed.ShouldBe(Math.Sign((one.Adopted ? one.Day : 1e9) - (two.Adopted ? two.Day : 1e9)));
        var counts = new[] { ownEarlier, otherEarlier, 1000 - ownEarlier - otherEarlier };
        review.Headline.ShouldStartWith("2 of 2 guessed that “Simple majority” is faster; ");
        review.Headline.ShouldContain(ClassroomWording.Percent(counts.Max() / 1000.0));

        async Task<CohortResult> BatchAsync(string rule)
        {
            var arm = Convener.Plan(settings.Choice with { Rules = ["consensus", .. new[] { rule }.Where(one => one != "consensus")] }).Arms[^1];
            return (await Grains.GetGrain<IChairGrain>($"guess-{rule}").DeliberateAsync(new(arm.Id, arm.Terms, new(0, 1000), 0))).Result;
        }
    }

    private static async Task PlayAsync(Teacher teacher)
    {
        while (teacher.Room.View.Phase != RoomPhase.Ended)
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            while (teacher.Room.View.Phase is RoomPhase.Voting or RoomPhase.Calling)
            {
                (await teacher.CloseAsync()).ShouldBe(Refusal.None);
            }
        }
    }
}
