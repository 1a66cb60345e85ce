namespace VotingSim.Cluster.Tests.Servers;

/// <summary>A PostgreSQL server. It refuses to run as root, who hands it to the user that its package makes.</summary>
internal sealed class PostgreSqlServer : IStoreServer
{
    private readonly TemporaryFolder _folder = new("postgres");
    private readonly int _port = FreePort.Next();
    private readonly string _programs;

    private PostgreSqlServer(string programs) => _programs = programs;

    public string Password => "p0stgres-s3cret";

    public string Connection => $"postgres://votingsim:{Password}@127.0.0.1:{_port}/postgres?Timeout=5&Pooling=true";

    private string Data => _folder.In("data");

    public static async Task<PostgreSqlServer> StartAsync()
    {
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [];
        var initdb = InstalledProgram.Find("initdb", installed);
        Assert.SkipWhen(initdb is null, "PostgreSQL is not installed: apt-get install postgresql");
        var server = new PostgreSqlServer(Path.GetDirectoryName(initdb)!);
        var secret = server._folder.In("password");
        await File.WriteAllTextAsync(secret, server.Password);
        if (Environment.IsPrivilegedProcess)
        {
            await InstalledProgram.RunAsync("chown", "-R", "postgres", server._folder.Path);
        }

        await server.RunAsync("initdb", "--pgdata", server.Data, "--username", "votingsim", "--pwfile", secret, "--auth", "scram-sha-256", "--no-sync");
        await server.BeginAsync();
        return server;
    }

    public async Task RestartAsync()
    {
        await EndAsync();
        await BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _folder.Dispose();
    }

    private Task BeginAsync() => RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--log", _folder.In("log"), "--options", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder.Path}", "start");

    private Task EndAsync() => RunAsync("pg_ctl", "--pgdata", Data, "--wait", "--mode", "immediate", "stop");

    private Task RunAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? InstalledProgram.RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_programs, program), .. arguments])
        : InstalledProgram.RunAsync(Path.Combine(_programs, program), arguments);
}
