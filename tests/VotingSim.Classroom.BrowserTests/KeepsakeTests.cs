using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>The file that is taken home, opened where there is no network.</summary>
public class KeepsakeTests(Classroom classroom)
{
    [Fact]
    public async Task Rounds_that_were_taken_home_are_moved_through_by_slider_and_keys_without_a_network()
    {
        var table = await classroom.OpenAsync("/?crisis=myanmar-2021&rule=unanimity&seed=7&round=3");
        await table.ShowsRoundAsync(3);
        var download = await table.RunAndWaitForDownloadAsync(() => table.ClickAsync("a[href^='/keepsake.html']"));
        var file = Path.Combine(classroom.Folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        var told = await table.Locator(".news").InnerTextAsync();

        var page = await classroom.OpenFileAsync(file);
        await Expect(page.Locator(".round")).ToHaveCountAsync(4);
        await Expect(page.Locator(".round:visible h2")).ToContainTextAsync("Opening, day ");
        await page.Locator("input[type=range]").FillAsync("3");
        await Expect(page.Locator(".round:visible .news")).ToHaveTextAsync(told);
        await ShouldStandWhereItSaysAsync(page);
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.Locator(".round:visible h2")).ToContainTextAsync("Round 2, day ");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.ClickAsync("[data-step='-1']");
        await Expect(page.Locator("output")).ToContainTextAsync("Round 2, day ");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            (await page.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();
        }

        // Narrow, on paper, and where no script runs.
        await page.SetViewportSizeAsync(390, 800);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".round:visible")).ToHaveCountAsync(4);
        await Expect(page.Locator(".player")).ToBeHiddenAsync();
        var still = await classroom.OpenFileAsync(file, hasScripts: false);
        await Expect(still.Locator(".round:visible")).ToHaveCountAsync(4);
        await Expect(still.Locator(".player")).ToBeHiddenAsync();
        classroom.Complaints.ShouldBeEmpty();
    }

    private static async Task ShouldStandWhereItSaysAsync(IPage page)
    {
        var off = await page.Locator(".round:visible .axis tbody tr").EvaluateAllAsync<double[]>("""
            rows => rows.map(row => {
                const [track, mark] = [".track", ".place .mark"].map(part => row.querySelector(part).getBoundingClientRect());
                const across = 100 * (mark.left + mark.width / 2 - track.left) / track.width - Number(row.querySelector(".says").textContent);
                return Math.max(Math.abs(across), Math.abs(mark.top + mark.height / 2 - track.top - track.height / 2));
            })
            """);
        off.Length.ShouldBe(10);
        off.ShouldAllBe(distance => distance < 1.5); // per cent of the axis, and pixels up or down
    }
}
