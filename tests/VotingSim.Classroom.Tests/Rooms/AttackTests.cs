using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Hand-made requests against a server: nothing leaks, and nothing falls over.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    private static readonly (string Method, object[] Arguments)[] TeachersActs = [("OpenRound", []), ("CloseRound", []), ("Call", [0, true]), ("PlayAgain", ["asean-qmv"]), ("End", []), ("Close", [])];
    private static readonly (string Method, object[] Arguments)[] StudentsActs =
        [("Sit", [0]), ("State", [1, new[] { 50.0 }]), ("Cast", [1, "S"]), ("Table", [1, new[] { 50.0 }])];

    private Server _server = null!;

    public async ValueTask InitializeAsync() => _server = await Server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await using var client = await _server.ConnectAsync();
        (await client.AskAsync<RoomView?>("Look")).ShouldBeNull(); // it still answers
        _server.Faults.ShouldBeEmpty();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Without_a_key_nothing_can_be_done_or_known()
    {
        await using var teacher = await _server.ConnectAsync();
        await using var stranger = await _server.ConnectAsync();
        var room = await teacher.OpenAsync();
        foreach (var (method, arguments) in TeachersActs.Concat(StudentsActs))
        {
            (await stranger.DoAsync(method, arguments)).ShouldNotBeNull();
        }

        (await stranger.AskAsync<RoomView?>("Look")).ShouldBeNull();
        (await stranger.AskAsync<PrivateBrief?>("Brief")).ShouldBeNull();
        (await stranger.DoAsync("Teach", room.Code, "")).ShouldNotBeNull();
        (await stranger.DoAsync("Teach", room.Code, Secrets.NewKey())).ShouldNotBeNull();
        (await stranger.DoAsync("Return", room.Code, room.Key)).ShouldNotBeNull();
        (await teacher.AskAsync<RoomView>("Look")).Phase.ShouldBe(RoomPhase.Gathering);
        await teacher.DoAsync("OpenRound");
        stranger.Views.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_student_is_no_teacher_and_a_key_opens_no_other_room_or_person()
    {
        await using var teacher = await _server.ConnectAsync();
        await using var other = await _server.ConnectAsync();
        var (room, second) = (await teacher.OpenAsync(), await other.OpenAsync());
        await using var ina = await _server.ConnectAsync();
        var key = (await ina.EnterAsync(room.Code!, "Ina")).Key;
        await ina.DoAsync("Sit", 2);
        foreach (var (method, arguments) in TeachersActs)
        {
            (await ina.DoAsync(method, arguments)).ShouldNotBeNull();
        }

        (await ina.DoAsync("Teach", room.Code, key)).ShouldNotBeNull();
        await using var forger = await _server.ConnectAsync();
        (await forger.DoAsync("Return", second.Code, key)).ShouldNotBeNull();
        (await forger.DoAsync("Return", room.Code, key.Replace(key[5], key[5] == 'A' ? 'B' : 'A'))).ShouldNotBeNull();
        (await forger.DoAsync("Teach", second.Code, room.Key)).ShouldNotBeNull();
        (await forger.AskAsync<RoomView?>("Look")).ShouldBeNull();
        foreach (var seat in new[] { -2, 10, int.MaxValue, int.MinValue })
        {
            var person = await forger.EnterAsync(room.Code!, $"F{seat}");
            person.Refusal.ShouldBeNull();
            (await forger.DoAsync("Sit", seat)).ShouldNotBeNull();
        }

        (await other.AskAsync<RoomView>("Look")).People.ShouldBe(0);
    }

    [Fact]
    public async Task The_messages_of_another_student_sent_again_move_nobody_but_the_sender()
    {
        await using var teacher = await _server.ConnectAsync();
        var room = await teacher.OpenAsync();
        await using var ina = await _server.ConnectAsync();
        await using var sam = await _server.ConnectAsync();
        await ina.EnterAsync(room.Code!, "Ina");
        await sam.EnterAsync(room.Code!, "Sam");
        (string Method, object[] Arguments)[] recorded = [("Sit", [2]), ("State", [1, new[] { 10.0 }]), ("Cast", [1, "O"])];
        (await sam.DoAsync("Sit", 7)).ShouldBeNull();
        await ina.DoAsync(recorded[0].Method, recorded[0].Arguments);
        await teacher.DoAsync("OpenRound");
        await ina.DoAsync(recorded[1].Method, recorded[1].Arguments);
        await ina.DoAsync(recorded[2].Method, recorded[2].Arguments);

        // Sam sends what Ina has sent: it counts for Sam, once, and for no other seat.
        (await sam.DoAsync(recorded[0].Method, recorded[0].Arguments)).ShouldNotBeNull();
        var before = await sam.AskAsync<RoomView>("Look");
        (before.Seats[2].Voted, before.Seats[7].Voted).ShouldBe((1, 0));
        (await ina.DoAsync(recorded[2].Method, recorded[2].Arguments)).ShouldNotBeNull();
        (await sam.DoAsync(recorded[2].Method, recorded[2].Arguments)).ShouldBeNull();
        (await sam.DoAsync(recorded[2].Method, recorded[2].Arguments)).ShouldNotBeNull();
        (await teacher.AskAsync<RoomView>("Look")).Phase.ShouldBe(RoomPhase.Reading);

        // A message of the round before is nothing in the next.
        await teacher.DoAsync("OpenRound");
        (await ina.DoAsync(recorded[1].Method, recorded[1].Arguments)).ShouldNotBeNull();
        (await ina.DoAsync(recorded[2].Method, recorded[2].Arguments)).ShouldNotBeNull();
        (await teacher.AskAsync<RoomView>("Look")).Voted.ShouldBe(0);
    }

    [Fact]
    public async Task What_others_are_sent_while_a_vote_is_open_does_not_depend_on_the_ballots()
    {
        var sent = new List<string[]>();
        foreach (var ballots in new[] { "SSO", "OAA", "AOS" })
        {
            await using var teacher = await _server.ConnectAsync();
            var room = await teacher.OpenAsync();
            await using var watching = await _server.ConnectAsync();
            await watching.EnterAsync(room.Code!, "W");
            await watching.DoAsync("Sit", 9);
            await teacher.DoAsync("OpenRound");
            var looks = new List<string>();
            for (var person = 0; person < 3; person++)
            {
                await using var voting = await _server.ConnectAsync();
                await voting.EnterAsync(room.Code!, $"p{person}");
                await voting.DoAsync("Sit", person);
                await voting.DoAsync("Cast", 1, ballots[person].ToString());
                looks.Add((await watching.AskAsync<JsonElement>("Look")).GetRawText());
                looks.Add((await watching.AskAsync<JsonElement>("Brief")).GetRawText());
            }

            sent.Add([.. looks]);
            watching.Views.ShouldAllBe(view => !view.Contains("allot", StringComparison.OrdinalIgnoreCase) && !view.Contains("\"p0\"", StringComparison.Ordinal));
        }

        sent[1].ShouldBe(sent[0]);
        sent[2].ShouldBe(sent[0]);
        sent[0].Where((_, index) => index % 2 == 1).ShouldAllBe(brief => brief.Contains("\"code\":\"VNM\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thousand_wrong_codes_find_no_room_and_soon_no_ear()
    {
        await using var teacher = await _server.ConnectAsync();
        var room = await teacher.OpenAsync();
        await using var robot = await _server.ConnectAsync();
        var answers = new List<string?>();
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            answers.Add((await robot.EnterAsync(Secrets.NewCode(), "robot")).Refusal);
        }

        answers.ShouldAllBe(answer => answer != null);
        answers.Count(answer => answer == RefusalText.Of(Refusal.NoSuchRoom)).ShouldBeInRange(1, 4 * AttemptLimits.PerPerson); // by the minute
        (await robot.EnterAsync(room.Code!, "robot")).Refusal.ShouldBe(RefusalText.Of(Refusal.TooManyAttempts));
        (await teacher.AskAsync<RoomView>("Look")).People.ShouldBe(0);
    }

    [Fact]
    public async Task A_name_of_a_megabyte_ends_the_connection_that_sent_it_and_no_other()
    {
        await using var teacher = await _server.ConnectAsync();
        var room = await teacher.OpenAsync();
        await using var rude = await _server.ConnectAsync();
        await Should.ThrowAsync<Exception>(() => rude.EnterAsync(room.Code!, new('x', 1 << 20)));
        await rude.Closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await using var longer = await _server.ConnectAsync();
        (await longer.EnterAsync(room.Code!, new('x', 20_000))).Refusal.ShouldBe(RefusalText.Of(Refusal.BadName));
        (await longer.EnterAsync(room.Code!, "<script>alert(1)</script>")).Refusal.ShouldBeNull();
        (await teacher.AskAsync<RoomView>("Look")).People.ShouldBe(1);
    }

    [Fact]
    public async Task Five_hundred_rooms_stop_at_the_limit_and_the_rooms_that_are_open_go_on()
    {
        await using var teacher = await _server.ConnectAsync();
        await teacher.OpenAsync();
        await using var robot = await _server.ConnectAsync();
        var opened = 0;
        for (var room = 0; room < 500; room++)
        {
            opened += (await robot.OpenAsync()).Code is null ? 0 : 1;
        }

        opened.ShouldBe(RoomRegister.MostRooms - 1);
        (await teacher.DoAsync("OpenRound")).ShouldBeNull();
        (await robot.DoAsync("Close")).ShouldBeNull();
        (await robot.OpenAsync()).Code.ShouldNotBeNull();
    }

    [Fact]
    public async Task Values_that_are_none_are_refused()
    {
        await using var teacher = await _server.ConnectAsync();
        var room = await teacher.OpenAsync();
        await using var ina = await _server.ConnectAsync();
        await ina.EnterAsync(room.Code!, "Ina");
        await ina.DoAsync("Sit", 2);
        await teacher.DoAsync("OpenRound");
        foreach (var position in new double[]?[] { null, [], [1e300], [-1], [50, 50], new double[3000] })
        {
            (await ina.DoAsync("State", 1, position)).ShouldNotBeNull();
        }

        foreach (var ballot in new[] { "", "s", "SUPPORT", "0", null })
        {
            (await ina.DoAsync("Cast", 1, ballot)).ShouldNotBeNull();
        }

        await Should.ThrowAsync<Exception>(() => ina.DoAsync("Cast", "one", 2));
        await Should.ThrowAsync<Exception>(() => ina.DoAsync("Remove", 0));
        await using var stranger = await _server.ConnectAsync();
        (await stranger.AskAsync<Opened>("Open", "../../../etc/passwd", "asean-10", "consensus", 1UL, 8, 0)).Code.ShouldBeNull();
        (await stranger.AskAsync<Opened>("Open", "myanmar-2021", "asean-10", "consensus", 1UL, int.MaxValue, int.MinValue)).Refusal.ShouldBeNull();
        (await stranger.AskAsync<RoomView>("Look")).Rounds.ShouldBe(RoomSettings.MostRounds);
    }

    [Fact]
    public async Task Bytes_that_are_no_messages_end_the_connection_and_nothing_else()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(new($"{_server.Address.Replace("http", "ws", StringComparison.Ordinal)}/rooms"), CancellationToken.None);
            await socket.SendAsync(attempt % 2 == 0 ? RandomNumberGenerator.GetBytes(4000) : "{\"protocol\":\"json\",\"version\":1}\u001e{\"type\":1,\"target\":\"Cast\",\"arguments\":[[[[[["u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
            socket.Abort();
        }
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_speak_through_a_browser()
    {
        await using var own = await _server.ConnectAsync(origin: _server.Address);
        (await own.OpenAsync()).Refusal.ShouldBeNull();
        var isHeard = true;
        try
        {
            await using var foreign = await _server.ConnectAsync(origin: "https://elsewhere.example");
            await foreign.OpenAsync().WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (Exception e) when (e is not TimeoutException)
        {
            isHeard = false;
        }

        isHeard.ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_asked_for_by_hand_hold_no_key_no_name_and_no_brief()
    {
        await using var teacher = await _server.ConnectAsync();
        var room = await teacher.OpenAsync();
        await using var ina = await _server.ConnectAsync();
        var key = (await ina.EnterAsync(room.Code!, "Inamorata")).Key;
        await ina.DoAsync("Sit", 2);
        using var http = new HttpClient { BaseAddress = new(_server.Address) };
        foreach (var path in new[] { $"/room/{room.Code}", $"/join?code={room.Code}", $"/debrief/{room.Code}", $"/briefs?room={room.Code}", "/teach", "/room/%3Cscript%3E", "/rooms", "/rooms/negotiate", $"/room/{new string('A', 3000)}" })
        {
            var response = await http.GetAsync(path);
            ((int)response.StatusCode).ShouldBeLessThan(500);
            var text = await response.Content.ReadAsStringAsync();
            foreach (var secret in new[] { room.Key, key, "Inamorata", "<script>alert", "vital to you" })
            {
                text.ShouldNotContain(secret);
            }
        }

        (await http.PostAsync("/rooms/negotiate?negotiateVersion=1", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
