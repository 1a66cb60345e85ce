using System.Net;
using System.Net.Http.Json;
using VotingSim.Classroom.Tests.Rooms;

namespace VotingSim.Classroom.Tests.Keepsakes;

/// <summary>Who may take what home.</summary>
public class KeepsakeDownloadTests
{
    [Fact]
    public async Task A_room_is_its_peoples_and_its_teachers_after_the_end_and_nobody_elses()
    {
        await using var server = await Server.StartAsync();
        await using var teacher = await server.ConnectAsync();
        await using var student = await server.ConnectAsync();
        var opened = await teacher.OpenAsync();
        var code = opened.Code!;
        var seat = (await student.EnterAsync(code, "Ada")).Key;
        using var http = new HttpClient { BaseAddress = new(server.Address) };
        (await AskAsync(new { code, seat })).ShouldBe((HttpStatusCode.Conflict, "The rounds can be taken home when the session has ended."));
        (await AskAsync(new { code, teacher = opened.Key })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await teacher.DoAsync("End")).ShouldBeNull();
        foreach (var key in new object[] { new { code, seat }, new { code, teacher = opened.Key } })
        {
            var (status, text) = await AskAsync(key);
            status.ShouldBe(HttpStatusCode.OK);
            text.ShouldStartWith("<!DOCTYPE html>");
        }

        foreach (var key in new object[] { new { code }, new { code, seat = "wrong" }, new { code, teacher = seat }, new { code = "XXXXXX", seat } })
        {
            var (status, text) = await AskAsync(key);
            status.ShouldBe(HttpStatusCode.Forbidden);
            text.ShouldNotContain("<");
        }

        async Task<(HttpStatusCode Status, string Text)> AskAsync(object key)
        {
            using var answer = await http.PostAsJsonAsync("/keepsake", key);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_table_is_everybodys_and_what_cannot_be_convened_is_told()
    {
        await using var server = await Server.StartAsync();
        using var http = new HttpClient { BaseAddress = new(server.Address) };
        using var answer = await http.GetAsync("/keepsake.html?crisis=pandemic&rule=unanimity&seed=7&round=2");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileName.ShouldBe("table-pandemic.html");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes.ShouldBe(await http.GetByteArrayAsync("/keepsake.html?crisis=pandemic&rule=unanimity&seed=7&round=2"));
        foreach (var wrong in new[] { "crisis=no-such", "seed=x", "results=no/such-run&arm=a" })
        {
            using var refused = await http.GetAsync($"/keepsake.html?{wrong}");
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }
}
