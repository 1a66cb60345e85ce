using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Classroom;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Cli.Commands;

internal sealed class ServeCommand : AsyncCommand<ServeCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        public const string DefaultUrls = "http://127.0.0.1:5080";
        public const string SelfMade = "self-made";
        private const string Plain = "http://";
        private const string Safe = "https://";

        [CommandOption("--urls <URLS>"),
            Description("Where to listen, separated by semicolons; port 0 takes a free one. Default: http://127.0.0.1:5080, this machine alone. "
                + "http://0.0.0.0:5080 opens it to the network.")]
        public string Urls { get; init; } = DefaultUrls;

        [CommandOption("--host <NAME>"),
            Description("Another name or address under which it answers, e.g. vote.example.org; may be given several times. Its own are known: "
                + "others are refused, so that no page elsewhere can act through a browser here.")]
        public string[] Hosts { get; init; } = [];

        [CommandOption("--open"),
            Description("Lets everybody who reaches it open rooms, start runs and read results. Default: whoever sits at this machine, and whoever "
                + "has the host key that is printed at the start.")]
        public bool Open { get; init; }

        [CommandOption("--behind-proxy"),
            Description("A proxy stands before it: X-Forwarded-For, -Proto and -Host say who is there, if they come from a private address. Nobody "
                + "is at this machine then, and the host needs the key.")]
        public bool BehindProxy { get; init; }

        [CommandOption("--https <CERTIFICATE>"),
            Description("Speaks HTTPS: with a PEM file that holds certificate and private key, or with 'self-made', a certificate that is made here "
                + "and kept in --data; browsers then ask at the first visit whether they are to trust it. Default: HTTP.")]
        public string? Https { get; init; }

        [CommandOption("--data <DIR>"),
            Description("Where rooms are kept, so that they outlive the server. Default: the folder classroom, made when the first room opens.")]
        public string? Data { get; init; }

        [CommandOption("--cluster <CONNECTION>"),
            Description("Deliberates on the silos of a cluster; rooms outlive a silo. " + ClusterConnection.Description)]
        public string? Cluster { get; init; }

        [CommandOption("--certificate <FILE>"), Description(ClusterConnection.CertificateDescription)]
        public string? Certificate { get; init; }

        [CommandOption("--authority <FILE>"), Description(ClusterConnection.AuthorityDescription)]
        public string? Authority { get; init; }

        [CommandOption("--patience <SECONDS>"), Description("How long to try to reach a silo of the cluster at the start. Default: 120.")]
        public int Patience { get; init; } = 120;

        [CommandOption("--verbosity <LEVEL>"), Description("Lowest level that is logged.")]
        public LogEventLevel? Verbosity { get; init; }

        /// <summary>Where it listens: with a certificate, all of it is HTTPS.</summary>
        public string[] Addresses =>
            [.. Urls.Split(';').Select(url =>
                Https is not null && url.StartsWith(Plain, StringComparison.OrdinalIgnoreCase) ? Safe + url[Plain.Length..] : url)];

        public override ValidationResult Validate() =>
            Addresses.FirstOrDefault(url => !url.StartsWith(Https is null ? Plain : Safe, StringComparison.OrdinalIgnoreCase)
                || !BindingAddressIsValid(url)) is { } wrong
                ? ValidationResult.Error(wrong.StartsWith(Safe, StringComparison.OrdinalIgnoreCase) && Https is null
                    ? $"--urls has '{wrong}', which takes a certificate; expected --https too."
                    : $"--urls has '{wrong}'; expected addresses such as {DefaultUrls}.")
                : Hosts.FirstOrDefault(host => Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown) is { } name
                ? ValidationResult.Error($"--host is '{name}'; expected a name or an address without port, e.g. vote.example.org.")
                : Patience is < 1 or > 86400 ? ValidationResult.Error($"--patience is {Patience}; expected 1 to 86400 seconds.")
                : ValidationResult.Success();

        private static bool BindingAddressIsValid(string url) =>
            Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal),
            UriKind.Absolute, out var uri)
            && uri.AbsolutePath == "/" && uri.Query.Length == 0;
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var cluster = ClusterConnection.Of(options.Cluster, options.Certificate, options.Authority, options.Patience);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Addresses);
        builder.AddCommandHost(options.Verbosity);
        await builder.AddDeliberationAsync(cluster);
        var classroom = new ClassroomOptions();
        classroom = options.Data is { } data ? classroom with { Data = Path.GetFullPath(data) } : classroom;
        var access = AccessOf(options);
        builder.Services.AddClassroom(classroom, access);
        using var certificate = CertificateOf(options, classroom, access);
        if (certificate is not null)
        {
            builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        }

        await using var app = builder.Build();
        app.MapClassroom();
        await app.StartAsync(cluster, cancellationToken);
        foreach (var url in app.Urls)
        {
            Terminal.Results.WriteLine($"The classroom is open at {url}");
        }

        if (certificate is not null && options.Https == Options.SelfMade)
        {
            Terminal.Results.WriteLine($"Its certificate is self-made. SHA-256: {ServerCertificate.FingerprintOf(certificate)}");
        }

        TellOthers(app, access);
        Terminal.Results.WriteLine("Ctrl-C closes it.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        // Open pages hold their connections; nobody waits for them.
        Passage.IsUnderWay = true;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token);
        return ExitCode.Done;
    }

    // A name that it listens at is one of its own.
    private static AccessOptions AccessOf(Options options) => new()
    {
        IsOpen = options.Open,
        IsBehindProxy = options.BehindProxy,
        Hosts =
        [
            .. options.Hosts,
            .. options.Addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var url) ? url : null)
                .Where(url => url is { HostNameType: UriHostNameType.Dns, IsLoopback: false }).Select(url => url!.Host),
        ],
    };

    private static X509Certificate2? CertificateOf(Options options, ClassroomOptions classroom, AccessOptions access)
    {
        try
        {
            return options.Https switch
            {
                null => null,
                Options.SelfMade => ServerCertificate.SelfMade(
                    classroom.Data, access.Hosts.Concat(JoinAddress.OfThisMachine().Select(address => address.ToString())), DateTimeOffset.UtcNow),
                var file => ServerCertificate.Read(file),
            };
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--https: '{options.Https}' cannot be used: {e.Message.TrimEnd('.')}. "
                + $"Expected a PEM file with a certificate and its private key, or '{Options.SelfMade}'.");
        }
    }

    // Only where somebody else can come at all.
    private static void TellOthers(WebApplication app, AccessOptions access)
    {
        var key = app.Services.GetRequiredService<HostKey>().Text;
        var urls = app.Urls.Select(url => new Uri(url.Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("[::]", "localhost", StringComparison.Ordinal))).ToArray();
        string[] reached = access.IsBehindProxy
            ? [.. access.Hosts.Select(host => $"https://{host}")]
            : [.. urls.SelectMany(url => JoinAddress.Of(url, app.Services.GetRequiredService<IServer>(), access.Hosts))
                .Where(address => !JoinAddress.IsThisMachineOnly(address)).Distinct()];
        if (reached.Length == 0 && !access.IsBehindProxy)
        {
            return;
        }

        var first = reached.FirstOrDefault() ?? "";
        Terminal.Results.WriteLine($"Students come in at {first}/join");
        if (access.IsOpen)
        {
            Terminal.Results.WriteLine("Everybody who reaches it may open rooms, start runs and read results.");
            return;
        }

        Terminal.Results.WriteLine("On another device, the host opens rooms, starts runs and reads results by this address. Keep it to yourself; "
            + "it is new at each start:");
        Terminal.Results.WriteLine($"{first}/host#{key}");
    }
}
