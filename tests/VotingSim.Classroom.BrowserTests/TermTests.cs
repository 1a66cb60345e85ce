using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A term: matters in a row in one room.</summary>
public class TermTests(Classroom classroom)
{
    [Fact]
    public async Task A_class_votes_outvotes_somebody_and_meets_the_consequence_at_the_next_matter()
    {
        var teacher = await classroom.OpenAsync("/teach", 1920, 1080);
        await teacher.Locator("[name=lesson]").SelectOptionAsync("term");
        await Expect(teacher.Locator(".matters-chosen")).ToBeVisibleAsync(); // by then the form has suggested its rounds
        await teacher.Locator("[name=rule]").SelectOptionAsync("simple-majority");
        await teacher.Locator("[name=rounds]").FillAsync("1");
        await teacher.ClickAsync("[data-action=open]");
        var code = (await teacher.Locator("[data-code-of-room]").GetAttributeAsync("data-code-of-room"))!;
        var phone = await RoomTests.JoinAsync(classroom, code, "Bee", "BRN");
        await Expect(phone.Locator(".goodwill")).ToHaveCountAsync(0);
        await phone.ClickAsync("[data-want=vote]");
        await Expect(phone.Locator("[data-want=vote]")).ToHaveAttributeAsync("aria-pressed", "true");
        await RoomTests.ShouldBeAccessibleAsync(teacher, phone);
        await Expect(teacher.Locator("[data-action=begin-matter]")).ToContainTextAsync("a vote (0 for patience, 1 for a vote)");
        await teacher.ClickAsync("[data-action=begin-matter]");
        await teacher.ClickAsync("[data-action=open-round]");
        await RoomTests.VoteAsync(phone, 'O');
        await Expect(teacher.Locator(".news")).ToHaveAttributeAsync("data-phase", "Choosing");
        await Expect(phone.Locator(".goodwill")).ToHaveCountAsync(1);
        await Expect(teacher.Locator(".goodwills li")).ToHaveCountAsync(10);
        await RoomTests.ShouldBeAccessibleAsync(teacher, phone);
        await phone.SetViewportSizeAsync(320, 640);
        (await phone.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        await teacher.ClickAsync("[data-action=begin-matter]");
        await Expect(teacher.Locator("[data-matter='1']")).ToHaveClassAsync("is-now");
        await teacher.ClickAsync("[data-action=open-round]");
        await RoomTests.EndAsync(teacher);
        await teacher.ClickAsync("a.primary[href^='/debrief/']");
        await Expect(teacher.Locator("[data-term-sentence]")).ToContainTextAsync("Your class decided");
        await Expect(teacher.Locator(".term-path .own")).ToHaveCountAsync(1);
        await RoomTests.ShouldBeAccessibleAsync(teacher);
    }
}
