using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Keepsakes;
using VotingSim.Classroom.Languages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Tests.Rooms;
using VotingSim.Configuration.Words;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Keepsakes;

/// <summary>The file that is taken home, against the rounds that were held, and as something that somebody opens who trusts nobody.</summary>
public sealed class KeepsakeFileTests(SiloFixture silo) : IAsyncDisposable
{
    private readonly OpenRooms _rooms = new(silo);
    private readonly CrisisLibrary _library = new(new() { Folder = Path.GetTempPath() });

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public async Task A_session_is_in_it_round_by_round_without_the_name_of_anybody_who_was_there()
    {
        var (teacher, key) = await _rooms.OpenAsync(new() { Rules = ["unanimity"], Rounds = 2, Seed = 4711 });
        var student = await _rooms.SeatAsync(teacher, "Zebedee", "SGP");
        for (var round = 1; round <= 2; round++)
        {
            await teacher.OpenRoundAsync();
            await student.CastAsync(round, Ballot.Objection);
        }

        teacher.Room.View.Phase.ShouldBe(RoomPhase.Ended);
        var bytes = await KeepsakeFile.WriteAsync(Keepsake.Of(teacher.Room, _library));
        bytes.ShouldBe(await KeepsakeFile.WriteAsync(Keepsake.Of(teacher.Room, _library)));
        var text = WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
        var proceedings = teacher.Room.Proceedings;
        Regex.Count(text, "<section class=\"round\"").ShouldBe(3);
        foreach (var view in proceedings.Held.Select(held => held.View).Prepend(proceedings.Opening))
        {
            text.ShouldContain(RoundNews.Of(proceedings.Terms, view));
            foreach (var said in view.Opinions)
            {
                text.ShouldContain($"<td class=\"says\">{ClassroomWording.Exact(said)}</td>");
            }
        }

        // Two rounds of ten ballots, of which people cast one in each.
        Regex.Count(text, "</b> (supports|abstains|objects)").ShouldBe(20);
        Regex.Count(text, @"<b>Singapore</b> objects \(cast by people\)").ShouldBe(2);
        Regex.Count(text, "cast by people").ShouldBe(2);
        text.ShouldContain(proceedings.Text.Question);
        text.ShouldContain("<dd>4711</dd>");
        text.ShouldContain(CrisisWords.Read("myanmar-2021").Happened!.Record.Source);
        text.ShouldNotContain("Zebedee");
        text.ShouldNotContain(teacher.Room.Code);
        text.ShouldNotContain(key);
    }

    [Fact]
    public async Task What_really_happened_is_told_after_the_end_only()
    {
        await using var live = await LiveAsync(new());
        await live.GoToAsync(1);
        live.IsAtEnd.ShouldBeFalse();
        var source = CrisisWords.Read("myanmar-2021").Happened!.Record.Source;
        (await TextAsync(live)).ShouldNotContain(source);
        await live.GoToEndAsync();
        (await TextAsync(live)).ShouldContain(source);
    }

    [Fact]
    public async Task It_lets_in_its_own_style_and_script_and_nothing_else()
    {
        await using var live = await LiveAsync(new());
        await live.GoToEndAsync();
        var page = Encoding.UTF8.GetString(await KeepsakeFile.WriteAsync(Keepsake.Of(live, _library, new())));
        var policy = WebUtility.HtmlDecode(Between("http-equiv=\"Content-Security-Policy\" content=\"", "\""));
        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain($"style-src '{HashOf("style")}'");
        policy.ShouldContain($"script-src '{HashOf("script")}'");
        Regex.Count(page, "<script|<style").ShouldBe(2);
        foreach (var attribute in new[] { " style=", " src=", " href=", " onclick=", "http:", "https:" })
        {
            page.ShouldNotContain(attribute);
        }

        string HashOf(string element)
        {
            var inner = Encoding.UTF8.GetBytes(Between($"<{element}>", $"</{element}>"));
            return $"sha256-{Convert.ToBase64String(SHA256.HashData(inner))}";
        }

        string Between(string before, string after)
        {
            var from = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
            return page[from..page.IndexOf(after, from, StringComparison.Ordinal)];
        }
    }

    [Fact]
    public async Task It_is_in_the_language_of_who_takes_it()
    {
        await using var live = await LiveAsync(new());
        await live.GoToAsync(1);
        (await InAsync("th")).ShouldContain("<html lang=\"th\">");
        (await InAsync("en")).ShouldContain("<html lang=\"en\">");

        async Task<string> InAsync(string code)
        {
            Language.Current = LanguageReader.Shipped(code);
            return Encoding.UTF8.GetString(await KeepsakeFile.WriteAsync(Keepsake.Of(live, _library, new())));
        }
    }

    [Fact]
    public async Task Words_of_a_configuration_stay_words()
    {
        const string bad = "<img src=x onerror=alert(1)>\"'";
        await using var live = await LiveAsync(new());
        await live.GoToAsync(1);
        var keepsake = Keepsake.Of(live, _library, new());
        var chapter = keepsake.Chapters[0] with { Text = new(bad, bad, bad), Place = bad };
        var page = Encoding.UTF8.GetString(await KeepsakeFile.WriteAsync(new(bad, [chapter], [(bad, bad)])));
        page.ShouldNotContain("<img");
        page.ShouldNotContain("onerror=alert(1)>\"");
        WebUtility.HtmlDecode(page).ShouldContain(bad);
    }

    private async Task<string> TextAsync(LiveDeliberation live) =>
        WebUtility.HtmlDecode(Encoding.UTF8.GetString(await KeepsakeFile.WriteAsync(Keepsake.Of(live, _library, new()))));

    private Task<LiveDeliberation> LiveAsync(TableChoice choice)
    {
        var plan = _rooms.Convener.Plan(choice);
        return _rooms.Convener.ConveneAsync(plan, plan.Arms[0], choice.Replication);
    }
}
