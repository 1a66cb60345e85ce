using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Keepsakes;
using VotingSim.Classroom.Languages;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Tests.Rooms;
using VotingSim.Configuration;
using VotingSim.Configuration.Words;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Keepsakes;

/// <summary>The page of the debrief that is printed, against what is looked back on, and as something that is opened without a network.</summary>
public sealed partial class HandoutFileTests(SiloFixture silo) : RegisterTestBase(silo)
{
    private readonly CrisisLibrary _library = new(new() { Folder = Path.GetTempPath() });

    [Fact]
    public async Task Both_sessions_are_in_it_one_after_the_other_and_nothing_that_is_pressed_nor_anybody_who_was_there()
    {
        var (room, key) = await DoubleAsync();
        var handout = await Handout.OfAsync(room, new(Convener));
        var bytes = await HandoutFile.WriteAsync(handout, _library);
        bytes.ShouldBe(await HandoutFile.WriteAsync(await Handout.OfAsync(room, new(Convener)), _library));
        var page = Encoding.UTF8.GetString(bytes);
        var text = WebUtility.HtmlDecode(page);
        handout.Sessions.Length.ShouldBe(2);
        foreach (var view in handout.Sessions)
        {
            text.ShouldContain($"{view.Proceedings.Text.Rule}</h1>");
            text.ShouldContain(RoundNews.Of(view.Terms, view.Last!));
            text.ShouldContain(view.Standing!);
            foreach (var world in view.Debrief.Worlds)
            {
                text.ShouldContain(DebriefViewModel.When(world.Last));
                text.ShouldContain(DebriefViewModel.HalfBy(world));
            }

            foreach (var told in view.Debrief.Questions.Concat(view.Others.Select(ballot => WebUtility.HtmlDecode(view.DidOther(ballot).Value))))
            {
                text.ShouldContain(told);
            }

            foreach (var member in view.Roster.Members)
            {
                text.ShouldContain($"<b>{member.Code}</b> {member.Name}</li>");
            }
        }

        // Ten ballots in each of three rounds, of which people cast one in each; the text of the first is a person's.
        Rows(text).Count.ShouldBe(3);
        Regex.Count(text, "<td class=\"(is-played)?\"><svg").ShouldBe(30);
        Regex.Count(text, "objects, cast by people").ShouldBe(3);
        text.ShouldContain(handout.Sessions[0].OwnDraft(handout.Sessions[0].Proceedings.Held[0]));
        text.ShouldContain(GuessReview.Of(room, handout.Sessions[1].Debrief)!.Headline);
        Regex.Count(text, Regex.Escape(CrisisWords.Read("pandemic").Happened!.Record.Source)).ShouldBe(2);
        text.ShouldContain("the vote was called");
        Ids().Matches(page).Select(id => id.Value).ShouldBeUnique();
        foreach (var absent in new[] { "<button", "<a ", "<input", "<details", "not-printed", "“Compare the rules”", "Zebedee", "Miriam", room.Code, key })
        {
            Body(page).ShouldNotContain(absent);
        }
    }

    [Fact]
    public async Task A_term_is_in_it_matter_by_matter()
    {
        var (teacher, key, _) = await Register().OpenAsync(
            new()
            {
                Choice = new() { Rules = ["simple-majority"], Rounds = 1, Seed = 5 }, Matters = ["pandemic", "myanmar-2021"], RoundSeconds = 0,
            }, Somebody.Host);
        await teacher!.BeginMatterAsync();
        await PlayAsync(teacher, _ => Task.CompletedTask);
        var handout = await Handout.OfAsync(teacher.Room, new(Convener));
        var text = WebUtility.HtmlDecode(Encoding.UTF8.GetString(await HandoutFile.WriteAsync(handout, _library)));
        var view = handout.Term!;
        text.ShouldContain(view.Sentence);
        text.ShouldContain(TermDebriefViewModel.Thousand(view.Debrief.Patience, 1));
        text.ShouldContain($"d=\"{view.Band(view.Debrief.Vote)}\"");
        Regex.Count(text, "<tr data-matter=").ShouldBe(2);
        Regex.Count(text, "<abbr title=").ShouldBe(view.Roster.Size);
        Body(text).ShouldNotContain(teacher.Room.Code);
        Body(text).ShouldNotContain(key);
    }

