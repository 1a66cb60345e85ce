using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A double lesson: one matter under two rules, with a called vote in the second.</summary>
public class DoubleLessonTests(Classroom classroom)
{
    [Fact]
    public async Task A_class_plays_a_matter_under_consensus_and_then_by_majority_and_sees_both_sessions_side_by_side()
    {
        var teacher = await classroom.OpenAsync("/teach", 1280, 720);
        await teacher.Locator("[name=lesson]").SelectOptionAsync("double");
        await Expect(teacher.Locator("[name=rounds]")).ToHaveValueAsync("4"); // by then the form has suggested its rounds
        await teacher.Locator("[name=crisis]").SelectOptionAsync("pandemic");
        await teacher.Locator("[name=rule]").SelectOptionAsync("simple-majority");
        await teacher.Locator("[name=rounds]").FillAsync("2");
        await teacher.ClickAsync("[data-action=open]");
        var code = (await teacher.Locator("[data-code-of-room]").GetAttributeAsync("data-code-of-room"))!;
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
        await Expect(teacher.Locator("[data-calls]")).ToContainTextAsync("the vote was called. Had the chair gone on");
        await Expect(teacher.Locator(".rounds tbody tr")).ToHaveCountAsync(1);
        await teacher.ClickAsync("[data-show=first]");
        await Expect(teacher.Locator(".rounds tbody tr")).ToHaveCountAsync(2);
        await Expect(teacher.Locator("[data-calls]")).ToHaveCountAsync(0);
        await Expect(teacher.Locator(".news")).ToContainTextAsync("the matter is still open");
        await RoomTests.ShouldBeAccessibleAsync(teacher);

        // The rounds of both sessions are taken home in one file.
        var download = await teacher.RunAndWaitForDownloadAsync(() => teacher.ClickAsync("[data-action=take-home]"));
        download.SuggestedFilename.ShouldBe("session-pandemic.html");
        var home = await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        home.ShouldContain("First session: round 2, day ");
        home.ShouldContain("Second session: round 1, day ");
        home.ShouldNotContain("Bee");

        async Task RoundAsync()
        {
            await teacher.ClickAsync("[data-action=open-round]");
            await teacher.ClickAsync("[data-action=close]"); // the model's text
            await RoomTests.VoteAsync(brn, 'O');
        }
    }
}
