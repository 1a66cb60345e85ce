using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A double lesson: one matter under two rules, with a called vote in the second.</summary>
public class DoubleLessonTests(Classroom classroom)
{
    [Fact]
    public async Task A_class_plays_a_matter_under_consensus_and_then_by_majority_and_sees_both_sessions_side_by_side()
    {
        var teacher = await classroom.OpenAsync("/teach", 1280, 720);
        var code = await RoomTests.OpenDoubleAsync(teacher);
        await Expect(teacher.Locator("[aria-current=step]")).ToHaveAttributeAsync("data-step", "0");
        var brn = await RoomTests.JoinAsync(classroom, code, "Bee", "BRN");
        var chair = await RoomTests.JoinAsync(classroom, code, "Mia", "chair");
        await Expect(teacher.Locator("[aria-current=step]")).ToHaveAttributeAsync("data-step", "1");
        await RoomTests.ShouldBeAccessibleAsync(teacher);
        for (var round = 1; round <= 2; round++)
        {
            await RoundAsync();
        }

        // The first session is over; the page offers the second, which can be taken back.
        await Expect(teacher.Locator("[aria-current=step]")).ToHaveAttributeAsync("data-step", "3");
        await Expect(teacher.Locator("[name=again]")).ToHaveValueAsync("simple-majority");
        await RoomTests.ShouldBeAccessibleAsync(teacher);
        await teacher.ClickAsync("[data-action=again]");
        await teacher.ClickAsync("[data-action=take-back]");
        await teacher.ClickAsync("[data-action=again]");
        await Expect(brn.Locator(".news")).ToContainTextAsync("Second session, under");
        await Expect(brn.Locator("h1")).ToHaveTextAsync("Brunei Darussalam");
        await Expect(brn.Locator(".brief")).ToHaveCountAsync(1);
        await RoundAsync();

        // Everybody sees what either costs; the chair chooses.
        foreach (var page in new[] { teacher, brn })
        {
            await Expect(page.Locator("[data-price=vote]")).ToContainTextAsync("by vote, over the objection of");
            await Expect(page.Locator("[data-price=on]")).ToContainTextAsync("having no decision costs");
            await Expect(page.Locator("[data-call]")).ToHaveCountAsync(0);
        }

        await RoomTests.ShouldBeAccessibleAsync(teacher, brn, chair);
        await chair.SetViewportSizeAsync(320, 640);
        (await chair.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        await chair.Locator("[data-call=vote]").FocusAsync();
        await chair.Keyboard.PressAsync("Enter");
        await Expect(teacher.Locator(".news")).ToContainTextAsync("is adopted by vote, over the objection of");

        await teacher.ClickAsync("a.primary[href^='/debrief/']");
        await Expect(teacher.Locator("[data-sessions] [data-second]").First).ToContainTextAsync("by vote");
        var adopted = await teacher.Locator(".news").InnerTextAsync();
        await Expect(teacher.Locator("[data-calls]")).ToContainTextAsync("the vote was called. Had the chair gone on");
        await Expect(teacher.Locator(".rounds tbody tr")).ToHaveCountAsync(1);
        await teacher.ClickAsync("[data-show=first]");
        await Expect(teacher.Locator(".rounds tbody tr")).ToHaveCountAsync(2);
        await Expect(teacher.Locator("[data-calls]")).ToHaveCountAsync(0);
        await Expect(teacher.Locator(".news")).ToContainTextAsync("the matter is still open");
        var ended = await teacher.Locator(".news").InnerTextAsync();
        await RoomTests.ShouldBeAccessibleAsync(teacher);

        // The rounds of both sessions are taken home in one file.
        var download = await teacher.RunAndWaitForDownloadAsync(() => teacher.ClickAsync("[data-action=take-home]"));
        download.SuggestedFilename.ShouldBe("session-pandemic.html");
        var home = await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        home.ShouldContain("First session: round 2, day ");
        home.ShouldContain("Second session: round 1, day ");
        home.ShouldNotContain("Bee");
        await brn.ClickAsync("a[href^='/debrief/']");
        await ShouldTakeTheDebriefHomeAsync(brn, code, DayOf(ended), DayOf(adopted));

        async Task RoundAsync()
        {
            await teacher.ClickAsync("[data-action=open-round]");
            await teacher.ClickAsync("[data-action=close]"); // the model's text
            await RoomTests.VoteAsync(brn, 'O');
        }
    }

    // "Round 2, day 21"
    private static string DayOf(string news) => news[..news.IndexOf(':', StringComparison.Ordinal)];

    // On paper, from a phone, though it is pressed twice: both sessions one after the other, and nobody's name.
    private async Task ShouldTakeTheDebriefHomeAsync(IPage phone, string code, string first, string second)
    {
        var downloads = 0;
        phone.Download += (_, _) => downloads++;
        var button = phone.Locator("[data-action=take-debrief]");
        var download = await phone.RunAndWaitForDownloadAsync(
            async () =>
            {
                await button.ClickAsync();
                await Expect(button).ToHaveTextAsync("Printing…");
                await Expect(button).ToHaveAttributeAsync("aria-disabled", "true");
                await button.DispatchEventAsync("click");
            }, new() { Timeout = 120_000 });
        download.SuggestedFilename.ShouldBe("debrief-pandemic.pdf");
        await Expect(button).ToHaveTextAsync("Take the debrief home (PDF)");
        await Expect(button).ToHaveAttributeAsync("aria-disabled", "false");
        downloads.ShouldBe(1);
        var (pdf, text) = (Path.Combine(classroom.Folder, "debrief.pdf"), Path.Combine(classroom.Folder, "debrief.txt"));
        await download.SaveAsAsync(pdf);
        await InstalledProgram.RunAsync("pdftotext", "-layout", pdf, text);
        var words = await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken);
        string[] inOrder =
        [
            "How much common action?", "Two sessions of the same matter",
            "First session: Consensus", first, "The rounds", "The same luck, other worlds", "A thousand worlds", "Questions",
            "Second session: Simple majority", second, "The rounds", "A vote, or patience", "People and the model", "Questions",
        ];
        var at = 0;
        foreach (var heading in inOrder)
        {
            at = words.IndexOf(heading, at, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"{heading} in {words}");
        }

        foreach (var member in new[] { "BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "VNM" })
        {
            words.ShouldContain(member, Case.Sensitive);
        }

        foreach (var absent in new[] { "Bee", "Mia", code })
        {
            words.Split([' ', '\n', '.', ',', ':', '“', '”', '(', ')']).ShouldNotContain(absent);
        }
    }
}
