using System.Net;
using System.Net.Sockets;

namespace VotingSim.Cluster.Tests;

/// <summary>A way between two addresses that the test can cut, as a network is cut: what is sent is neither refused nor delivered.</summary>
internal sealed class TcpProxy : IDisposable
{
    private readonly TcpListener _listener;
    private readonly IPEndPoint _to;
    private readonly CancellationTokenSource _end = new();
    private volatile TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TcpProxy(IPEndPoint from, IPEndPoint to)
    {
        _to = to;
        _open.SetResult();
        _listener = new(from);
        _listener.Start();
        _ = AcceptAsync();
    }

    public void Cut() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => _open.TrySetResult();

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private async Task ForwardAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            try
            {
                await _open.Task.WaitAsync(_end.Token);
                await far.ConnectAsync(_to, _end.Token);
                await Task.WhenAny(PumpAsync(near.GetStream(), far.GetStream()), PumpAsync(far.GetStream(), near.GetStream()));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // one side has gone
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, _end.Token)) > 0)
            {
                await _open.Task.WaitAsync(_end.Token);
                await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // one side has gone
        }
    }
}
