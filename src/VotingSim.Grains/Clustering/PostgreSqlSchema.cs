using Npgsql;

namespace VotingSim.Grains.Clustering;

/// <summary>The tables that a cluster keeps in PostgreSQL: who is a member of it, and the queries that Orleans asks for by name.</summary>
/// <remarks>
/// The membership protocol wants a version of the whole table that goes up with every change, and every change only where the version is
/// still the one that was read. One statement does both: the row is written only if the version's update found the expected one.
/// </remarks>
public static class PostgreSqlSchema
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS orleansquery (querykey varchar(64) PRIMARY KEY, querytext text NOT NULL);
        CREATE TABLE IF NOT EXISTS orleansmembershipversiontable (
            deploymentid varchar(150) PRIMARY KEY,
            version integer NOT NULL DEFAULT 0,
            timestamp timestamptz NOT NULL DEFAULT now());
        CREATE TABLE IF NOT EXISTS orleansmembershiptable (
            deploymentid varchar(150) NOT NULL REFERENCES orleansmembershipversiontable (deploymentid),
            address varchar(45) NOT NULL,
            port integer NOT NULL,
            generation integer NOT NULL,
            siloname varchar(150) NOT NULL,
            hostname varchar(150) NOT NULL,
            status integer NOT NULL,
            proxyport integer NOT NULL,
            suspecttimes text,
            starttime timestamptz NOT NULL,
            iamalivetime timestamptz NOT NULL,
            PRIMARY KEY (deploymentid, address, port, generation));
        """;

    private const string OneSilo = "m.deploymentid = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation";

    private const string Entry =
        "v.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, " +
        "m.siloname AS SiloName, m.hostname AS HostName, m.status AS Status, " +
        "m.proxyport AS ProxyPort, m.suspecttimes AS SuspectTimes, m.starttime AS StartTime, m.iamalivetime AS IAmAliveTime";

    private const string NextVersion =
        "UPDATE orleansmembershipversiontable SET version = version + 1, timestamp = now() " +
        "WHERE deploymentid = @DeploymentId AND version = @Version RETURNING deploymentid";

    // What Orleans asks for by name, in the parameters and columns that its relational clustering uses.
    private static readonly (string Key, string Text)[] Queries =
    [
        ("InsertMembershipVersionKey",
            "WITH added AS (INSERT INTO orleansmembershipversiontable (deploymentid) VALUES (@DeploymentId) " +
            "ON CONFLICT DO NOTHING RETURNING 1) SELECT EXISTS (SELECT FROM added)"),
        ("InsertMembershipKey",
            $"WITH next AS ({NextVersion} ), added AS (INSERT INTO orleansmembershiptable " +
            "(deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime) " +
            "SELECT deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime " +
            "FROM next RETURNING 1) SELECT EXISTS (SELECT FROM added)"),
        ("UpdateMembershipKey",
            $"WITH next AS ({NextVersion} ), changed AS (UPDATE orleansmembershiptable m " +
            "SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = @IAmAliveTime FROM next " +
            $"WHERE m.deploymentid = next.deploymentid AND {OneSilo} RETURNING 1) SELECT EXISTS (SELECT FROM changed)"),
        ("UpdateIAmAlivetimeKey", $"UPDATE orleansmembershiptable m SET iamalivetime = @IAmAliveTime WHERE {OneSilo}"),
        ("MembershipReadRowKey",
            $"SELECT {Entry} FROM orleansmembershipversiontable v " +
            $"LEFT JOIN orleansmembershiptable m ON {OneSilo} WHERE v.deploymentid = @DeploymentId"),
        ("MembershipReadAllKey",
            $"SELECT {Entry} FROM orleansmembershipversiontable v " +
            "LEFT JOIN orleansmembershiptable m ON m.deploymentid = v.deploymentid WHERE v.deploymentid = @DeploymentId"),
        ("GatewaysQueryKey",
            "SELECT address AS Address, proxyport AS ProxyPort, generation AS Generation FROM orleansmembershiptable " +
            "WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0"),
        ("DeleteMembershipTableEntriesKey",
            "WITH members AS (DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId) " +
            "DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId"),
        ("CleanupDefunctSiloEntriesKey",
            "DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId AND status = 6 AND iamalivetime < @IAmAliveTime"),
        ("CleanupDefunctSiloEntryKey",
            $"DELETE FROM orleansmembershiptable m WHERE {OneSilo} AND status = 6 " +
            "AND starttime = @StartTime AND iamalivetime = @IAmAliveTime AND suspecttimes IS NOT DISTINCT FROM @SuspectTimes"),
    ];

    /// <summary>Creates what is missing, and brings the queries up to date. Does no harm to a cluster that is at work.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, or does not allow it.</exception>
    public static async Task CreateAsync(ClusterStore.PostgreSql store, CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        // Two that create the tables at once would both find them missing.
        await using (var tables = new NpgsqlCommand(
            "SELECT pg_advisory_xact_lock(hashtext('votingsim-cluster-init')); " + Tables, connection, transaction))
        {
            await tables.ExecuteNonQueryAsync(cancellation);
        }

        foreach (var (key, text) in Queries)
        {
            await using var query = new NpgsqlCommand(
                "INSERT INTO orleansquery (querykey, querytext) VALUES ($1, $2) ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext",
                connection,
                transaction)
            {
                Parameters = { new() { Value = key }, new() { Value = text } },
            };
            await query.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Whether the tables are there.</summary>
    /// <exception cref="NpgsqlException">The database does not answer, or does not allow it.</exception>
    public static async Task<bool> ExistsAsync(ClusterStore.PostgreSql store, CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT to_regclass('orleansquery') IS NOT NULL", connection);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
