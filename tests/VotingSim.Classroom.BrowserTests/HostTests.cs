using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>What is the host's, seen from a phone and from another device of the host's.</summary>
public class HostTests(Classroom classroom)
{
    private const string Elsewhere = "203.0.113.9";

    [Fact]
    public async Task From_a_phone_runs_are_not_started_nor_read_and_rooms_not_opened_until_the_host_key_is_shown()
    {
        var page = await classroom.OpenAsync("/results", from: Elsewhere);
        await Expect(page.Locator("[name=host-key]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-action=start], [data-action=stop], [data-run]")).ToHaveCountAsync(0);
        await page.GotoAsync("/?results=any&arm=any");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("looked at by the host");
        await page.GotoAsync("/briefs?crisis=myanmar-2021");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Briefs are the teacher's");
        await page.GotoAsync("/teach");
        await Expect(page.Locator("[data-action=open]")).ToHaveCountAsync(0);
        await page.FillAsync("[name=host-key]", "not the key");
        await page.ClickAsync("[data-action=host]");
        await Expect(page.Locator(".host-notice .notice")).ToContainTextAsync("not the host key");

        var address = new Uri(classroom.HostAddress);
        await page.FillAsync("[name=host-key]", address.Fragment[1..]);
        await page.ClickAsync("[data-action=host]");
        await page.ClickAsync("[data-action=open]");
        await Expect(page.Locator("[data-code-of-room]")).ToBeVisibleAsync();

        // The address that was printed does it too, and no script can read what it leaves behind.
        var laptop = await classroom.OpenAsync($"/host{address.Fragment}", from: Elsewhere);
        await Expect(laptop.Locator("[data-action=open]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        laptop.Url.ShouldEndWith("/teach");
        (await laptop.EvaluateAsync<string>("document.cookie")).ShouldBeEmpty();
        await laptop.GotoAsync("/results");
        await Expect(laptop.Locator("[data-estimate]")).ToContainTextAsync("deliberations in all, at most");
    }

    [Fact]
    public async Task No_page_breaks_the_policy_that_its_browser_is_told()
    {
        string[] paths =
        [
            "/", "/?crisis=south-china-sea&rule=asean-qmv&seed=2&round=3", "/compare?crisis=myanmar-2021&rule=consensus&rule=asean-qmv&seed=1&round=6",
            "/calculator?rule=eu-lisbon&members=eu-27", "/results", "/teach", "/join", "/host", "/briefs?crisis=south-china-sea", "/no-such-page",
        ];
        foreach (var path in paths)
        {
            var page = await classroom.OpenAsync(path);
            (await page.EvaluateAsync<string>("getComputedStyle(document.body).margin")).ShouldBe("0px"); // the style sheet is there
            await page.Context.CloseAsync();
        }

        classroom.Complaints.ShouldBeEmpty();
    }
}
