using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR.Client;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>A scripted student or teacher, on the hub that any program can reach.</summary>
internal sealed class Client : IAsyncDisposable
{
    private readonly HubConnection _hub;

    public Client(HubConnection hub)
    {
        _hub = hub;
        hub.On<System.Text.Json.JsonElement>("view", view => Views.Enqueue(view.GetRawText()));
        hub.Closed += _ =>
        {
            Closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    /// <summary>Everything that the server has sent by itself, as it was sent.</summary>
    public ConcurrentQueue<string> Views { get; } = [];

    public TaskCompletionSource Closed { get; } = new();

    public Task StartAsync() => _hub.StartAsync();

    public Task<T> AskAsync<T>(string method, params object?[] arguments) => _hub.InvokeCoreAsync<T>(method, arguments);

    /// <summary>Does something; the sentence that refuses it, or null.</summary>
    public Task<string?> DoAsync(string method, params object?[] arguments) => AskAsync<string?>(method, arguments);

    public Task<Opened> OpenAsync(string rule = "unanimity", int seconds = 0) =>
        AskAsync<Opened>("Open", "myanmar-2021", "asean-10", rule, 1UL, 8, seconds);

    public Task<Entered> EnterAsync(string code, string name) => AskAsync<Entered>("Enter", code, name);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
