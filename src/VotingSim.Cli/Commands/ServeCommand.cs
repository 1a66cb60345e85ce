using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Serilog.Events;
using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Classroom;
using VotingSim.Classroom.Deliberations;

namespace VotingSim.Cli.Commands;

internal sealed class ServeCommand : AsyncCommand<ServeCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        public const string DefaultUrls = "http://127.0.0.1:5080";

        [CommandOption("--urls <URLS>"),
            Description("Where to listen, separated by semicolons; port 0 takes a free one. Default: http://127.0.0.1:5080, this machine alone. "
                + "http://0.0.0.0:5080 opens it to the network.")]
        public string Urls { get; init; } = DefaultUrls;

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

        public override ValidationResult Validate() =>
            Urls.Split(';').FirstOrDefault(url => !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || !BindingAddressIsValid(url)) is { } wrong
                ? ValidationResult.Error($"--urls has '{wrong}'; expected addresses such as {DefaultUrls}.")
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
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.AddCommandHost(options.Verbosity);
        await builder.AddDeliberationAsync(cluster);
        var classroom = new ClassroomOptions();
        builder.Services.AddClassroom(options.Data is { } data ? classroom with { Data = Path.GetFullPath(data) } : classroom);
        await using var app = builder.Build();
        app.MapClassroom();
        await app.StartAsync(cluster, cancellationToken);
        foreach (var url in app.Urls)
        {
            Terminal.Results.WriteLine($"The classroom is open at {url}");
        }

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
}
