using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VotingSim.Testing;

/// <summary>Waiting for what a test cannot be told of: it is looked at every 10 ms.</summary>
public static class Wait
{
    /// <summary>Nothing that is waited for takes as long on any machine.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="otherwise">What to say when it does not come to hold within three minutes.</param>
    /// <exception cref="TimeoutException">It has not come to hold.</exception>
    public static async Task UntilAsync(Func<bool> condition, Func<string> otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); await Task.Delay(10))
        {
            if (clock.Elapsed > Longest)
            {
                throw new TimeoutException(otherwise());
            }
        }
    }

    /// <summary>Waits until a port of this machine takes connections.</summary>
    public static Task UntilListeningAsync(int port) => UntilAsync(
        () =>
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        },
        () => $"Nothing listens on port {port}.");
}
