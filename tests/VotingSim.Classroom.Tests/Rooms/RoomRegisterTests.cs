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

        await Grains.GetGrain<VotingSim.Grains.IRoomGrain>($"room-{code}").CloseAsync();
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
    public async Task Files_hold_no_key_and_are_the_users_alone_and_broken_ones_are_left_out()
    {
        var register = Register();
        var (teacher, key, _) = await register.OpenAsync(new(), "v");
        var (_, mine, _) = await register.EnterAsync(teacher!.Room.Code, "Ina", "v");
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
        var (teacher, key, _) = await register.OpenAsync(new(), "v");
        Clock.Advance(RoomState.EmptyLife);
        await register.SweepAsync();
        register.Count.ShouldBe(0);
        teacher!.Room.IsGone.ShouldBeTrue();
        Directory.GetFiles(Folder.Path).ShouldBeEmpty();
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
        Clock.Advance(TimeSpan.FromMinutes(1));
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
}
