using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>Everybody can use it: by keyboard, with a screen reader, on any screen.</summary>
public class AccessTests(Classroom classroom)
{
    public static TheoryData<string> Pages() =>
    [
        "/", "/?crisis=cyber-attack&rule=asean-qmv&seed=2&round=3", "/?crisis=no-such-crisis", "/compare?crisis=myanmar-2021&rule=consensus&rule=asean-qmv&rule=unanimity&rule=simple-majority&seed=1&round=6",
        "/calculator?rule=asean-qmv&members=asean-10&ballots=SSAOSSSSSS", "/calculator?rule=eu-lisbon&members=eu-27", "/results", "/no-such-page",
        "/teach", "/host", "/join", "/join?code=ABCDEF", "/room/ABCDEF", "/debrief/ABCDEF", "/briefs?crisis=south-china-sea", "/briefs?room=ABCDEF",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_violates_a_rule_of_accessibility(string path)
    {
        var page = await classroom.OpenAsync(path);
        if (await page.Locator("[data-code=IDN].seat").CountAsync() > 0)
        {
            await page.ClickAsync("[data-code=IDN].seat");
            await page.Locator(".member").WaitForAsync();
        }

        if (path.StartsWith("/compare", StringComparison.Ordinal))
        {
            await Expect(page.Locator("[data-sampled='1000']")).ToHaveCountAsync(4, new() { Timeout = 60_000 });
        }

        var violations = (await page.RunAxe()).Violations;
        violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_is_wider_than_the_screen(string path)
    {
        foreach (var width in new[] { 390, 1280, 3840 })
        {
            var page = await classroom.OpenAsync(path, width, 1000);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_deliberation_is_convened_stepped_and_explained_by_keyboard_alone()
    {
        var page = await classroom.OpenAsync("/");
        await page.ShowsRoundAsync(0);
        await FocusedAsync(page, () => page.Locator("[name=rule]").EvaluateAsync<bool>("select => select.value === 'asean-qmv'"), "[name=rule]", "Q");
        await FocusedAsync(page, () => Task.FromResult(page.Url.Contains("rule=asean-qmv", StringComparison.Ordinal)), "[data-action=convene]", "Enter");
        await Expect(page.Locator(".headline .kicker")).ToContainTextAsync("Qualified majority");
        await page.ShowsRoundAsync(0);
        await FocusedAsync(page, async () => await page.Locator(".news[data-round='1']").CountAsync() == 1, "[data-action=step]", "Enter");
        await page.Keyboard.PressAsync("Space");
        await page.ShowsRoundAsync(2);
        await TabToAsync(page, ".player input[type=range]");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.ShowsRoundAsync(1);
        await TabToAsync(page, ".seat[data-code=SGP]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".member h2")).ToContainTextAsync("Singapore");
    }

    [Fact]
    public async Task Every_round_is_announced()
    {
        var page = await classroom.OpenAsync("/?crisis=pandemic&rule=consensus&seed=1");
        await Expect(page.Locator(".news")).ToHaveAttributeAsync("aria-live", "polite");
        await page.ClickAsync("[data-action=step]");
        await Expect(page.Locator(".news")).ToContainTextAsync("Round 1, day ");
    }

    // A page that has just come takes the focus to its heading; whoever was faster with the keys tries again.
    private static async Task FocusedAsync(IPage page, Func<Task<bool>> isDone, string selector, string key)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await TabToAsync(page, selector);
            await page.Keyboard.PressAsync(key);
            for (var wait = 0; wait < 30; wait++)
            {
                if (await isDone())
                {
                    return;
                }

                await page.WaitForTimeoutAsync(100);
            }
        }

        throw new InvalidOperationException($"{key} on {selector} does nothing.");
    }

    // By the Tab key alone, at most once around.
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 60; press++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"The Tab key does not reach {selector}.");
    }
}
