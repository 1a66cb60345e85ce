using System.Data.Common;
using StackExchange.Redis;

namespace VotingSim.Grains.Clustering;

/// <summary>Finds out whether a store can be used, before anybody waits for it.</summary>
public static class StoreCheck
{
    private const int LongestWait = 5000; // milliseconds

    /// <summary>Connects to a store as silos and clients do.</summary>
    /// <returns>Whether it is ready: false for a PostgreSQL database without the tables of a cluster.</returns>
    /// <exception cref="StoreException">It does not answer, or refuses.</exception>
    public static async Task<bool> IsReadyAsync(ClusterStore store, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        switch (store)
        {
            case ClusterStore.Redis redis:
                await ConnectAsync(redis);
                return true;
            case ClusterStore.PostgreSql database:
                try
                {
                    return await PostgreSqlSchema.ExistsAsync(database, cancellation);
                }
                catch (DbException e)
                {
                    // Classes of PostgreSQL's codes: 28 the user or the password is wrong, 3D there is no such database, 42 not permitted.
                    var isRefused = e.SqlState is { Length: 5 } state && state[..2] is "28" or "3D" or "42";
                    throw new StoreException(
                        $"The store at {store} {(isRefused ? "refuses" : "does not answer")}: {e.Message}", mayPass: !isRefused, e);
                }

            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task ConnectAsync(ClusterStore.Redis store)
    {
        var options = store.Options.Clone();
        options.AbortOnConnectFail = true;
        options.ConnectRetry = 1;
        options.ConnectTimeout = LongestWait;
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(options);
            await connection.GetDatabase().PingAsync();
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            var reason = Innermost(e);
            var isRefused = e is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure } || e is RedisServerException
                || reason is RedisServerException || reason.Message.Contains("NOAUTH", StringComparison.Ordinal)
                || reason.Message.Contains("WRONGPASS", StringComparison.Ordinal);
            throw new StoreException(
                isRefused ? $"The store at {store} refuses the user or the password: {FirstLine(reason)}"
                    : $"The store at {store} does not answer: {FirstLine(reason)}",
                mayPass: !isRefused,
                e);
        }
    }

    private static Exception Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner)
        {
            fault = inner;
        }

        return fault;
    }

    private static string FirstLine(Exception fault) => fault.Message.Split('\n')[0].Trim();
}

/// <summary>The store of a cluster cannot be used; the message shows no password.</summary>
/// <param name="message">Which store, and why.</param>
/// <param name="mayPass">Whether it may go better in a while: it does not answer, but has not refused either.</param>
/// <param name="inner">What the driver said.</param>
public sealed class StoreException(string message, bool mayPass, Exception inner) : Exception(message, inner)
{
    /// <summary>Whether it may go better in a while.</summary>
    public bool MayPass => mayPass;
}
