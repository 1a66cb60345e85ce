using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>The register of rooms: their files, their end, how many there may be, and the codes and keys that open them.</summary>
public sealed class RoomRegisterTests(SiloFixture silo) : RegisterTestBase(silo)
{
    [Fact]
    public async Task A_room_opened_again_from_its_file_is_where_it_was_and_goes_on_alike()
    {
        string code, teacherKey, idnKey;
        RoundView before;
        {
            var first = Register();
            var (teacher, key, _) = await first.OpenAsync(new() { Choice = new() { Rules = ["unanimity"], Seed = 3 }, RoundSeconds = 120 }, Somebody.Host);
            (code, teacherKey) = (teacher!.Room.Code, key);
            var (idn, given, _) = await first.EnterAsync(code, "Ina", Somebody.Host);
            idnKey = given;
            await idn!.SitAsync(2);
            for (var round = 1; round <= 2; round++)
            {
                await teacher.OpenRoundAsync();
                await idn.StateAsync(round, [20 * round]);
                await idn.CastAsync(round, Ballot.Objection);
            }

            var other = (await first.EnterAsync(code, "Ivo", Somebody.Host)).Student!;
            await other.SitAsync(2);
            await teacher.OpenRoundAsync();
            await other.CastAsync(3, Ballot.Objection);
            before = teacher.Room.OnTheTable;
            await first.StopAsync(default);
        }

        await Grains.GetGrain<VotingSim.Grains.IRoomGrain>($"room-{code}").CloseAsync();
        var second = Register();
        await second.StartAsync(TestContext.Current.CancellationToken);
        var (again, refusal) = second.Teach(code, teacherKey, Somebody.Host);
        refusal.ShouldBe(Refusal.None);
        var room = again!.Room;
        (room.View.Phase, room.View.Round, room.View.Voted, room.View.Voters).ShouldBe((RoomPhase.Voting, 3, 1, 2));
        room.OnTheTable.Draft.ShouldBe(before.Draft);
        room.OnTheTable.Opinions.ShouldBe(before.Opinions);
        room.OnTheTable.Urgency.ShouldBe(before.Urgency);
        var (back, _) = second.Return(code, idnKey, Somebody.Host);
        (back!.Self!.Name, back.Self.Seat).ShouldBe(("Ina", 2));
        (await back.CastAsync(3, Ballot.Objection)).ShouldBe(Refusal.None);
        room.View.Phase.ShouldBe(RoomPhase.Reading);
    }

    [Fact]
    public async Task Files_hold_no_key_and_are_the_users_alone_and_broken_ones_are_left_out()
    {
        var register = Register();
        var (teacher, key, _) = await register.OpenAsync(new(), Somebody.Host);
        var (_, mine, _) = await register.EnterAsync(teacher!.Room.Code, "Ina", Somebody.Host);
        await register.StopAsync(default);
        var path = Directory.GetFiles(Folder.Path).Single();
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
            await File.WriteAllTextAsync(Folder.In($"{name}.json"), content);
        }

        var second = Register();
        await second.StartAsync(TestContext.Current.CancellationToken);
        second.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rooms_that_have_expired_are_gone_with_their_files()
    {
        var register = Register();
        var (teacher, key, _) = await register.OpenAsync(new(), Somebody.Host);
        Clock.Advance(RoomState.EmptyLife);
        await register.SweepAsync();
        register.Count.ShouldBe(0);
        teacher!.Room.IsGone.ShouldBeTrue();
        Directory.GetFiles(Folder.Path).ShouldBeEmpty();
        register.Teach(teacher.Room.Code, key, Somebody.Host).Refusal.ShouldBe(Refusal.NoSuchRoom);
        (await teacher.OpenRoundAsync()).ShouldBe(Refusal.NoSuchRoom);
    }

    [Fact]
    public async Task Five_hundred_rooms_are_refused_at_the_limit()
    {
        var register = Register();
        var refused = 0;
        for (var room = 0; room < 500; room++)
        {
            var (_, _, refusal) = await register.OpenAsync(new() { Choice = new() { Rounds = 1 } }, Somebody.Host);
            refused += refusal == Refusal.TooManyRooms ? 1 : 0;
        }

        (register.Count, refused).ShouldBe((RoomRegister.MostRooms, 300));
        (await register.EnterAsync("ABCDEF", "x", Somebody.Host)).Refusal.ShouldBe(Refusal.NoSuchRoom);
    }

