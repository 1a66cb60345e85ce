using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;
using Serilog.Events;
using Spectre.Console.Cli;
using VotingSim.Grains;
using VotingSim.Grains.Clustering;

namespace VotingSim.Cli.Commands;

internal sealed class SiloCommand : AsyncCommand<SiloCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandOption("--cluster <CONNECTION>", isRequired: true), Description(ClusterConnection.Description)]
        public required string Cluster { get; init; }

        [CommandOption("--certificate <FILE>"), Description(ClusterConnection.CertificateDescription)]
        public string? Certificate { get; init; }

        [CommandOption("--authority <FILE>"), Description(ClusterConnection.AuthorityDescription)]
        public string? Authority { get; init; }

        [CommandOption("--address <IP>"),
            Description("Where the other silos and the clients reach this one. Default: this machine's first address, or 127.0.0.1 where the store "
                + "is on this machine.")]
        public string? Address { get; init; }

        [CommandOption("--listen <IP>"), Description("Where the silo listens, if not at --address: behind a router or in a container, e.g. 0.0.0.0.")]
        public string? Listen { get; init; }

        [CommandOption("--silo-port <PORT>"), Description("Port for the other silos; 0 takes any that is free. Default: 11111.")]
        public int SiloPort { get; init; } = new SiloEndpoints().SiloPort;

        [CommandOption("--gateway-port <PORT>"), Description("Port for clients; 0 takes any that is free. Default: 30000.")]
        public int GatewayPort { get; init; } = new SiloEndpoints().GatewayPort;

        [CommandOption("--health <URL>"),
            Description("Answers at URL/healthz/live and URL/healthz/ready, e.g. http://127.0.0.1:8080. Default: nowhere.")]
        public string? Health { get; init; }

        [CommandOption("--dashboard <URL>"),
            Description("Shows Orleans' dashboard at URL/dashboard. It asks for no password: keep it on the loopback address. Default: nowhere.")]
        public string? Dashboard { get; init; }

        [CommandOption("--patience <SECONDS>"), Description("How long to try to join while the store does not answer. Default: 30.")]
        public int Patience { get; init; } = 30;

        [CommandOption("--verbosity <LEVEL>"),
            Description("Lowest level that is logged: debug, information, warning or error. Default: as in appsettings.json.")]
        public LogEventLevel? Verbosity { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            Address is { } address && !IPAddress.TryParse(address, out _) ? Error($"--address is '{address}'; expected an IP address, e.g. 10.0.0.1.")
            : Listen is { } listen && !IPAddress.TryParse(listen, out _) ? Error($"--listen is '{listen}'; expected an IP address, e.g. 0.0.0.0.")
            : SiloPort is < 0 or > 65535 ? Error($"--silo-port is {SiloPort}; expected 0 to 65535.")
            : GatewayPort is < 0 or > 65535 ? Error($"--gateway-port is {GatewayPort}; expected 0 to 65535.")
            : Patience is < 0 or > 86400 ? Error($"--patience is {Patience}; expected 0 to 86400 seconds.")
            : !IsUrl(Health) ? Error($"--health is '{Health}'; expected an address such as http://127.0.0.1:8080.")
            : !IsUrl(Dashboard) ? Error($"--dashboard is '{Dashboard}'; expected an address such as http://127.0.0.1:8081.")
            : Spectre.Console.ValidationResult.Success();

        private static bool IsUrl(string? url) => url is null
            || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath == "/");

        private static Spectre.Console.ValidationResult Error(string message) => Spectre.Console.ValidationResult.Error(message);
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var cluster = ClusterConnection.Of(options.Cluster, options.Certificate, options.Authority, options.Patience)!;
        using var host = await JoinAsync(options, cluster, cancellationToken);
        var silo = host.Services.GetRequiredService<ILocalSiloDetails>();
        await Console.Error.WriteLineAsync($"Silo {silo.SiloAddress.Endpoint} (clients: {silo.GatewayAddress?.Endpoint}) takes part in the cluster "
            + $"at {cluster.Store}. Ctrl-C: it finishes or hands back its cohorts and leaves.");
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ContinueWith(static _ => { }, CancellationToken.None,
            TaskContinuationOptions.None, TaskScheduler.Default);
        await Console.Error.WriteLineAsync("The silo finishes or hands back its cohorts and leaves the cluster.");
        Passage.IsUnderWay = true;
        await host.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    // A store that restarts just now is waited for.
    private static async Task<IHost> JoinAsync(Options options, ClusterOptions cluster, CancellationToken cancellationToken)
    {
        RefuseTakenPorts(options, cluster.Store);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await ClusterConnection.CheckAsync(cluster.Store, cluster.Words[1], cancellationToken);
                return await StartAsync(options, cluster, cancellationToken);
            }
            catch (FailedException e) when (e.MayPass && Stopwatch.GetElapsedTime(began).TotalSeconds < options.Patience)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }

    private static async Task<IHost> StartAsync(Options options, ClusterOptions cluster, CancellationToken cancellationToken)
    {
        var host = Build(options, cluster);
        Passage.IsUnderWay = true;
        try
        {
            await host.StartAsync(cancellationToken);
            Passage.IsUnderWay = false;
            return host;
        }
        catch (Exception e)
        {
            host.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            var reason = e.GetBaseException();
            throw new FailedException(
                $"The silo could not join the cluster at {cluster.Store}: {reason.Message}", mayPass: reason is not StrangeEngineException);
        }
    }

    // A silo on the ports of another would be taken for that one, started anew, and make it end itself.
    private static void RefuseTakenPorts(Options options, ClusterStore store)
    {
        var endpoints = EndpointsOf(options);
        if (endpoints.FindTaken(store) is { } taken)
        {
            var name = taken.Port == options.SiloPort ? "--silo-port" : "--gateway-port";
            throw new FailedException($"{name} {taken.Port} is taken: another program, perhaps a silo that runs already, listens at {taken}. It "
                + $"is left alone. Stop it first, or start this one with {name} 0, which takes any port that is free.");
        }

        foreach (var (name, url) in new[] { ("--health", options.Health), ("--dashboard", options.Dashboard) })
        {
            if (url is not null && new Uri(url) is var at
                && (IPAddress.TryParse(at.Host, out var address) ? address : at.IsLoopback ? IPAddress.Loopback : null) is { } own
                && at.Port > 0 && SiloEndpoints.IsTaken(new(own, at.Port)))
            {
                throw new FailedException($"{name} {url} is taken: another program, perhaps a silo that runs already, listens at port {at.Port}.");
            }
        }
    }

    private static SiloEndpoints EndpointsOf(Options options) => new()
    {
        Address = options.Address is { } address ? IPAddress.Parse(address) : null,
        Listen = options.Listen is { } listen ? IPAddress.Parse(listen) : null,
        SiloPort = options.SiloPort,
        GatewayPort = options.GatewayPort,
    };

    private static IHost Build(Options options, ClusterOptions cluster)
    {
        var endpoints = EndpointsOf(options);
        string[] urls = [.. new[] { options.Health, options.Dashboard }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        if (urls.Length == 0)
        {
            var plain = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = HostSettings.Root });
            plain.AddCommandHost(options.Verbosity);
            plain.Services.AddSingleton<IFatalErrorHandler, OutOfCluster>();
            plain.AddDeliberationSilo(cluster.Store, endpoints, cluster.Certificates);
            plain.Services.Configure<HostOptions>(Patiently);
            return plain.Build();
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = HostSettings.Root });
        builder.AddCommandHost(options.Verbosity);
        builder.WebHost.UseUrls(urls);
        builder.Services.AddSingleton<IFatalErrorHandler, OutOfCluster>();
        builder.AddDeliberationSilo(cluster.Store, endpoints, cluster.Certificates);
        builder.Services.Configure<HostOptions>(Patiently);
        if (options.Dashboard is not null)
        {
            builder.UseOrleans(silo => silo.AddDashboard());
        }

        var application = builder.Build();
        if (options.Health is { } health)
        {
            var host = HostOf(health);
            application.MapGet("/healthz/live", () => "live").RequireHost(host);
            application.MapGet("/healthz/ready", Ready).RequireHost(host);
            application.MapGet("/healthz", Ready).RequireHost(host);
        }

        if (options.Dashboard is { } dashboard)
        {
            application.MapOrleansDashboard("/dashboard").RequireHost(HostOf(dashboard));
            application.MapGet("/", () => Results.Redirect("/dashboard/")).RequireHost(HostOf(dashboard));
        }

        return application;
    }

    // What is at work is handed back within a second or a round; whoever cannot wait sends the signal again.
    private static void Patiently(HostOptions options) => options.ShutdownTimeout = Timeout.InfiniteTimeSpan;

    private static string HostOf(string url) => $"*:{new Uri(url).Port}";

    private static IResult Ready(ISiloStatusOracle oracle) =>
        oracle.CurrentStatus == SiloStatus.Active ? Results.Text("ready")
            : Results.Text($"not ready: {oracle.CurrentStatus}", statusCode: StatusCodes.Status503ServiceUnavailable);
}
