using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>Runs: started, watched, and held again.</summary>
public class ResultsTests(Classroom classroom)
{
    [Fact]
    public async Task An_experiment_is_started_and_any_of_its_replications_is_held_again_at_the_table()
    {
        var page = await classroom.OpenAsync("/results");
        await page.SelectOptionAsync("[name=experiment]", "pandemic-consensus-or-qmv");
        await page.FillAsync("[name=replications]", "40");
        await page.ClickAsync("[data-action=start]");
        await Expect(page.Locator(".running")).ToContainTextAsync("finished", new() { Timeout = 60_000 });

        var run = page.Locator("[data-run^=pandemic]").First;
        var folder = await run.GetAttributeAsync("data-run");
        await run.Locator("[name=arm]").SelectOptionAsync("pandemic.asean-qmv");
        await run.Locator("[name=replication]").FillAsync("33");
        await run.Locator("[data-action=replay]").ClickAsync();
        await page.ShowsRoundAsync(0);
        var rounds = await classroom.ReplayAsync(Path.Combine(classroom.Folder, "results", folder!), "pandemic.asean-qmv", 33);
        await page.ClickAsync("[data-action=step]");
        await page.ShowsRoundAsync(1);
        await page.Locator("main").ShouldShowAsync(rounds[0]);
        (await page.BallotsAsync()).ShouldBe(Screen.Ballots(rounds[0]));

        // The replay is taken home, with what it is a replay of.
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href^='/keepsake.html']"));
        var home = await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        home.ShouldContain("Round 1, day ");
        home.ShouldContain($"<dd>{folder}</dd>");
        home.ShouldContain("<dd>pandemic.asean-qmv</dd>");
        home.ShouldContain("<dd>33</dd>");
    }

    [Fact]
    public async Task What_an_experiment_cannot_be_is_told_and_nothing_is_started()
    {
        var page = await classroom.OpenAsync("/results");
        await page.FillAsync("[name=replications]", "lots");
        await page.ClickAsync("[data-action=start]");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("replications");
    }

    [Theory]
    [InlineData("/report/..%2f..%2fetc%2fpasswd")]
    [InlineData("/report/no-such-run")]
    [InlineData("/experiment.yaml?crisis=..%2f..%2fetc%2fpasswd")]
    public async Task Nothing_outside_the_results_is_given_away(string path)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(classroom.Address + path));
        ((int)response.StatusCode).ShouldBeInRange(400, 404);
    }

    [Fact]
    public async Task What_somebody_wrote_into_an_address_is_shown_as_text()
    {
        var page = await classroom.OpenAsync("/?crisis=%3Cscript%3Ewindow.hit%3D1%3C%2Fscript%3E&rule=consensus");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("<script>");
        (await page.EvaluateAsync<bool>("'hit' in window")).ShouldBeFalse();
    }
}
