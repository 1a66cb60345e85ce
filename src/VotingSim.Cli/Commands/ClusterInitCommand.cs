using System.Data.Common;
using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Grains.Clustering;

namespace VotingSim.Cli.Commands;

internal sealed class ClusterInitCommand : AsyncCommand<ClusterInitCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandOption("--cluster <CONNECTION>", isRequired: true), Description(ClusterConnection.Description)]
        public required string Cluster { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var store = ClusterConnection.Read(options.Cluster);
        if (store is not ClusterStore.PostgreSql database)
        {
            await ClusterConnection.CheckAsync(store, ClusterConnection.Printable(options.Cluster, store), cancellationToken);
            Terminal.Results.WriteLine($"{store} needs no preparation: silos can join.");
            return ExitCode.Done;
        }

        try
        {
            await PostgreSqlSchema.CreateAsync(database, cancellationToken);
        }
        catch (DbException e)
        {
            throw new FailedException($"The tables could not be created at {store}: {e.Message}");
        }

        Terminal.Results.WriteLine($"{store} is ready: silos can join.");
        return ExitCode.Done;
    }
}
