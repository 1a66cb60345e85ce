namespace VotingSim.Cluster.Tests.Servers;

/// <summary>A server that a cluster finds itself by, with data in a folder of its own, started and stopped by the tests.</summary>
internal interface IStoreServer : IAsyncDisposable
{
    /// <summary>What follows <c>--cluster</c>.</summary>
    string Connection { get; }

    /// <summary>A secret that is part of the connection.</summary>
    string Password { get; }

    /// <summary>Stops and starts it again, as an administrator would, with its data.</summary>
    Task RestartAsync();
}
