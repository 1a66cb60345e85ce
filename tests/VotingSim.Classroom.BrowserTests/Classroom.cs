using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using VotingSim.Classroom.BrowserTests;

[assembly: AssemblyFixture(typeof(Classroom))]
[assembly: ClosesPages]

namespace VotingSim.Classroom.BrowserTests;

/// <summary>The command <c>serve</c> as a user starts it, in a folder of its own, and the browser that Debian ships.</summary>
public sealed class Classroom : IAsyncLifetime
{
    private const string NameInNetwork = "classroom.test";

    private readonly Command _command = new();
    private VotingSimProcess? _server;
    private string _log = "";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The folder that the command runs in.</summary>
    public string Folder => _command.Folder;

    /// <summary>Where the classroom is open.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The same by a name that a browser does not trust, as it does not trust an address in the network of a class.</summary>
    public string AddressInNetwork => Address.Replace("127.0.0.1", NameInNetwork, StringComparison.Ordinal);

    /// <summary>What browsers found wrong with pages: policies that they break, scripts that fail.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    /// <summary>What the server has written down, at a talkative level.</summary>
    public string Log => _log + _server?.Error;

    public async ValueTask InitializeAsync()
    {
        MarkedLanguage.Write(Folder);
        await ServeAsync("http://127.0.0.1:0");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = ["--no-sandbox", $"--host-resolver-rules=MAP {NameInNetwork} 127.0.0.1"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is { } browser)
        {
            await browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await KillAsync();
        _command.Dispose();
    }

    /// <summary>The server dies without warning and is started again at the same address.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await ServeAsync(Address);
    }

    /// <summary>A page of the classroom in a browser context of its own, once it is alive.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="width">Width of the window.</param>
    /// <param name="height">Height of the window.</param>
    /// <param name="address">Where the classroom is reached; null for its own address.</param>
    /// <param name="from">Where somebody between says that the browser is; null for this machine.</param>
    /// <param name="hasTouch">Whether it is a phone.</param>
    public async Task<IPage> OpenAsync(
        string path, int width = 1280, int height = 800, string? address = null, string? from = null, bool hasTouch = false)
    {
        var context = ClosesPagesAttribute.Remember(await _browser!.NewContextAsync(new()
        {
            BaseURL = address ?? Address,
            ViewportSize = new() { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = hasTouch,
            IsMobile = hasTouch,
            ExtraHTTPHeaders = from is null ? [] : new Dictionary<string, string> { ["X-Forwarded-For"] = from },
        }));
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Complaints.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                Complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        await page.GotoAsync(path);
        await page.Locator("main h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>A page that is a file, in a browser context that has no network; whatever it asks for beside itself is a complaint.</summary>
    /// <param name="file">The file.</param>
    /// <param name="width">Width of the window.</param>
    /// <param name="hasScripts">Whether scripts run.</param>
    public async Task<IPage> OpenFileAsync(string file, int width = 1280, bool hasScripts = true)
    {
        var context = ClosesPagesAttribute.Remember(await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            Offline = true,
            JavaScriptEnabled = hasScripts,
            BypassCSP = false,
        }));
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        var address = new Uri(file).AbsoluteUri;
        page.PageError += (_, error) => Complaints.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) => Complaints.Enqueue($"{page.Url}: {message.Text}");
        page.Request += (_, request) =>
        {
            if (request.Url != address)
            {
                Complaints.Enqueue($"{page.Url} asks for {request.Url}");
            }
        };
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Runs another command in the same folder; what it said on standard output.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var outcome = await _command.RunAsync(arguments);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return outcome.Output;
    }

    /// <summary>The rounds of a replication by the command <c>replay</c>.</summary>
    public async Task<JsonElement[]> ReplayAsync(string results, string arm, int replication)
    {
        using var document = JsonDocument.Parse(await RunAsync("replay", results, "--arm", arm, "--replication", $"{replication}", "--format", "json"));
        return [.. document.RootElement.GetProperty("rounds").EnumerateArray().Select(round => round.Clone())];
    }

    private async Task ServeAsync(string urls)
    {
        _server = _command.Start("serve", "--urls", urls, "--data", "rooms", "--host", NameInNetwork, "--verbosity", "debug");
        Address = await _server.LineAsync("The classroom is open at ");
    }

    /// <summary>The address by which the host comes from elsewhere, as it was printed.</summary>
    public string HostAddress => _server!.Output.Split('\n').Single(line => line.Contains("/host#", StringComparison.Ordinal)).Trim();

    private async Task KillAsync()
    {
        if (_server is { } server)
        {
            server.Kill();
            await server.EndAsync();
            _log += server.Error;
            _server = null;
            server.Dispose();
        }
    }
}
