using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>Sliders by keyboard, and what really happened once it is over.</summary>
public class WhatIfTests(Classroom classroom)
{
    [Fact]
    public async Task A_slider_moved_by_keyboard_moves_curve_and_sentence_and_the_address_keeps_it()
    {
        var page = await classroom.OpenAsync("/compare?crisis=economic-shock&rule=consensus&rule=asean-qmv&seed=7", 1280, 720);
        await Expect(page.Locator("[data-sampled='1000']")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        var answer = page.Locator("[data-answer-of-worlds]");
        await Expect(answer).ToContainTextAsync("of the worlds");
        var (words, curve) = (await answer.TextContentAsync(), await CurveAsync());
        await Expect(page.Locator(".sliders")).ToHaveCountAsync(0);

        await page.ClickAsync("[data-action=what-if]");
        var patience = page.Locator("#lever-patience");
        await patience.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(patience).ToHaveAttributeAsync("aria-valuetext", "none: a majority decides at once");
        await Expect(answer).Not.ToHaveTextAsync(words!);
        await Expect(page.Locator(".distribution[aria-busy=false]")).ToHaveCountAsync(1);
        (await CurveAsync()).ShouldNotBe(curve);
        await page.HasAddressAsync("patience=0");
        await Expect(patience).ToBeFocusedAsync();
        words = await answer.TextContentAsync();
        (await page.Locator("a[href^='/experiment.yaml']").GetAttributeAsync("href"))!.ShouldContain("patience=0");

        await page.Locator("[data-lever=quota] [data-action=turn]").ClickAsync();
        await Expect(page.Locator("[data-lever=quota] .turn-words")).ToContainTextAsync("earlier in more worlds", new() { Timeout = 60_000 });
        await IsAccessibleAsync(page);

        // A link holds the values, and everything goes back to what ships.
        await page.ReloadAsync();
        await Expect(answer).ToHaveTextAsync(words!, new() { Timeout = 60_000 });
        await page.ClickAsync("[data-action=reset-what-if]");
        await Expect(page.Locator(".lever.is-changed")).ToHaveCountAsync(0);
        await Expect(page.Locator(".distribution[aria-busy=false] path.step").Nth(1)).ToHaveAttributeAsync("d", curve);
        page.Url.ShouldNotContain("patience");

        async Task<string> CurveAsync() => (await page.Locator(".distribution path.step").Nth(1).GetAttributeAsync("d"))!;
    }

    [Theory]
    [InlineData("/?crisis=myanmar-2021&rule=asean-qmv&seed=3&patience=62")]
    [InlineData("/compare?crisis=myanmar-2021&rule=consensus&rule=asean-qmv&seed=3&patience=62")]
    public async Task What_really_happened_is_drawn_only_after_the_decision(string address)
    {
        var page = await classroom.OpenAsync(address + "&round=1", 390, 844);
        await page.ShowsRoundAsync(1);
        await Expect(page.Locator("[data-sampled='1000']").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator("[data-really], [data-really-day], .happened-star, [data-happened]")).ToHaveCountAsync(0);
        await page.GotoAsync(address + "&round=500");
        await Expect(page.Locator("[data-really='30']").First).ToBeAttachedAsync();
        await Expect(page.Locator("[data-really-day='82']")).ToContainTextAsync("really adopted: day 82", new() { Timeout = 60_000 });
        await Expect(page.Locator(".figures .really").First).ToContainTextAsync("the Five-Point Consensus");
        await Expect(page.Locator("[data-sampled='1000']").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await IsAccessibleAsync(page);
    }

    private static async Task IsAccessibleAsync(IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            (await page.RunAxe()).Violations.Select(violation => $"{scheme} {violation.Id}: {violation.Nodes[0].Html}").ShouldBeEmpty();
        }
    }
}
