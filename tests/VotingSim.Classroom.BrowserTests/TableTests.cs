using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A deliberation at the table, and two beside each other, against the command.</summary>
public class TableTests(Classroom classroom)
{
    [Theory]
    [InlineData("myanmar-2021", "asean-qmv", 20210201)]
    [InlineData("cyber-attack", "consensus", 3)]
    public async Task A_deliberation_stepped_to_its_decision_is_round_for_round_the_replay_of_the_experiment_that_the_page_lets_one_download(string crisis, string rule, int seed)
    {
        var page = await classroom.OpenAsync($"/?crisis={crisis}&rule={rule}&seed={seed}");
        var rounds = await DownloadAndReplayAsync(page, crisis, [rule]);
        for (var number = 1; number <= rounds[0].Length; number++)
        {
            await page.ClickAsync("[data-action=step]");
            await page.ShowsRoundAsync(number);
            var round = rounds[0][number - 1];
            await page.Locator("main").ShouldShowAsync(round);
            (await page.BallotsAsync()).ShouldBe(Screen.Ballots(round));
            await Expect(page.Locator(".news")).ToContainTextAsync($"day {round.GetProperty("day").GetDouble():0.#}:");
            await Expect(page.Locator(".text-on-table.is-adopted")).ToHaveCountAsync(round.GetProperty("adopted").GetBoolean() ? 1 : 0);
        }

        await Expect(page.Locator("[data-action=step]")).ToBeDisabledAsync();
        await Expect(page.Locator(".news")).ToContainTextAsync("is adopted");
    }

    [Fact]
    public async Task A_reload_and_a_link_show_the_same_round()
    {
        var page = await classroom.OpenAsync("/?crisis=myanmar-2021&rule=consensus&seed=4");
        for (var round = 1; round <= 3; round++)
        {
            await page.ClickAsync("[data-action=step]");
            await page.ShowsRoundAsync(round);
        }

        await page.ClickAsync("[data-action=back]");
        await page.ShowsRoundAsync(2);
        var (ballots, news) = (await page.BallotsAsync(), await page.Locator(".news").TextContentAsync());
        page.Url.ShouldEndWith("round=2");

        await page.ReloadAsync();
        await page.ShowsRoundAsync(2);
        (await page.BallotsAsync()).ShouldBe(ballots);
        var other = await classroom.OpenAsync(new Uri(page.Url).PathAndQuery);
        await other.ShowsRoundAsync(2);
        (await other.Locator(".news").TextContentAsync()).ShouldBe(news);
    }

    [Fact]
    public async Task Play_goes_on_by_itself_until_the_decision_and_pause_stops_it()
    {
        var page = await classroom.OpenAsync("/?crisis=myanmar-2021&rule=asean-qmv&seed=1");
        await page.SelectOptionAsync(".player select", "slow");
        await page.ClickAsync("[data-action=play]");
        await page.ShowsRoundAsync(1);
        await page.ClickAsync("[data-action=play]");
        await Expect(page.Locator("[data-action=play]")).ToHaveTextAsync("Play");
        await Expect(page.Locator(".news")).Not.ToContainTextAsync("is adopted");
        await page.SelectOptionAsync(".player select", "fast");
        await page.ClickAsync("[data-action=play]");
        await Expect(page.Locator(".news")).ToContainTextAsync("is adopted");
        await page.ClickAsync("[data-action=restart]");
        await page.ShowsRoundAsync(0);
        await page.ClickAsync("[data-action=next-seed]");
        await page.HasAddressAsync("seed=2");
    }

    [Fact]
    public async Task A_world_in_which_the_matter_never_reaches_the_agenda_leads_to_the_next()
    {
        var page = await classroom.OpenAsync("/");
        string news;
        var seed = 0;
        do
        {
            (++seed).ShouldBeLessThan(100); // one world in eight
            await page.GotoAsync($"/?crisis=digital-economy&rule=asean-qmv&seed={seed}");
            news = await page.Locator(".news").TextContentAsync() ?? "";
            news.ShouldContain("reached the agenda");
        }
        while (!news.Contains("never", StringComparison.Ordinal));

        news.Trim().ShouldBe("In this world the matter never reached the agenda before day 1825: no session was held, and the status quo stands.");
        await Expect(page.Locator("[data-action=step]")).ToHaveCountAsync(0);
        await Expect(page.Locator("main nav, header nav")).ToHaveCountAsync(1);
        await page.ClickAsync("[data-action=next-seed]");
        await page.HasAddressAsync($"seed={seed + 1}");
    }

    [Fact]
    public async Task A_click_on_a_member_tells_why_it_voted_so()
    {
        var page = await classroom.OpenAsync("/?crisis=myanmar-2021&rule=consensus&seed=1&round=1");
        await page.ClickAsync("[data-code=MMR]");
        await Expect(page.Locator(".member .reason")).ToContainTextAsync("so it objects");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the profile" }).ClickAsync();
        await Expect(page.Locator(".member")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_same_world_under_two_rules_is_the_replay_of_both_and_a_thousand_others_are_those_of_the_run()
    {
        string[] rules = ["consensus", "asean-qmv"];
        var page = await classroom.OpenAsync("/compare?crisis=economic-shock&rule=consensus&rule=asean-qmv&seed=7");
        await Expect(page.Locator("[data-sampled='1000']")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        var replays = await DownloadAndReplayAsync(page, "economic-shock", rules);
        var last = replays.Max(rounds => rounds.Length);
        for (var number = 1; number <= last; number++)
        {
            await page.ClickAsync("[data-action=step]");
            await page.ShowsRoundAsync(number);
            for (var place = 0; place < rules.Length; place++)
            {
                await page.Locator($"[data-rule={rules[place]}]").ShouldShowAsync(replays[place][Math.Min(number, replays[place].Length) - 1]);
            }
        }

        await Expect(page.Locator(".news")).ToContainTextAsync(replays[1].Length < replays[0].Length ? "Qualified majority decides first" : "decide");
        var rows = File.ReadLines(Path.Combine(classroom.Folder, "classroom-economic-shock", "runs.csv")).Select(line => line.Split(',')).ToArray();
        var (arm, decided) = (Array.IndexOf(rows[0], "rule"), Array.IndexOf(rows[0], "decided"));
        for (var place = 0; place < rules.Length; place++)
        {
            var count = rows.Skip(1).Count(row => row[arm] == rules[place] && row[decided].ToUpperInvariant() is "1" or "TRUE" && row[arm] == rules[place]);
            (await page.Locator(".ridge[data-sampled]").Nth(place).GetAttributeAsync("data-decided")).ShouldBe($"{count}");
        }
    }

    // What the page lets one take home, run by the command; the rounds of replication 0 under each rule.
    private async Task<System.Text.Json.JsonElement[][]> DownloadAndReplayAsync(IPage page, string crisis, string[] rules)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href^='/experiment.yaml']"));
        var file = Path.Combine(classroom.Folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        var results = Path.Combine(classroom.Folder, $"classroom-{crisis}");
        await classroom.RunAsync("run", file, "--out", results, "--no-progress", "--csv");
        return await Task.WhenAll(rules.Select(rule => classroom.ReplayAsync(results, $"{crisis}.{rule}", 0)));
    }
}
