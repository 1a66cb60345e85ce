using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A whole double lesson as docs/classroom.md has it, in a class that reads four languages.</summary>
public class LessonTests(Classroom classroom)
{
    private static readonly (string Name, string Seat, string Language)[] Class =
    [
        ("Ann", "chair", "en"), ("Budi", "IDN", "id"), ("Citra", "IDN", "en"), ("Dao", "MMR", "th"),
        ("Erin", "MMR", "en"), ("Fa", "SGP", "th"), ("Giang", "SGP", "vi"), ("Huy", "THA", "vi"),
    ];

    [Fact]
    public async Task Eight_students_in_five_seats_guess_play_both_sessions_and_read_the_debrief_each_in_their_language()
    {
        // The teacher on a phone, the wall at its size.
        var teacher = await classroom.OpenAsync("/teach", 390, 844, hasTouch: true);
        var code = await RoomTests.OpenDoubleAsync(teacher);
        var wall = await classroom.OpenAsync($"/screen/{code}", 1920, 1080);

        // Join, choose seats, guess.
        var phones = new List<IPage>();
        foreach (var (name, seat, language) in Class)
        {
            var phone = await classroom.OpenAsync($"/join?code={code}&lang={language}", 390, 844, hasTouch: true);
            await phone.Locator("[name=name]").FillAsync(name);
            await phone.ClickAsync("[data-action=enter]");
            await phone.ClickAsync($"[data-sit={seat}]");
            await Expect(phone.Locator("[data-sit]")).ToHaveCountAsync(0);
            await Expect(phone.Locator("html")).ToHaveAttributeAsync("lang", language);
            await phone.ClickAsync(".guess > summary");
            await phone.ClickAsync("[name=faster][value=simple-majority]");
            await phone.Locator("[name=guess-text]").FillAsync("50");
            await phone.Locator("[name=guess-outvoted]").SelectOptionAsync("5"); // Myanmar
            await phone.ClickAsync("[data-action=guess]");
            phones.Add(phone);
        }

        await Expect(teacher.Locator("[data-guessed='8']")).ToHaveCountAsync(1);
        await EachInItsLanguageAsync(".guess > summary");
        var chair = phones[0];

        // First session: Myanmar objects, and nothing is decided.
        for (var round = 1; round <= 2; round++)
        {
            await RoundAsync();
        }

        await Expect(wall.Locator(".screen-news[data-phase=Ended]")).ToHaveCountAsync(1);
        await teacher.ClickAsync("[data-action=again]");

        // Second session: a majority is there, and the chair calls the vote.
        await RoundAsync();
        await EachInItsLanguageAsync(".call-choice h2");
        await Expect(teacher.Locator("[data-price=vote]")).ToContainTextAsync("by vote, over the objection of MMR");
        await chair.ClickAsync("[data-call=vote]");
        foreach (var phone in phones)
        {
            await Expect(phone.Locator("a[href^='/debrief/']")).ToHaveCountAsync(1);
        }

        await EachInItsLanguageAsync(".news");

        // The debrief is on every phone and on the teacher's.
        foreach (var page in phones.Prepend(teacher))
        {
            await page.ClickAsync("a[href^='/debrief/']");
            await Expect(page.Locator("[data-sessions]")).ToHaveCountAsync(1);
            await Expect(page.Locator("[data-guesses='8']")).ToHaveCountAsync(1);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390, page.Url);
        }

        await EachInItsLanguageAsync("h1");
        await EachInItsLanguageAsync("[data-guess-headline]");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await phones[3].EmulateMediaAsync(new() { ColorScheme = scheme });
            await RoomTests.ShouldBeAccessibleAsync(phones[3]);
        }

        async Task RoundAsync()
        {
            await teacher.ClickAsync("[data-action=open-round]");
            await chair.ClickAsync("[data-action=table]");
            foreach (var (phone, student) in phones.Zip(Class).Where(pair => pair.Second.Seat != "chair"))
            {
                await RoomTests.VoteAsync(phone, student.Seat == "MMR" ? 'O' : 'S');
            }

            await Expect(chair.Locator(".ballots")).ToHaveCountAsync(1);
        }

        // The same words on phones of one language, and other words on those of another.
        async Task EachInItsLanguageAsync(string selector)
        {
            var told = new List<(string Language, string Text)>();
            foreach (var (phone, student) in phones.Zip(Class))
            {
                told.Add((student.Language, await phone.Locator(selector).First.InnerTextAsync()));
            }

            told.Select(one => one.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(4, selector);
            told.Distinct().Count().ShouldBe(4, selector);
        }
    }
}
