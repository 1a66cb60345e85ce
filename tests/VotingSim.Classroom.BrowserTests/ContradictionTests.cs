using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>What pages once said and did not mean.</summary>
public class ContradictionTests(Classroom classroom)
{
    [Fact]
    public async Task Before_a_vote_no_bar_is_filled_and_nothing_is_met_or_missed()
    {
        var page = await classroom.OpenAsync("/?crisis=myanmar-2021&rule=consensus&seed=1");
        await Expect(page.Locator(".bar")).ToHaveCountAsync(1);
        await Expect(page.Locator(".bar .met")).ToHaveTextAsync("no vote yet");
        await Expect(page.Locator(".bar .numbers")).ToHaveTextAsync("10 needed");
        await Expect(page.Locator(".bar .fill")).ToHaveCountAsync(0);
        await page.ClickAsync("[data-action=step]");
        await page.ShowsRoundAsync(1);
        await Expect(page.Locator(".bar .fill")).ToHaveCountAsync(1);
        await Expect(page.Locator(".bar .met")).ToHaveTextAsync("not met");
    }

    [Fact]
    public async Task Where_everybody_makes_the_difference_it_is_said_once_and_not_at_every_seat()
    {
        var page = await classroom.OpenAsync("/?crisis=cyber-attack&rule=unanimity&seed=3&round=1");
        await page.ShowsRoundAsync(1);
        while (await page.Locator("[data-action=step]").GetAttributeAsync("aria-disabled") == "false")
        {
            var round = int.Parse((await page.Locator(".news").GetAttributeAsync("data-round"))!);
            await page.ClickAsync("[data-action=step]");
            await page.ShowsRoundAsync(round + 1);
        }

        await Expect(page.Locator(".news")).ToContainTextAsync("is adopted");
        await Expect(page.Locator(".who dd").First).ToHaveTextAsync("everybody");
        await Expect(page.Locator(".seat .note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task After_the_last_step_the_focus_is_where_it_was()
    {
        var page = await classroom.OpenAsync("/?crisis=myanmar-2021&rule=asean-qmv&seed=1&round=30");
        await Expect(page.Locator(".news")).ToContainTextAsync("is adopted");
        await page.ClickAsync("[data-action=back]");
        await Expect(page.Locator("[data-action=step]")).ToHaveAttributeAsync("aria-disabled", "false");
        await page.Locator("[data-action=step]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-action=step]")).ToHaveAttributeAsync("aria-disabled", "true");
        (await page.EvaluateAsync<string>("document.activeElement.dataset.action ?? ''")).ShouldBe("step");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".news")).ToContainTextAsync("is adopted");
    }

    [Fact]
    public async Task A_seed_that_is_none_is_told_and_members_are_offered_where_they_can_be_convened()
    {
        var page = await classroom.OpenAsync("/");
        await Expect(page.Locator("[name=members] option")).ToHaveTextAsync(["asean-10", "asean-11"]);
        await page.FillAsync("[name=seed]", "luck");
        await page.ClickAsync("[data-action=convene]");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("'luck' is no seed; expected a whole number");
        await Expect(page.Locator("[name=seed]")).ToHaveValueAsync("luck");
        using var http = new HttpClient();
        ((int)(await http.GetAsync(new Uri($"{classroom.Address}/experiment.yaml?seed=luck"))).StatusCode).ShouldBe(400);
        var teacher = await classroom.OpenAsync("/teach");
        await Expect(teacher.Locator("[name=members] option")).ToHaveTextAsync(["asean-10", "asean-11"]);
        await teacher.Locator("[name=rule]").SelectOptionAsync("consensus-then-qmv");
        await Expect(teacher.Locator("[name=rounds]")).ToHaveValueAsync("16");
        await Expect(teacher.Locator("[data-needed='16']")).ToBeVisibleAsync();
        await teacher.Locator("[name=rule]").SelectOptionAsync("consensus");
        await Expect(teacher.Locator("[name=rounds]")).ToHaveValueAsync("8");
        await teacher.FillAsync("[name=seed]", "-3");
        await teacher.ClickAsync("[data-action=open]");
        await Expect(teacher.GetByRole(AriaRole.Alert)).ToContainTextAsync("'-3' is no seed");
    }

    [Fact]
    public async Task On_a_phone_what_was_touched_does_not_stay_hovered_over()
    {
        var page = await classroom.OpenAsync("/calculator?rule=unanimity&members=asean-10", 390, 844, hasTouch: true);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "All object" });
        var before = await ColourAsync(button);
        await button.TapAsync();
        await Expect(page.Locator(".answer")).ToHaveTextAsync("Not adopted");
        await button.HoverAsync();
        (await ColourAsync(button)).ShouldBe(before);
    }

    [Fact]
    public async Task The_report_fits_a_phone()
    {
        await classroom.RunAsync("run", "myanmar-consensus-or-qmv", "--replications", "200", "--out", Path.Combine(classroom.Folder, "results", "phone"), "--no-progress");
        var page = await classroom.OpenAsync("/results", 390, 844);
        await page.GotoAsync("/report/phone");
        await page.Locator("h1").First.WaitForAsync();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        classroom.Complaints.Where(complaint => complaint.Contains("/report/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static Task<string> ColourAsync(ILocator button) => button.EvaluateAsync<string>("button => getComputedStyle(button).backgroundColor");
}
