using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Rooms with their grains and their clock: rounds, what people do in them, and the debrief.</summary>
public sealed class RoomTests(SiloFixture silo) : RegisterTestBase(silo)
{
    [Fact]
    public async Task Without_people_a_room_decides_as_the_replay_of_its_experiment_does()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Crisis = "pandemic", Rules = ["asean-qmv"], Seed = 7, Rounds = 12 });
        while (teacher.Room.View.Phase != RoomPhase.Ended)
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            while (teacher.Room.View.Phase is RoomPhase.Voting or RoomPhase.Calling)
            {
                (await teacher.CloseAsync()).ShouldBe(Refusal.None);
            }
        }

        var replay = await ReplayAsync(teacher.Room.Proceedings.Arm);
        teacher.Room.Proceedings.Held.Length.ShouldBe(replay.Traces.Count);
        foreach (var (held, traced) in teacher.Room.Proceedings.Held.Zip(replay.Traces))
        {
            held.View.Draft.ShouldBe(traced.Draft);
            held.View.Opinions.ShouldBe(traced.Opinions);
            held.View.Ballots.ShouldBe(traced.Ballots);
        }
    }

    [Fact]
    public async Task A_lesson_does_not_wait_for_the_agenda_and_has_all_its_sessions()
    {
        OwnCrisis.Write(Folder.Path, wait: 5000);
        var register = Register();
        var teacher = await OpenAsync(register, new() { Crisis = OwnCrisis.Name, Rules = ["unanimity"], Rounds = 5 });
        var (proceedings, calendar) = (teacher.Room.Proceedings, teacher.Room.Proceedings.Terms.Settings.Calendar);
        proceedings.Opening.Day.ShouldBe(0);
        proceedings.Calendar.ShouldBe(
            $"No wait for the agenda: sessions every {calendar.RoundDays} days, from day {calendar.FirstRoundDay} to day "
            + $"{calendar.FirstRoundDay + (4 * calendar.RoundDays)} after the event.");
        var mmr = await SeatAsync(register, teacher, "Max", "MMR");
        for (var round = 1; round <= 5; round++)
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            teacher.Room.OnTheTable.Day.ShouldBe(calendar.DayOf(round - 1));
            (await mmr.CastAsync(round, Ballot.Objection)).ShouldBe(Refusal.None);
        }

        teacher.Room.View.Phase.ShouldBe(RoomPhase.Ended);
        RoomNews.ForAll(teacher.Room).ShouldEndWith("The time is up and the matter is still open: the status quo stands.");
    }

    [Fact]
    public async Task The_round_closes_with_the_last_vote_and_people_vote_for_their_seats_alone()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["unanimity"] });
        var (idn, sgp) = (await SeatAsync(register, teacher, "Ina", "IDN"), await SeatAsync(register, teacher, "Sam", "SGP"));
        await teacher.OpenRoundAsync();
        (await idn.CastAsync(1, Ballot.Objection)).ShouldBe(Refusal.None);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Voting);
        (await sgp.CastAsync(1, Ballot.Objection)).ShouldBe(Refusal.None);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Reading);
        var held = teacher.Room.Proceedings.Held.Single();
        for (var seat = 0; seat < held.View.Ballots.Length; seat++)
        {
            held.View.Ballots[seat].ShouldBe(seat == idn.Self!.Seat || seat == sgp.Self!.Seat ? Ballot.Objection : held.Message.Own[seat]);
        }
    }

    [Fact]
    public async Task When_time_is_up_the_vote_closes_by_itself_and_who_said_nothing_is_played_by_the_model()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["unanimity"] });
        var (idn, _) = (await SeatAsync(register, teacher, "Ina", "IDN"), await SeatAsync(register, teacher, "Sam", "SGP"));
        await teacher.OpenRoundAsync();
        await idn.CastAsync(1, Ballot.Objection);
        Clock.Advance(TimeSpan.FromSeconds(119));
        teacher.Room.Left.ShouldBe(TimeSpan.FromSeconds(1));
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Voting);
        await ChangeAsync(teacher.Room, () => Clock.Advance(TimeSpan.FromSeconds(1)));
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Reading);
        teacher.Room.Proceedings.Held.Single().Acts.Seats.Single().Seat.ShouldBe(idn.Self!.Seat!.Value);
        (await idn.CastAsync(1, Ballot.Support)).ShouldBe(Refusal.NotNow);
    }

    [Fact]
    public async Task When_the_chair_is_late_the_models_text_is_put_to_the_vote()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new());
        var chair = await SeatAsync(register, teacher, "Mia", null);
        await teacher.OpenRoundAsync();
        await ChangeAsync(teacher.Room, () => Clock.Advance(TimeSpan.FromSeconds(120)));
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Voting);
        teacher.Room.OnTheTable.Draft.ShouldBe(teacher.Room.Proceedings.Agenda.Draft);
        (await chair.TableAsync(1, [99])).ShouldBe(Refusal.NotNow);
        await ChangeAsync(teacher.Room, () => Clock.Advance(TimeSpan.FromSeconds(120)));
        teacher.Room.View.Phase.ShouldBeOneOf(RoomPhase.Reading, RoomPhase.Ended);
    }

    [Fact]
    public async Task The_text_of_the_chair_and_the_statements_of_members_are_what_the_round_is_about()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["unanimity"] });
        var (chair, mmr) = (await SeatAsync(register, teacher, "Mia", null), await SeatAsync(register, teacher, "Max", "MMR"));
        await teacher.OpenRoundAsync();
        await chair.TableAsync(1, [88]);
        teacher.Room.OnTheTable.Draft.ShouldBe([88]);
        await mmr.StateAsync(1, [61]);
        await mmr.CastAsync(1, Ballot.Objection);
        teacher.Room.Proceedings.Held.Single().View.Draft.ShouldBe([88]);
        await teacher.OpenRoundAsync();
        teacher.Room.OnTheTable.Opinions[mmr.Self!.Seat!.Value].ShouldBe(61);
    }

    [Fact]
    public async Task A_grain_that_has_forgotten_is_told_everything_again()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["unanimity"] });
        var idn = await SeatAsync(register, teacher, "Ina", "IDN");
        await teacher.OpenRoundAsync();
        await idn.StateAsync(1, [12]);
        await idn.CastAsync(1, Ballot.Objection);
        await Grains.GetGrain<VotingSim.Grains.IRoomGrain>($"room-{teacher.Room.Code}").CloseAsync();
        await teacher.OpenRoundAsync();
        (await idn.CastAsync(2, Ballot.Objection)).ShouldBe(Refusal.None);
        teacher.Room.Proceedings.Held[1].View.Opinions[idn.Self!.Seat!.Value].ShouldBe(12);
        teacher.Room.Proceedings.Held[1].View.Number.ShouldBe(2);
    }

    [Fact]
    public async Task Who_was_sent_out_knows_and_does_nothing_any_more()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new());
        var idn = await SeatAsync(register, teacher, "Ina", "IDN");
        idn.Brief!.Code.ShouldBe("IDN");
        await teacher.OpenRoundAsync();
        await teacher.RemoveAsync(teacher.People.Single().Number);
        (idn.Self, idn.Brief).ShouldBe((null, null));
        (await idn.CastAsync(1, Ballot.Support)).ShouldBe(Refusal.NotInTheRoom);
    }

    [Fact]
    public async Task The_debrief_sets_people_beside_the_model_and_other_rules_with_the_same_luck()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["asean-qmv"], Seed = 5, Rounds = 6 });
        var idn = await SeatAsync(register, teacher, "Ina", "IDN");
        for (var round = 1; teacher.Room.View.Phase != RoomPhase.Ended; round++)
        {
            await teacher.OpenRoundAsync();
            await idn.CastAsync(round, Ballot.Objection);
            await teacher.CloseAsync(); // where a majority is there, the model's patience decides
        }

        var debrief = await Debrief.OfAsync(teacher.Room, Convener);
        debrief.Ballots.Length.ShouldBe(teacher.Room.Proceedings.Held.Length);
        debrief.Ballots.ShouldAllBe(ballot => ballot.People == Ballot.Objection && ballot.Seat == idn.Self!.Seat);
        debrief.Ballots.Select(ballot => ballot.Model).ShouldBe(teacher.Room.Proceedings.Held.Select(held => held.Message.Own[idn.Self!.Seat!.Value]));
        debrief.Experiment.Rules.ShouldBe(["asean-qmv", "consensus", "unanimity", "consensus-then-qmv"]);
        var plan = Convener.Plan(debrief.Experiment);
        new RuleTimetable(plan.Arms[0].Terms).Rounds.ShouldBe(6);
        foreach (var (world, arm) in debrief.Worlds.Zip(plan.Arms))
        {
            var replay = await ReplayAsync(arm);
            (world.Last.Number, world.Last.Adopted).ShouldBe((replay.Traces.Count, replay.Decided[0]));
            world.Last.Draft.ShouldBe(replay.Traces[^1].Draft);
        }

        debrief.Questions.Length.ShouldBeGreaterThanOrEqualTo(3);
    }

    // Under a name of its own: chairs keep what they have prepared for a name.
    private Task<CohortResult> ReplayAsync(Arm arm) => Replay.OfAsync(arm with { Id = $"{Guid.NewGuid()}" }, 0, Grains);

    // Does something and waits until the room tells of it.
    private static async Task ChangeAsync(Room room, Action act)
    {
        var changed = new TaskCompletionSource();
        void Told(object? sender, EventArgs e) => changed.TrySetResult();
        room.Changed += Told;
        act();
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        room.Changed -= Told;
    }
}
