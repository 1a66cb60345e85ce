using System.Data.Common;
using VotingSim.Grains.Clustering;

namespace VotingSim.Cli;

/// <summary>A cluster, as the command line names it.</summary>
/// <param name="Store">Where its silos find one another.</param>
/// <param name="Given">How it was given, without a password: what a printed command says.</param>
/// <param name="Patience">How long no silo may answer before the command gives up.</param>
internal sealed record ClusterOptions(ClusterStore Store, string Given, TimeSpan Patience);

/// <summary>The option <c>--cluster</c>.</summary>
internal static class ClusterConnection
{
    public const string Description =
        "A cluster: redis://[user:password@]host:6379, postgres://user:password@host:5432/database, or @FILE, a file with one of them, so that no "
            + "password is on the command line.";

    /// <summary>The cluster of a command; null where none was given.</summary>
    /// <exception cref="BadInputException">It is no connection, or its file cannot be read.</exception>
    public static ClusterOptions? Of(string? given, int patience) =>
        given is not null && Read(given) is var store ? new(store, Printable(given, store), TimeSpan.FromSeconds(patience)) : null;

    /// <exception cref="BadInputException">It is no connection, or its file cannot be read.</exception>
    public static ClusterStore Read(string given)
    {
        try
        {
            return ClusterStore.Parse(given.StartsWith('@') ? File.ReadAllText(given[1..]).Trim() : given);
        }
        catch (FormatException e)
        {
            throw new BadInputException($"--cluster: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--cluster: the file '{given[1..]}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The connection as it may be printed.</summary>
    public static string Printable(string given, ClusterStore store) => given.StartsWith('@') ? given : store.ToString();

    /// <exception cref="FailedException">The store does not answer, or lacks its tables.</exception>
    public static async Task CheckAsync(ClusterStore store)
    {
        if (store is not ClusterStore.PostgreSql database)
        {
            return;
        }

        try
        {
            if (!await PostgreSqlSchema.ExistsAsync(database))
            {
                throw new FailedException($"The database at {store} has no tables of a cluster yet. Create them: votingsim cluster init --cluster "
                    + $"{store}");
            }
        }
        catch (DbException e)
        {
            throw new FailedException($"The store at {store} does not answer: {e.Message}", mayPass: true);
        }
    }
}