    [Fact]
    public async Task It_lets_in_its_own_style_and_places_runs_no_script_and_asks_nobody_for_anything()
    {
        var (room, _) = await DoubleAsync();
        var page = Encoding.UTF8.GetString(await HandoutFile.WriteAsync(await Handout.OfAsync(room, new(Convener)), _library));
        var policy = WebUtility.HtmlDecode(Between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\""));
        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldNotContain("unsafe-inline");
        policy.ShouldNotContain("script-src");
        policy.ShouldContain($"style-src-elem '{HashOf(Between(page, "<style>", "</style>"))}'");
        var places = Places().Matches(page).Select(place => WebUtility.HtmlDecode(place.Groups["place"].Value)).ToList();
        places.Count.ShouldBeGreaterThan(3);
        places.Select(HashOf).Where(hash => !policy.Contains($"'{hash}'", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (var absent in new[] { "<script", "<link", "<img", " src=", " href=", " onclick=", "url(", "@import", "http:", "https:" })
        {
            page.ShouldNotContain(absent);
        }

        string HashOf(string inner) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inner)))}";
    }

    [Fact]
    public async Task It_is_in_the_language_of_who_takes_it_and_words_of_a_configuration_stay_words()
    {
        const string bad = "<img src=x onerror=alert(1)>'";
        var crises = Directory.CreateDirectory(Path.Combine(Folder.Path, "configs", "crises")).FullName;
        var crisis = Shipped.Text("crisis", "pandemic").Replace("crisis: pandemic", "crisis: evil", StringComparison.Ordinal);
        foreach (var words in new[] { "How much common action?", "Pandemic, 2020" })
        {
            crisis.ShouldContain(words);
            crisis = crisis.Replace(words, $"\"{bad}\"", StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(crises, "evil.yaml"), crisis);
        var teacher = await OpenAsync(Register(), new() { Crisis = "evil", Rounds = 1 });
        await PlayAsync(teacher, _ => Task.CompletedTask);
        var handout = await Handout.OfAsync(teacher.Room, new(Convener));
        var page = await TextAsync();
        page.ShouldContain("<html lang=\"en\">");
        page.ShouldNotContain("<img");
        Regex.Count(WebUtility.HtmlDecode(page), Regex.Escape(bad)).ShouldBe(3); // title of the file, title and question of the matter
        Language.Current = LanguageReader.Shipped("th");
        (await TextAsync()).ShouldContain("<html lang=\"th\">");

        async Task<string> TextAsync() => Encoding.UTF8.GetString(await HandoutFile.WriteAsync(handout, _library));
    }

    [Fact]
    public async Task A_session_without_a_round_has_a_page_too()
    {
        var teacher = await OpenAsync(Register(), new() { Rounds = 1 });
        await teacher.EndAsync();
        var page = Encoding.UTF8.GetString(await HandoutFile.WriteAsync(await Handout.OfAsync(teacher.Room, new(Convener)), _library));
        page.ShouldContain("No round was held.");
        Rows(page).Count.ShouldBe(0);
    }

    // Two rounds under consensus and one by majority, in which a vote is called; guesses before.
    private async Task<(Room Room, string Key)> DoubleAsync()
    {
        var register = Register();
        var (teacher, key, _) = await register.OpenAsync(
            new()
            {
                Choice = new() { Crisis = "pandemic", Rules = ["consensus"], Seed = 5, Rounds = 2 }, Second = "simple-majority", RoundSeconds = 0,
            }, Somebody.Host);
        var (brn, mia) = (await SeatAsync(register, teacher!, "Zebedee", "BRN"), await SeatAsync(register, teacher!, "Miriam", null));
        (await brn.GuessAsync(new("simple-majority", 60, Guess.Nobody))).ShouldBe(Refusal.None);
        await PlayAsync(teacher!, async round =>
        {
            await (round == 1 ? mia.TableAsync(round, [37]) : teacher!.CloseAsync());
            (await brn.CastAsync(round, Ballot.Objection)).ShouldBe(Refusal.None);
        });
        (await teacher!.PlayAgainAsync("simple-majority")).ShouldBe(Refusal.None);
        await PlayAsync(teacher, async round =>
        {
            await teacher.CloseAsync();
            (await brn.CastAsync(round, Ballot.Objection)).ShouldBe(Refusal.None);
            await mia.CallAsync(round, vote: true);
        });
        return (teacher.Room, key);
    }

    private static async Task PlayAsync(Teacher teacher, Func<int, Task> act)
    {
        while (teacher.Room.View.Phase is not (RoomPhase.Ended or RoomPhase.Choosing))
        {
            var round = teacher.Room.View.Round;
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            await act(round);
            while (teacher.Room.View.Phase is RoomPhase.Drafting or RoomPhase.Voting or RoomPhase.Calling)
            {
                (await teacher.CloseAsync()).ShouldBe(Refusal.None);
            }
        }
    }

    private static string Body(string page) => page[page.IndexOf("<body>", StringComparison.Ordinal)..];

    private static MatchCollection Rows(string page) => Row().Matches(page);

    private static string Between(string page, string before, string after)
    {
        var from = page.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return page[from..page.IndexOf(after, from, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<th scope=\"row\">\\d+</th>", RegexOptions.None, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(" id=\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(" style=\"(?<place>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();
}
