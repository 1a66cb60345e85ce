using VotingSim.Cluster.Tests.Servers;

namespace VotingSim.Cluster.Tests;

/// <summary>Silo processes on a store, all of which end with the test.</summary>
internal sealed class ClusterOfSilos(IStoreServer store, string folder) : IAsyncDisposable
{
    private static readonly string[] Anywhere = ["--silo-port", "0", "--gateway-port", "0"];

    private readonly List<VotingSimProcess> _silos = [];

    public string[] Option => ["--cluster", store.Connection];

    public IStoreServer Store => store;

    public static async Task<ClusterOfSilos> StartAsync(string kind, string folder, int silos)
    {
        IStoreServer store = kind switch
        {
            "redis" => await RedisServer.StartAsync(),
            "postgres" => await PostgreSqlServer.StartAsync(),
            _ => throw new ArgumentException(kind, nameof(kind)),
        };
        var cluster = new ClusterOfSilos(store, folder);
        try
        {
            using (var init = VotingSimProcess.Start(folder, ["cluster", "init", .. cluster.Option]))
            {
                (await init.EndAsync()).ShouldBe(0, init.Said);
            }

            var started = Enumerable.Range(0, silos).Select(_ => cluster.Begin()).ToArray();
            foreach (var silo in started)
            {
                await silo.SaysAsync("takes part");
            }

            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more silo, without waiting for it.</summary>
    public VotingSimProcess Begin(params string[] more)
    {
        var silo = VotingSimProcess.Start(folder, ["silo", .. Option, .. more.Contains("--silo-port") ? [] : Anywhere, .. more]);
        _silos.Add(silo);
        return silo;
    }

    public VotingSimProcess this[int index] => _silos[index];

    public IReadOnlyList<VotingSimProcess> Silos => _silos;

    public async ValueTask DisposeAsync()
    {
        _silos.ForEach(silo => silo.Dispose());
        await store.DisposeAsync();
    }
}