    [Fact]
    public async Task Rooms_are_the_hosts_to_open_and_where_they_are_everybodys_one_address_opens_few_at_once_and_not_all()
    {
        var register = Register();
        (await register.OpenAsync(new(), Somebody.At("class"))).Refusal.ShouldBe(Refusal.NotTheHost);
        var opened = 0;
        for (var minute = 0; minute < 20; minute++)
        {
            for (var attempt = 0; attempt < 10; attempt++)
            {
                var (teacher, _, _) = await register.OpenAsync(new() { Choice = new() { Rounds = 1 } }, Somebody.InTheOpen("class", $"p{attempt}"));
                opened += teacher is null ? 0 : 1;
            }

            opened.ShouldBe(Math.Min((minute + 1) * AttemptLimits.RoomsPerAddress, RoomRegister.MostRoomsOfVisitor));
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (await register.OpenAsync(new(), Somebody.InTheOpen("elsewhere"))).Refusal.ShouldBe(Refusal.None);
    }

    [Fact]
    public async Task Whoever_opened_a_room_closes_it_and_may_open_another()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new());
        var (student, key, _) = await register.EnterAsync(teacher.Room.Code, "Ina", Somebody.At("class"));
        await register.CloseAsync(teacher.Room);
        (register.Count, student!.Room.IsGone, register.IsOpen(teacher.Room.Code)).ShouldBe((0, true, false));
        Directory.GetFiles(Folder.Path).ShouldBeEmpty();
        (await teacher.OpenRoundAsync()).ShouldBe(Refusal.NoSuchRoom);
        register.Return(teacher.Room.Code, key, Somebody.At("class")).Refusal.ShouldBe(Refusal.NoSuchRoom);
    }

    [Fact]
    public async Task A_student_who_tries_a_thousand_wrong_codes_locks_out_nobody_but_himself()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new());
        var (_, key, _) = await register.EnterAsync(teacher.Room.Code, "Ina", Somebody.At("class", "ina"));
        var answers = new List<Refusal>();
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            answers.Add((await register.EnterAsync(Secrets.NewCode(), "x", Somebody.At("class", "rude"))).Refusal);
        }

        answers.Count(answer => answer == Refusal.NoSuchRoom).ShouldBe(AttemptLimits.PerPerson);
        (await register.EnterAsync(teacher.Room.Code, "Ruth", Somebody.At("class", "rude"))).Refusal.ShouldBe(Refusal.TooManyAttempts);
        (await register.EnterAsync(teacher.Room.Code, "Ada", Somebody.At("class", "ada"))).Refusal.ShouldBe(Refusal.None);
        register.Return(teacher.Room.Code, key, Somebody.At("class", "rude")).Refusal.ShouldBe(Refusal.None);
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await register.EnterAsync(teacher.Room.Code, "Ruth", Somebody.At("class", "rude"))).Refusal.ShouldBe(Refusal.None);
    }

    [Fact]
    public async Task A_robot_in_many_disguises_is_heard_so_often_a_minute_and_its_class_comes_into_its_own_room_all_the_same()
    {
        var register = Register();
        var (teacher, other) = (await OpenAsync(register, new()), await OpenAsync(register, new()));
        (await register.EnterAsync(teacher.Room.Code, "Ina", Somebody.At("class", "ina"))).Refusal.ShouldBe(Refusal.None);
        var answers = new List<Refusal>();
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            answers.Add((await register.EnterAsync(Secrets.NewCode(), "x", Somebody.At("class", $"robot {attempt}"))).Refusal);
        }

        answers.Count(answer => answer == Refusal.NoSuchRoom).ShouldBe(AttemptLimits.PerAddress);
        (await register.EnterAsync(teacher.Room.Code, "Ada", Somebody.At("class", "ada"))).Refusal.ShouldBe(Refusal.None);

        // What it guesses elsewhere tells it nothing, be it right or wrong.
        (await register.EnterAsync(other.Room.Code, "Bot", Somebody.At("class", "bot"))).Refusal.ShouldBe(Refusal.TooManyAttempts);
        for (var robot = 0; robot < 300; robot++)
        {
            register.Teach(Secrets.NewCode(), "x", Somebody.At($"robots {robot / 9}", $"{robot}"));
        }

        (await register.EnterAsync(other.Room.Code, "Lea", Somebody.At("anywhere"))).Refusal.ShouldBe(Refusal.TooManyAttempts);
        (await register.EnterAsync(teacher.Room.Code, "Eva", Somebody.At("class", "eva"))).Refusal.ShouldBe(Refusal.None);
    }

    [Fact]
    public async Task One_person_does_not_fill_a_room()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new());
        var refusals = new List<Refusal>();
        for (var person = 0; person < 20; person++)
        {
            refusals.Add((await register.EnterAsync(teacher.Room.Code, $"ghost {person}", Somebody.At("class", "rude"))).Refusal);
        }

        refusals.Count(refusal => refusal == Refusal.None).ShouldBe(AttemptLimits.EntriesPerPerson);
        (await register.EnterAsync(teacher.Room.Code, "Ada", Somebody.At("class", "ada"))).Refusal.ShouldBe(Refusal.None);
    }

    [Fact]
    public async Task Keys_open_their_own_room_alone()
    {
        var register = Register();
        var (one, oneKey, _) = await register.OpenAsync(new(), Somebody.Host);
        var (two, twoKey, _) = await register.OpenAsync(new(), Somebody.Host);
        var (_, personKey, _) = await register.EnterAsync(one!.Room.Code, "Ina", Somebody.Host);
        register.Teach(one.Room.Code, oneKey, Somebody.Host).Refusal.ShouldBe(Refusal.None);
        register.Teach(one.Room.Code, twoKey, Somebody.Host).Refusal.ShouldBe(Refusal.WrongKey);
        register.Teach(one.Room.Code, personKey, Somebody.Host).Refusal.ShouldBe(Refusal.WrongKey);
        register.Return(two!.Room.Code, personKey, Somebody.Host).Refusal.ShouldBe(Refusal.WrongKey);
        register.Return(one.Room.Code, oneKey, Somebody.Host).Refusal.ShouldBe(Refusal.WrongKey);
        foreach (var forged in new string?[] { null, "", new('A', 1 << 20), Secrets.HashOf(oneKey), oneKey + " ", oneKey[..^1] })
        {
            register.Teach(one.Room.Code, forged, Somebody.At("w", $"{forged?.Length}")).Refusal.ShouldBe(Refusal.WrongKey);
        }
    }
}
