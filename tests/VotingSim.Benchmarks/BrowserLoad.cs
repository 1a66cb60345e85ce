using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using VotingSim.Classroom;
using VotingSim.Classroom.Rooms;
using VotingSim.Grains;

namespace VotingSim.Benchmarks;

/// <summary>
/// One room of forty phones in a real browser, each with a context of its own, and a wall: how long it takes from the last ballot of a round until the last phone shows the result, and what the classroom, which runs in this process, holds of
/// managed memory before, with all of them, and after they have left and the room is closed.
/// </summary>
internal static class BrowserLoad
{
    private const int Students = 40;
    private const int Rounds = 4;

    private static readonly string[] Seats = ["BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "VNM"];

    /// <summary>Measures once.</summary>
    public static async Task MeasureAsync(TextWriter output)
    {
        using var folder = new TemporaryFolder("browsers");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddDeliberationSilo();
        builder.Services.AddClassroom(new() { Folder = folder.Path });
        await using var app = builder.Build();
        app.MapClassroom();
        await app.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = ["--no-sandbox"] });
        await PlayAsync(browser, app, students: 2, rounds: 1); // what is compiled, read and pooled once
        var before = await HeapAsync(app);
        var (peak, results, load) = await PlayAsync(browser, app, Students, Rounds);
        var after = await HeapAsync(app);
        var (_, more, _) = await PlayAsync(browser, app, Students, Rounds);
        var again = await HeapAsync(app);
        results.AddRange(more);
        results.Sort();
        await output.WriteLineAsync($"{Students} phones in one browser and a wall, {Environment.ProcessorCount} cores for server and browser together (load {load}). "
            + $"Last ballot to the result on every phone: median {results[results.Count / 2]:0} ms, longest {results[^1]:0} ms of {results.Count} rounds. "
            + $"Managed heap of server and silo: {before / 1e6:0.0} MB before, {peak / 1e6:0.0} MB with all of them, {after / 1e6:0.0} MB after, {again / 1e6:0.0} MB after a second such room.");
    }

    private static async Task<(long Peak, List<double> Results, string Load)> PlayAsync(IBrowser browser, WebApplication app, int students, int rounds)
    {
        var address = app.Urls.First();
        var teacher = await OpenAsync(browser, $"{address}/teach");
        await teacher.Locator("[name=rule]").SelectOptionAsync("unanimity");
        await teacher.ClickAsync("[data-action=open]");
        var code = await teacher.Locator("[data-code-of-room]").GetAttributeAsync("data-code-of-room");
        var wall = await OpenAsync(browser, $"{address}/screen/{code}");
        var phones = new List<IPage>();
        for (var student = 0; student < students; student++)
        {
            var phone = await OpenAsync(browser, $"{address}/join?code={code}");
            await phone.Locator("[name=name]").FillAsync($"student {student}");
            await phone.ClickAsync("[data-action=enter]");
            await phone.ClickAsync($"[data-sit={Seats[student % Seats.Length]}]");
            phones.Add(phone);
        }

        var results = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            await teacher.ClickAsync("[data-action=open-round]");
            if (students < Seats.Length)
            {
                await teacher.ClickAsync("[data-action=close]");
                continue;
            }

            var sent = await Task.WhenAll(phones.Select(async phone =>
            {
                await phone.ClickAsync(".ballot-buttons [data-ballot=O]");
                await phone.ClickAsync("[data-action=cast]");
                return Stopwatch.GetTimestamp();
            }));
            var read = await Task.WhenAll(phones.Select(async phone =>
            {
                await phone.Locator(".news:not([data-phase=Voting])").WaitForAsync();
                return Stopwatch.GetTimestamp();
            }));
            results.Add(Math.Max(0, Stopwatch.GetElapsedTime(sent.Max(), read.Max()).TotalMilliseconds));
        }

        var load = File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
        var peak = await HeapAsync(app, isEmpty: false);
        await teacher.ClickAsync("[data-action=end]");
        await teacher.ClickAsync("[data-action=end-yes]");
        await teacher.ClickAsync("[data-action=shut]");
        await teacher.ClickAsync("[data-action=shut-yes]");
        foreach (var page in phones.Append(wall).Append(teacher))
        {
            await page.GotoAsync("about:blank"); // a page that is left says so; one that is cut off is kept for three minutes
            await page.Context.DisposeAsync();
        }

        return (peak, results, load);
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, string address)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    // Pages that are left are kept for a while in case they come back.
    private static async Task<long> HeapAsync(WebApplication app, bool isEmpty = true)
    {
        for (var tries = 0; isEmpty && tries < 100 && app.Services.GetRequiredService<RoomRegister>().Count > 0; tries++)
        {
            await Task.Delay(100);
        }

        await Task.Delay(isEmpty ? TimeSpan.FromSeconds(20) : TimeSpan.Zero);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
