using System.Diagnostics;
using VotingSim.Cluster.Tests.Servers;

namespace VotingSim.Cluster.Tests;

/// <summary>Silos and runs that cannot begin say why at once, in one line, and do nobody any harm.</summary>
public class RefusedStartTests(ReferenceRun reference)
{
    [Fact]
    public async Task A_second_silo_on_the_ports_of_a_running_one_is_refused_with_the_port_and_the_first_goes_on()
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 0);
        var (silo, gateway, health) = (FreePort.Next(), FreePort.Next(), FreePort.Next());
        await cluster.Begin("--silo-port", $"{silo}", "--gateway-port", $"{gateway}", "--health", $"http://127.0.0.1:{health}").SaysAsync("takes part");

        (await RefusedAsync("--silo-port", $"{silo}", "--gateway-port", $"{gateway}")).ShouldStartWith($"--silo-port {silo} is taken");
        (await RefusedAsync("--silo-port", "0", "--gateway-port", $"{gateway}")).ShouldStartWith($"--gateway-port {gateway} is taken");
        (await RefusedAsync("--silo-port", "0", "--gateway-port", "0", "--health", $"http://127.0.0.1:{health}")).ShouldStartWith($"--health http://127.0.0.1:{health} is taken");

        using var run = VotingSimProcess.Start(folder, ["run", ReferenceRun.Experiment, "--replications", "2000", "--no-report", "--out", "out", .. cluster.Option]);
        (await run.EndAsync()).ShouldBe(0, run.Said);
        cluster[0].HasExited.ShouldBeFalse(cluster[0].Said);
        cluster[0].Error.Trim().Split('\n').Length.ShouldBe(1, cluster[0].Said);

        async Task<string> RefusedAsync(params string[] options)
        {
            using var second = VotingSimProcess.Start(folder, ["silo", .. cluster.Option, .. options]);
            (await second.EndAsync()).ShouldBe(1, second.Said);
            second.Said.Trim().Split('\n').Length.ShouldBe(1, second.Said);
            return second.Said.Trim();
        }
    }

    [Theory]
    [InlineData("redis")]
    [InlineData("postgres")]
    public async Task A_wrong_password_is_one_line_at_once(string kind)
    {
        var folder = reference.NewFolder();
        await using IStoreServer store = kind == "redis" ? await RedisServer.StartAsync() : await PostgreSqlServer.StartAsync();
        var wrong = store.Connection.Replace(store.Password, "wr0ng", StringComparison.Ordinal);
        string[][] commands = [["silo", "--silo-port", "0", "--gateway-port", "0"], ["run", ReferenceRun.Experiment, "--out", "out"], ["serve", "--urls", "http://127.0.0.1:0"], ["cluster", "init"]];

        foreach (var command in commands)
        {
            var clock = Stopwatch.StartNew();
            using var process = VotingSimProcess.Start(folder, [.. command, "--cluster", wrong]);
            (await process.EndAsync()).ShouldBe(1, process.Said);

            process.Said.Trim().Split('\n').Length.ShouldBe(1, process.Said);
            process.Said.ShouldContain("password");
            process.Said.ShouldNotContain("wr0ng");
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(25), process.Said); // a silo's patience with a store that does not answer is 30
        }

        Directory.Exists(Path.Combine(folder, "out")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_commands_that_are_printed_can_be_pasted()
    {
        var folder = reference.NewFolder();
        await using var store = await PostgreSqlServer.StartAsync();
        Directory.CreateDirectory(Path.Combine(folder, "my files"));
        var secret = Path.Combine("my files", "cluster");
        await File.WriteAllTextAsync(Path.Combine(folder, secret), store.Connection);

        var init = await PrintedAsync($"'@{secret}'", "run", ReferenceRun.Experiment, "--out", "out", "--patience", "2", "--cluster", $"@{secret}");
        init.ShouldEndWith($"votingsim cluster init --cluster '@{secret}'");
        using var prepared = VotingSimProcess.Start(folder, "cluster", "init", "--cluster", $"@{secret}");
        (await prepared.EndAsync()).ShouldBe(0, prepared.Said);

        var silo = await PrintedAsync($"'@{secret}'", "run", ReferenceRun.Experiment, "--out", "out", "--patience", "2", "--cluster", $"@{secret}");
        silo.ShouldEndWith($"votingsim silo --cluster '@{secret}'");
        var hidden = await PrintedAsync(":***@", "run", ReferenceRun.Experiment, "--out", "out", "--patience", "2", "--cluster", store.Connection);
        hidden.ShouldEndWith("(with the password in place of ***, or with --cluster @FILE)");

        async Task<string> PrintedAsync(string words, params string[] arguments)
        {
            using var process = VotingSimProcess.Start(folder, arguments);
            (await process.EndAsync()).ShouldBe(1, process.Said);
            process.Said.ShouldContain(words);
            return process.Said.Trim();
        }
    }
}
