using System.Text.Json;
using VotingSim.Configuration.Words;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>What really happened is on no page of a room, and in nothing that is sent, before the session has ended.</summary>
public class HappenedTests
{
    private static readonly string[] Signs = ["data-happened", "data-really", "happened-star", "what really happened", "24 April", "2021-04-24"];

    [Fact]
    public async Task Nothing_of_what_happened_is_sent_or_shown_before_the_end()
    {
        var source = CrisisWords.Read("myanmar-2021").Happened!.Record.Source;
        source.ShouldNotBeEmpty();
        await using var server = await Server.StartAsync();
        await using var teacher = await server.ConnectAsync();
        await using var student = await server.ConnectAsync();
        var code = (await teacher.OpenAsync()).Code!;
        (await student.EnterAsync(code, "Ada")).Key.ShouldNotBeNull();
        (await student.DoAsync("Sit", 0)).ShouldBeNull();
        (await teacher.DoAsync("OpenRound")).ShouldBeNull();
        (await student.DoAsync("Cast", 1, "S")).ShouldBeNull();
        await Wait.UntilAsync(() => student.Views.Any(view => Round(view) > 1), () => string.Join('\n', student.Views));

        using var browser = new HttpClient();
        string[] seen =
        [
            .. teacher.Views, .. student.Views,
            await browser.GetStringAsync($"{server.Address}/room/{code}"), await browser.GetStringAsync($"{server.Address}/join?code={code}"),
        ];
        foreach (var text in seen)
        {
            text.ShouldNotContain(source);
            Signs.ShouldAllBe(sign => !text.Contains(sign, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static int Round(string view)
    {
        using var read = JsonDocument.Parse(view);
        return read.RootElement.TryGetProperty("round", out var round) && round.ValueKind == JsonValueKind.Number ? round.GetInt32() : 0;
    }
}
