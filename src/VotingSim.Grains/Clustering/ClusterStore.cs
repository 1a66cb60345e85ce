using Npgsql;
using StackExchange.Redis;

namespace VotingSim.Grains.Clustering;

/// <summary>Where the silos of a cluster find one another: a Redis server or a PostgreSQL database.</summary>
/// <remarks>As text it never shows a password: it can be logged, and written into a command that is printed.</remarks>
public abstract class ClusterStore
{
    private ClusterStore(Uri address)
    {
        var user = Uri.UnescapeDataString(address.UserInfo.Split(':')[0]);
        var hasPassword = address.UserInfo.Contains(':', StringComparison.Ordinal);
        var credentials = $"{user}{(hasPassword ? ":***" : "")}{(user.Length > 0 || hasPassword ? "@" : "")}";
        Text = $"{address.Scheme}://{credentials}{address.Authority.Split('@')[^1]}{address.AbsolutePath.TrimEnd('/')}";
        IsOnThisMachine = address.IsLoopback;
    }

    /// <summary>Whether the store is reached by the loopback address, and so serves this machine alone.</summary>
    public bool IsOnThisMachine { get; }

    private string Text { get; }

    /// <summary>Reads a connection: <c>redis://[user:password@]host[:port][/database]</c>, <c>rediss://</c> for TLS, or
    /// <c>postgres://user:password@host[:port]/database[?option=value]</c>.</summary>
    /// <exception cref="FormatException">It is neither; the message says what was expected and shows no password.</exception>
    public static ClusterStore Parse(string connection)
    {
        if (!Uri.TryCreate(connection, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            throw new FormatException(
                "The cluster's connection is not an address; "
                + "expected redis://host:6379 or postgres://user:password@host:5432/database.");
        }

        return address.Scheme switch
        {
            "redis" or "rediss" => new Redis(address),
            "postgres" or "postgresql" => new PostgreSql(address),
            _ => throw new FormatException($"'{address.Scheme}' is no kind of store that a cluster can use; expected redis, rediss or postgres."),
        };
    }

    /// <summary>The address, without its password.</summary>
    public override string ToString() => Text;

    private static (string User, string Password) CredentialsOf(Uri address)
    {
        var parts = address.UserInfo.Split(':', 2);
        return (Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    /// <summary>A Redis server. It must write its data to disk, or a restart of it loses the cluster.</summary>
    public sealed class Redis : ClusterStore
    {
        internal Redis(Uri address)
            : base(address)
        {
            var (user, password) = CredentialsOf(address);
            var database = address.AbsolutePath.Trim('/');
            if (database.Length > 0 && !int.TryParse(database, out _))
            {
                throw new FormatException($"'{database}' is no database of Redis; expected a number, as in redis://host:6379/0.");
            }

            Options = new ConfigurationOptions
            {
                EndPoints = { { address.Host, address.IsDefaultPort || address.Port < 0 ? 6379 : address.Port } },
                User = user.Length > 0 ? user : null,
                Password = password.Length > 0 ? password : null,
                Ssl = address.Scheme == "rediss",
                DefaultDatabase = database.Length > 0 ? int.Parse(database, System.Globalization.CultureInfo.InvariantCulture) : null,
                AbortOnConnectFail = false, // a store that restarts is waited for
            };
        }

        /// <summary>How to connect to it.</summary>
        internal ConfigurationOptions Options { get; }
    }

    /// <summary>A PostgreSQL database with the tables of <see cref="PostgreSqlSchema"/>.</summary>
    public sealed class PostgreSql : ClusterStore
    {
        internal PostgreSql(Uri address)
            : base(address)
        {
            var (user, password) = CredentialsOf(address);
            var database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/'));
            if (user.Length == 0 || database.Length == 0)
            {
                throw new FormatException(
                    $"'{this}' names no {(user.Length == 0 ? "user" : "database")}; "
                    + "expected postgres://user:password@host:5432/database.");
            }

            var builder = new NpgsqlConnectionStringBuilder
            {
                Host = address.Host,
                Port = address.Port < 0 ? 5432 : address.Port,
                Username = user,
                Password = password,
                Database = database,
            };
            foreach (var option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = option.Split('=', 2);
                try
                {
                    builder[Uri.UnescapeDataString(parts[0])] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
                }
                catch (Exception e) when (e is ArgumentException or KeyNotFoundException)
                {
                    throw new FormatException($"'{parts[0]}' is no option of a PostgreSQL connection, or its value is not one of its own.", e);
                }
            }

            ConnectionString = builder.ConnectionString;
        }

        /// <summary>The connection string of the driver, with its password.</summary>
        internal string ConnectionString { get; }
    }
}
