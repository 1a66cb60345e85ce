using System.Net.Http.Json;
using System.Text.Json;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Who is there, who is waited for, and a ballot that is sent more than once.</summary>
public sealed class PresenceTests(SiloFixture silo) : RegisterTestBase(silo)
{
    [Fact]
    public async Task A_round_does_not_wait_for_a_browser_that_has_been_gone_for_a_minute()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["unanimity"] });
        var (ina, ghost) = (await SeatAsync(register, teacher, "Ina", "IDN"), await SeatAsync(register, teacher, "Ina's ghost", "SGP"));
        using var here = ina.Attend();
        ghost.Attend().Dispose();
        await teacher.OpenRoundAsync();
        await ina.CastAsync(1, Ballot.Objection);
        Clock.Advance(TimeSpan.FromSeconds(59));
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Voting);
        await UntilAsync(teacher.Room, RoomPhase.Reading, () => Clock.Advance(TimeSpan.FromSeconds(1)));
        teacher.Room.Proceedings.Held.Single().Acts.Seats.Single().Seat.ShouldBe(ina.Self!.Seat!.Value);

        // Whoever was gone when the round opened is not waited for at all, and whoever is there is, however long it thinks.
        await teacher.OpenRoundAsync();
        await ina.CastAsync(2, Ballot.Objection);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Reading);
        using var back = ghost.Attend();
        await teacher.OpenRoundAsync();
        await ina.CastAsync(3, Ballot.Objection);
        Clock.Advance(TimeSpan.FromSeconds(100));
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Voting);
        await ghost.CastAsync(3, Ballot.Objection);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Reading);
    }

    [Fact]
    public async Task Two_browsers_of_a_person_count_as_one_and_a_chair_that_is_gone_writes_no_text()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["unanimity"] });
        var (chair, ina) = (await SeatAsync(register, teacher, "Mia", null), await SeatAsync(register, teacher, "Ina", "IDN"));
        using var stays = ina.Attend();
        var (laptop, phone) = (chair.Attend(), chair.Attend());
        laptop.Dispose();
        laptop.Dispose();
        await teacher.OpenRoundAsync();
        Clock.Advance(TimeSpan.FromSeconds(90));
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Drafting);
        phone.Dispose();
        await UntilAsync(teacher.Room, RoomPhase.Voting, () => Clock.Advance(TimeSpan.FromSeconds(60)));
        await ina.CastAsync(1, Ballot.Objection);
        await teacher.OpenRoundAsync();
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Voting);
    }

    [Fact]
    public async Task After_a_restart_whoever_does_not_come_back_within_a_minute_is_not_waited_for()
    {
        var first = Register();
        var (teacher, key, _) = await first.OpenAsync(new() { Choice = new() { Rules = ["unanimity"] }, RoundSeconds = 0 }, Somebody.Host);
        var (ina, gone) = (await SeatAsync(first, teacher!, "Ina", "IDN"), await SeatAsync(first, teacher!, "Gone", "SGP"));
        gone.Attend();
        await teacher!.OpenRoundAsync();
        await ina.CastAsync(1, Ballot.Objection);
        await first.StopAsync(default);

        var second = Register();
        await second.StartAsync(TestContext.Current.CancellationToken);
        var again = second.Teach(teacher.Room.Code, key, Somebody.Host).Teacher!;
        again.Room.View.Phase.ShouldBe(RoomPhase.Voting);
        await UntilAsync(again.Room, RoomPhase.Reading, () => Clock.Advance(TimeSpan.FromSeconds(61)));
    }

    [Fact]
    public async Task A_ballot_that_is_sent_again_is_acknowledged_again_also_after_its_round_and_another_is_refused()
    {
        await using var server = await Server.StartAsync();
        await using var teacher = await server.ConnectAsync();
        var room = await teacher.OpenAsync();
        await using var ina = await server.ConnectAsync();
        await using var sam = await server.ConnectAsync();
        var (key, others) = ((await ina.EnterAsync(room.Code!, "Ina")).Key, (await sam.EnterAsync(room.Code!, "Sam")).Key);
        await ina.DoAsync("Sit", 2);
        await sam.DoAsync("Sit", 7);
        (await SendAsync(server, room.Code, key, "1", "S")).ShouldNotBeNull();
        await teacher.DoAsync("OpenRound");
        (await SendAsync(server, room.Code, key, "1", "S")).ShouldBeNull();
        (await SendAsync(server, room.Code, key, "1", "S")).ShouldBeNull();
        (await SendAsync(server, room.Code, key, "1", "O")).ShouldBe(RefusalText.Of(Refusal.HasVoted));
        (await teacher.AskAsync<RoomView>("Look")).Voted.ShouldBe(1);
        (await SendAsync(server, room.Code, others, "1", "O")).ShouldBeNull(); // the last one: the round is closed
        (await SendAsync(server, room.Code, others, "1", "O")).ShouldBeNull();
        (await SendAsync(server, room.Code, key, "1", "O"))!.ShouldContain("did not count");
        (await SendAsync(server, room.Code, "wrong", "2", "O")).ShouldBe(RefusalText.Of(Refusal.WrongKey));
        using var http = new HttpClient { BaseAddress = new(server.Address) };
        foreach (var body in new object[] { new { }, new { code = room.Code, key, round = "one", ballot = "S" }, new { code = room.Code, key, round = "1", ballot = new string('S', 5000) } })
        {
            ((int)(await http.PostAsJsonAsync("/ballot", body)).StatusCode).ShouldBeInRange(400, 499);
        }

        server.Faults.ShouldBeEmpty();
    }

    private static async Task<string?> SendAsync(Server server, string? code, string key, string round, string ballot)
    {
        using var http = new HttpClient { BaseAddress = new(server.Address) };
        var answer = await http.PostAsJsonAsync("/ballot", new { code, key, round, ballot });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refusal").GetString();
    }

    private static async Task UntilAsync(Room room, RoomPhase phase, Action act)
    {
        act();
        await Wait.UntilAsync(() => room.View.Phase == phase, () => $"The room is {room.View.Phase}.");
    }
}
