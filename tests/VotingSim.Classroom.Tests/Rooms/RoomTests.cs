using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Rooms with their grains, their clock and their files.</summary>
public sealed class RoomTests(SiloFixture silo) : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryFolder _folder = new("rooms");

    private readonly List<RoomRegister> _registers = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var register in _registers)
        {
            await register.StopAsync(default);
            register.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Without_people_a_room_decides_as_the_replay_of_its_experiment_does()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Crisis = "pandemic", Rules = ["asean-qmv"], Seed = 7, Rounds = 12 });
        while (teacher.Room.View.Phase != RoomPhase.Ended)
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            (await teacher.CloseAsync()).ShouldBe(Refusal.None);
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
        _clock.Advance(TimeSpan.FromSeconds(119));
        teacher.Room.Left.ShouldBe(TimeSpan.FromSeconds(1));
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Voting);
        await ChangeAsync(teacher.Room, () => _clock.Advance(TimeSpan.FromSeconds(1)));
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
        await ChangeAsync(teacher.Room, () => _clock.Advance(TimeSpan.FromSeconds(120)));
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Voting);
        teacher.Room.OnTheTable.Draft.ShouldBe(teacher.Room.Proceedings.Agenda.Draft);
        (await chair.TableAsync(1, [99])).ShouldBe(Refusal.NotNow);
        await ChangeAsync(teacher.Room, () => _clock.Advance(TimeSpan.FromSeconds(120)));
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
    public async Task A_room_opened_again_from_its_file_is_where_it_was_and_goes_on_alike()
    {
        string code, teacherKey, idnKey;
        RoundView before;
        {
            var first = Register();
            var (teacher, key, _) = await first.OpenAsync(new() { Choice = new() { Rules = ["unanimity"], Seed = 3 }, RoundSeconds = 120 }, "v");
            (code, teacherKey) = (teacher!.Room.Code, key);
            var (idn, given, _) = await first.EnterAsync(code, "Ina", "v");
            idnKey = given;
            await idn!.SitAsync(2);
            for (var round = 1; round <= 2; round++)
            {
                await teacher.OpenRoundAsync();
                await idn.StateAsync(round, [20 * round]);
                await idn.CastAsync(round, Ballot.Objection);
            }

            var other = (await first.EnterAsync(code, "Ivo", "v")).Student!;
            await other.SitAsync(2);
            await teacher.OpenRoundAsync();
            await other.CastAsync(3, Ballot.Objection);
            before = teacher.Room.OnTheTable;
            await first.StopAsync(default);
        }

        await silo.Grains.GetGrain<VotingSim.Grains.IRoomGrain>($"room-{code}").CloseAsync();
        var second = Register();
        await second.StartAsync(TestContext.Current.CancellationToken);
        var (again, refusal) = second.Teach(code, teacherKey, "v");
        refusal.ShouldBe(Refusal.None);
        var room = again!.Room;
        (room.View.Phase, room.View.Round, room.View.Voted, room.View.Voters).ShouldBe((RoomPhase.Voting, 3, 1, 2));
        room.OnTheTable.Draft.ShouldBe(before.Draft);
        room.OnTheTable.Opinions.ShouldBe(before.Opinions);
        room.OnTheTable.Urgency.ShouldBe(before.Urgency);
        var (back, _) = second.Return(code, idnKey, "v");
        (back!.Self!.Name, back.Self.Seat).ShouldBe(("Ina", 2));
        (await back.CastAsync(3, Ballot.Objection)).ShouldBe(Refusal.None);
        room.View.Phase.ShouldBe(RoomPhase.Reading);
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
        await silo.Grains.GetGrain<VotingSim.Grains.IRoomGrain>($"room-{teacher.Room.Code}").CloseAsync();
        await teacher.OpenRoundAsync();
        (await idn.CastAsync(2, Ballot.Objection)).ShouldBe(Refusal.None);
        teacher.Room.Proceedings.Held[1].View.Opinions[idn.Self!.Seat!.Value].ShouldBe(12);
        teacher.Room.Proceedings.Held[1].View.Number.ShouldBe(2);
    }

    [Fact]
    public async Task Files_hold_no_key_and_are_the_users_alone_and_broken_ones_are_left_out()
    {
        var register = Register();
        var (teacher, key, _) = await register.OpenAsync(new(), "v");
        var (_, mine, _) = await register.EnterAsync(teacher!.Room.Code, "Ina", "v");
        await register.StopAsync(default);
        var path = Directory.GetFiles(_folder.Path).Single();
        var text = await File.ReadAllTextAsync(path);
        text.ShouldContain("Ina");
        text.ShouldNotContain(key);
        text.ShouldNotContain(mine);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        foreach (var (name, content) in new[] { ("BBBBBB", "{"), ("CCCCCC", text), ("DDDDDD", "null"), ("EEEEEE", "{\"Code\":\"EEEEEE\"}") })
        {
            await File.WriteAllTextAsync(_folder.In($"{name}.json"), content);
        }

        var second = Register();
        await second.StartAsync(TestContext.Current.CancellationToken);
        second.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rooms_that_have_expired_are_gone_with_their_files()
    {
        var register = Register();
        var (teacher, key, _) = await register.OpenAsync(new(), "v");
        _clock.Advance(RoomState.EmptyLife);
        await register.SweepAsync();
        register.Count.ShouldBe(0);
        teacher!.Room.IsGone.ShouldBeTrue();
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
        register.Teach(teacher.Room.Code, key, "v").Refusal.ShouldBe(Refusal.NoSuchRoom);
        (await teacher.OpenRoundAsync()).ShouldBe(Refusal.NoSuchRoom);
    }

    [Fact]
    public async Task Five_hundred_rooms_are_refused_at_the_limit_and_one_address_does_not_take_them_all()
    {
        var register = Register();
        var refused = 0;
        for (var room = 0; room < 500; room++)
        {
            var (_, _, refusal) = await register.OpenAsync(new() { Choice = new() { Rounds = 1 } }, $"visitor-{room / 60}");
            refused += refusal == Refusal.TooManyRooms ? 1 : 0;
        }

        (register.Count, refused).ShouldBe((RoomRegister.MostRooms, 300));
        (await register.EnterAsync("ABCDEF", "x", "v")).Refusal.ShouldBe(Refusal.NoSuchRoom);
    }

    [Fact]
    public async Task A_thousand_wrong_codes_are_heard_thirty_times_a_minute_and_who_is_in_stays_in()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new());
        var (_, key, _) = await register.EnterAsync(teacher.Room.Code, "Ina", "class");
        var answers = new List<Refusal>();
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            answers.Add((await register.EnterAsync(Secrets.NewCode(), "x", "class")).Refusal);
        }

        answers.Count(answer => answer == Refusal.NoSuchRoom).ShouldBe(AttemptLimits.PerVisitor);
        (await register.EnterAsync(teacher.Room.Code, "Ada", "class")).Refusal.ShouldBe(Refusal.TooManyAttempts);
        register.Return(teacher.Room.Code, "wrong", "class").Refusal.ShouldBe(Refusal.TooManyAttempts);
        register.Return(teacher.Room.Code, key, "class").Refusal.ShouldBe(Refusal.None);
        (await register.EnterAsync(teacher.Room.Code, "Eva", "elsewhere")).Refusal.ShouldBe(Refusal.None);
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await register.EnterAsync(teacher.Room.Code, "Ada", "class")).Refusal.ShouldBe(Refusal.None);
        for (var visitor = 0; visitor < 100; visitor++)
        {
            register.Teach(Secrets.NewCode(), "x", $"robot-{visitor / 3}");
            register.Teach(Secrets.NewCode(), "x", $"robot-{visitor / 3}");
            register.Teach(Secrets.NewCode(), "x", $"robot-{visitor / 3}");
        }

        (await register.EnterAsync(teacher.Room.Code, "Lea", "anywhere")).Refusal.ShouldBe(Refusal.TooManyAttempts);
    }

    [Fact]
    public async Task Keys_open_their_own_room_alone()
    {
        var register = Register();
        var (one, oneKey, _) = await register.OpenAsync(new(), "v");
        var (two, twoKey, _) = await register.OpenAsync(new(), "v");
        var (_, personKey, _) = await register.EnterAsync(one!.Room.Code, "Ina", "v");
        register.Teach(one.Room.Code, oneKey, "v").Refusal.ShouldBe(Refusal.None);
        register.Teach(one.Room.Code, twoKey, "v").Refusal.ShouldBe(Refusal.WrongKey);
        register.Teach(one.Room.Code, personKey, "v").Refusal.ShouldBe(Refusal.WrongKey);
        register.Return(two!.Room.Code, personKey, "v").Refusal.ShouldBe(Refusal.WrongKey);
        register.Return(one.Room.Code, oneKey, "v").Refusal.ShouldBe(Refusal.WrongKey);
        foreach (var forged in new string?[] { null, "", new('A', 1 << 20), Secrets.HashOf(oneKey), oneKey + " ", oneKey[..^1] })
        {
            register.Teach(one.Room.Code, forged, "w").Refusal.ShouldBe(Refusal.WrongKey);
        }
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
        }

        var debrief = await Debrief.OfAsync(teacher, Convener);
        debrief.Ballots.Length.ShouldBe(teacher.Room.Proceedings.Held.Length);
        debrief.Ballots.ShouldAllBe(ballot => ballot.People == Ballot.Objection && ballot.Seat == idn.Self!.Seat);
        debrief.Ballots.Select(ballot => ballot.Model).ShouldBe(teacher.Room.Proceedings.Held.Select(held => held.Message.Own[idn.Self!.Seat!.Value]));
        debrief.Experiment.Rules.ShouldBe(["asean-qmv", "consensus", "unanimity", "consensus-then-qmv"]);
        var plan = Convener.Plan(debrief.Experiment);
        plan.Arms[0].Terms.Settings.Rounds.ShouldBe(6);
        foreach (var (world, arm) in debrief.Worlds.Zip(plan.Arms))
        {
            var replay = await ReplayAsync(arm);
            (world.Last.Number, world.Last.Adopted).ShouldBe((replay.Traces.Count, replay.Decided[0]));
            world.Last.Draft.ShouldBe(replay.Traces[^1].Draft);
        }

        debrief.Questions.Length.ShouldBeGreaterThanOrEqualTo(3);
    }

    private Convener Convener => new(new() { Folder = _folder.Path }, silo.Grains);

    private RoomRegister Register()
    {
        var register = new RoomRegister(Convener, silo.Grains, new FileRoomStore(_folder.Path, NullLogger<FileRoomStore>.Instance), _clock, NullLogger<RoomRegister>.Instance);
        _registers.Add(register);
        return register;
    }

    // Under a name of its own: chairs keep what they have prepared for a name.
    private Task<CohortResult> ReplayAsync(Arm arm) => Replay.OfAsync(arm with { Id = $"{Guid.NewGuid()}" }, 0, silo.Grains);

    private static async Task<Teacher> OpenAsync(RoomRegister register, TableChoice choice)
    {
        var (teacher, _, refusal) = await register.OpenAsync(new() { Choice = choice, RoundSeconds = 120 }, "v");
        refusal.ShouldBe(Refusal.None);
        return teacher!;
    }

    private static async Task<Student> SeatAsync(RoomRegister register, Teacher teacher, string name, string? code)
    {
        var (student, _, refusal) = await register.EnterAsync(teacher.Room.Code, name, "v");
        refusal.ShouldBe(Refusal.None);
        var members = teacher.Room.Proceedings.Terms.Roster.Members;
        (await student!.SitAsync(code is null ? RoomState.ChairSeat : members.IndexOf(members.Single(member => member.Code == code)))).ShouldBe(Refusal.None);
        return student;
    }

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
