using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using VotingSim.Classroom.BrowserTests;

[assembly: AssemblyFixture(typeof(Classroom))]

namespace VotingSim.Classroom.BrowserTests;

/// <summary>The command <c>serve</c> as a user starts it, in a folder of its own, and the browser that Debian ships.</summary>
public sealed class Classroom : IAsyncLifetime
{
    private static readonly string CommandPath = Path.Combine(AppContext.BaseDirectory, "votingsim.dll");

    private readonly ConcurrentQueue<string> _log = [];
    private Process? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The folder that the command runs in.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("votingsim-serve-").FullName;

    /// <summary>Where the classroom is open.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the server has written down, at a talkative level.</summary>
    public string Log => string.Join('\n', _log);

    public async ValueTask InitializeAsync()
    {
        await ServeAsync("http://127.0.0.1:0");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is { } browser)
        {
            await browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is { } server)
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The server dies without warning and is started again at the same address.</summary>
    public async Task RestartAsync()
    {
        _server!.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        var address = Address;
        Address = "";
        await ServeAsync(address);
    }

    /// <summary>A page of the classroom in a browser context of its own, once it is alive.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, int height = 800)
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.Locator("main h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>Runs another command in the same folder; what it said on standard output.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await error);
        return await output;
    }

    /// <summary>The rounds of a replication by the command <c>replay</c>.</summary>
    public async Task<JsonElement[]> ReplayAsync(string results, string arm, int replication)
    {
        using var document = JsonDocument.Parse(await RunAsync("replay", results, "--arm", arm, "--replication", $"{replication}", "--format", "json"));
        return [.. document.RootElement.GetProperty("rounds").EnumerateArray().Select(round => round.Clone())];
    }

    private async Task ServeAsync(string urls)
    {
        _server = Start("serve", "--urls", urls, "--data", "rooms", "--verbosity", "debug");
        const string Open = "The classroom is open at ";
        while (Address.Length == 0)
        {
            var line = await _server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The server has ended: {await _server.StandardError.ReadToEndAsync()}");
            Address = line.StartsWith(Open, StringComparison.Ordinal) ? line[Open.Length..].Trim() : "";
        }

        _server.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _server.BeginErrorReadLine();
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [CommandPath, .. arguments])
    {
        WorkingDirectory = Folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
