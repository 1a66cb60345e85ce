using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using VotingSim.Classroom.Tests.Rooms;
using VotingSim.Report.Printing;

namespace VotingSim.Classroom.Tests.Keepsakes;

/// <summary>Who may take the debrief home, and what is said where it cannot be printed.</summary>
public class HandoutDownloadTests
{
    [Fact]
    public async Task It_is_the_teachers_at_any_time_its_peoples_after_the_end_and_nobody_elses()
    {
        Exception? fails = null;
        await using var server = await Server.StartAsync(also: services => services.AddSingleton<PagePrinter>(async (page, cancellation) =>
        {
            if (fails is { } failure)
            {
                throw failure;
            }

            await File.WriteAllTextAsync(Path.ChangeExtension(page, ".pdf"), "%PDF", cancellation);
            return Path.ChangeExtension(page, ".pdf");
        }));
        await using var teacher = await server.ConnectAsync();
        await using var student = await server.ConnectAsync();
        var opened = await teacher.OpenAsync();
        var code = opened.Code!;
        var seat = (await student.EnterAsync(code, "Ada")).Key;
        using var http = new HttpClient { BaseAddress = new(server.Address) };
        (await AskAsync(new { code, seat })).ShouldBe((HttpStatusCode.Conflict, "The debrief is open to all when the session has ended."));
        (await AskAsync(new { code, teacher = opened.Key })).ShouldBe((HttpStatusCode.OK, "%PDF"));
        foreach (var key in new object[] { new { code }, new { code, seat = "wrong" }, new { code, teacher = seat }, new { code = "XXXXXX", seat } })
        {
            var (status, text) = await AskAsync(key);
            status.ShouldBe(HttpStatusCode.Forbidden);
            text.ShouldNotContain("%PDF");
        }

        // Without a browser, and where it has one that does not print.
        (await teacher.DoAsync("End")).ShouldBeNull();
        fails = new PrintException("none at /usr/bin") { IsForWantOfBrowser = true };
        (await AskAsync(new { code, seat })).ShouldBe((HttpStatusCode.NotImplemented,
            "The machine of the classroom has no browser to print with. Print this page in yours: it is laid out for paper."));
        server.Faults.ShouldBeEmpty();
        fails = new PrintException("'/usr/bin/chromium' has not printed");
        (await AskAsync(new { code, seat })).ShouldBe((HttpStatusCode.ServiceUnavailable,
            "The debrief could not be printed. Print this page in your browser: it is laid out for paper."));
        server.Faults.ShouldHaveSingleItem().ShouldContain("has not printed");
        fails = null;
        using var answer = await http.PostAsJsonAsync("/debrief.pdf", new { code, seat });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("debrief-myanmar-2021.pdf");

        async Task<(HttpStatusCode Status, string Text)> AskAsync(object key)
        {
            using var answered = await http.PostAsJsonAsync("/debrief.pdf", key);
            return (answered.StatusCode, await answered.Content.ReadAsStringAsync());
        }
    }
}
