using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Tests.Rooms;

namespace VotingSim.Classroom.Tests.Access;

/// <summary>Who is let in under which name, from which page, as whom: requests and sockets made by hand.</summary>
public sealed partial class AccessTests : IAsyncLifetime
{
    private const string Elsewhere = "203.0.113.7";

    private Server _server = null!;

    public async ValueTask InitializeAsync() => _server = await Server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("evil.example", null)]
    [InlineData("evil.example", "http://evil.example")]
    [InlineData("10.9.8.7", "http://10.9.8.7")]
    [InlineData("localhost.evil.example", null)]
    [InlineData("", null)]
    public async Task Under_a_foreign_name_nothing_is_answered(string host, string? origin)
    {
        foreach (var request in new[] { "GET /", "GET /assets/classroom.js", "POST /rooms/negotiate?negotiateVersion=1", "POST /_blazor/negotiate?negotiateVersion=1", "POST /ballot" })
        {
            (await SendAsync(request, $"Host: {host}", origin is null ? "X: x" : $"Origin: {origin}")).ShouldStartWith("HTTP/1.1 400");
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Under_its_own_names_it_answers(string host) => (await SendAsync("GET /", $"Host: {host}:{Port}")).ShouldStartWith("HTTP/1.1 200");

    [Fact]
    public async Task Under_a_name_that_it_was_told_it_answers()
    {
        await using var told = await Server.StartAsync(new() { Hosts = ["Vote.Example.org"] });
        (await SendAsync(told, "GET /", "Host: vote.example.org")).ShouldStartWith("HTTP/1.1 200");
        (await SendAsync(told, "GET /", "Host: example.org")).ShouldStartWith("HTTP/1.1 400");
    }

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/rooms")]
    public async Task A_socket_of_a_foreign_page_is_refused_and_one_of_its_own_is_not(string path)
    {
        foreach (var origin in new[] { "http://evil.example", "null", $"http://localhost:{Port + 1}", $"http://127.0.0.1:{Port}.evil.example" })
        {
            (await Should.ThrowAsync<WebSocketException>(() => ConnectAsync(path, origin))).Message.ShouldContain("403");
            (await SendAsync($"POST {path}/negotiate?negotiateVersion=1", $"Host: 127.0.0.1:{Port}", $"Origin: {origin}")).ShouldStartWith("HTTP/1.1 403");
        }

        await ConnectAsync(path, $"http://127.0.0.1:{Port}");
    }

    [Fact]
    public async Task Every_answer_says_what_a_page_may_do_and_a_script_takes_another_word_each_time()
    {
        var nonces = new List<string>();
        foreach (var path in new[] { "/", "/join", "/assets/classroom.js", "/no-such-page", "/report/none" })
        {
            var answer = await SendAsync($"GET {path}", $"Host: 127.0.0.1:{Port}");
            answer.ShouldContain("X-Content-Type-Options: nosniff");
            answer.ShouldContain("Referrer-Policy: same-origin");
            answer.ShouldContain("X-Frame-Options: DENY");
            answer.ShouldNotContain("\r\nServer:");
            var policy = Policy().Match(answer);
            policy.Success.ShouldBeTrue(answer);
            policy.Value.ShouldNotContain("unsafe-eval");
            policy.Value.ShouldNotContain("script-src 'unsafe-inline'");
            policy.Value.ShouldContain("frame-ancestors 'none'");
            nonces.Add(policy.Groups["nonce"].Value);
            var scripts = Script().Matches(answer);
            scripts.ShouldAllBe(script => script.Value.Contains($"nonce=\"{policy.Groups["nonce"].Value}\"", StringComparison.Ordinal));
        }

        nonces.Distinct().Count().ShouldBe(nonces.Count);
    }

    [Fact]
    public async Task From_elsewhere_nobody_opens_a_room_or_reads_results_without_the_key_of_the_host()
    {
        var report = Path.Combine(_server.Folder, "results", "run", "report.html");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        await File.WriteAllTextAsync(report, "<p>secret</p>");
        (await GetAsync("/report/run", Elsewhere)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var guest = await _server.ConnectAsync(from: Elsewhere);
        var refused = await guest.OpenAsync();
        (refused.Code, refused.Refusal).ShouldBe((null, RefusalText.Of(Refusal.NotTheHost)));
        (await guest.AskAsync<bool>("Host", Secrets.NewKey())).ShouldBeFalse();
        (await guest.OpenAsync()).Code.ShouldBeNull();
        (await guest.AskAsync<bool>("Host", _server.HostKey)).ShouldBeTrue();
        (await guest.OpenAsync()).Code.ShouldNotBeNull();

        // A browser is given a cookie for it, which no script reads and no other site sends.
        (await ShowAsync(Secrets.NewKey())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var answer = await ShowAsync(_server.HostKey);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith(HostKey.Cookie, StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        (await GetAsync("/report/run", Elsewhere, cookie.Split(';')[0])).StatusCode.ShouldBe(HttpStatusCode.NotFound); // no manifest: but it looked
        (await GetAsync("/report/run", Elsewhere, $"{HostKey.Cookie}={Secrets.NewKey()}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync("/report/run")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Wrong_keys_of_the_host_are_soon_not_listened_to()
    {
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 50; attempt++)
        {
            answers.Add((await ShowAsync(Secrets.NewKey())).StatusCode);
        }

        answers.Count(answer => answer == HttpStatusCode.Forbidden).ShouldBeInRange(1, 2 * AttemptLimits.PerPerson); // by the minute
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Behind_a_proxy_a_class_is_not_one_client_and_nobody_is_the_host_without_the_key()
    {
        await using var server = await Server.StartAsync(new() { IsBehindProxy = true, Hosts = ["vote.example.org"] });
        await using var here = await server.ConnectAsync();
        (await here.OpenAsync()).Refusal.ShouldBe(RefusalText.Of(Refusal.NotTheHost));
        (await here.AskAsync<bool>("Host", server.HostKey)).ShouldBeTrue();
        var room = await here.OpenAsync();
        for (var robot = 0; robot < 2 * AttemptLimits.PerAddress; robot++)
        {
            await using var rude = await server.ConnectAsync(from: "198.51.100.1");
            await rude.EnterAsync(Secrets.NewCode(), "rude");
        }

        await using var blocked = await server.ConnectAsync(from: "198.51.100.1");
        (await blocked.EnterAsync(room.Code!, "Rita")).Refusal.ShouldBe(RefusalText.Of(Refusal.TooManyAttempts));
        await using var free = await server.ConnectAsync(from: "198.51.100.2");
        (await free.EnterAsync(room.Code!, "Fred")).Refusal.ShouldBeNull();

        // The name and page that the proxy was asked for are what counts.
        (await SendAsync(server, "GET /", $"Host: 127.0.0.1:{new Uri(server.Address).Port}", "X-Forwarded-For: 198.51.100.2", "X-Forwarded-Proto: https", "X-Forwarded-Host: vote.example.org"))
            .ShouldStartWith("HTTP/1.1 200");
        (await SendAsync(server, "GET /", $"Host: 127.0.0.1:{new Uri(server.Address).Port}", "X-Forwarded-For: 198.51.100.2", "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example"))
            .ShouldStartWith("HTTP/1.1 400");
    }

    [Fact]
    public async Task Where_everybody_may_open_rooms_one_script_opens_few()
    {
        await using var open = await Server.StartAsync(new() { IsOpen = true });
        var opened = 0;
        for (var attempt = 0; attempt < 50; attempt++)
        {
            await using var robot = await open.ConnectAsync(from: Elsewhere);
            opened += (await robot.OpenAsync()).Code is null ? 0 : 1;
        }

        opened.ShouldBeInRange(1, 2 * AttemptLimits.RoomsPerAddress); // by the minute
    }

    private int Port => new Uri(_server.Address).Port;

    private Task<string> SendAsync(string request, params string[] headers) => SendAsync(_server, request, headers);

    // As it stands, with no client that knows better.
    private static async Task<string> SendAsync(Server server, string request, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(server.Address).Port);
        var text = $"{request} HTTP/1.1\r\n{string.Join("\r\n", headers)}\r\nAccept: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task ConnectAsync(string path, string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new($"ws://127.0.0.1:{Port}{path}"), CancellationToken.None);
        socket.Abort();
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? from = null, string? cookie = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new(_server.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await http.SendAsync(request);
    }

    private async Task<HttpResponseMessage> ShowAsync(string key)
    {
        using var http = new HttpClient { BaseAddress = new(_server.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/host/key") { Content = new StringContent(key) };
        request.Headers.Add("X-Forwarded-For", Elsewhere);
        return await http.SendAsync(request);
    }

    [GeneratedRegex("Content-Security-Policy: [^\r]*'nonce-(?<nonce>[A-Za-z0-9_-]+)'[^\r]*", RegexOptions.NonBacktracking)]
    private static partial Regex Policy();

    [GeneratedRegex("<script[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Script();
}
