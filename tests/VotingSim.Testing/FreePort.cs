using System.Net;
using System.Net.Sockets;

namespace VotingSim.Testing;

/// <summary>Ports of this machine that nobody listens at.</summary>
public static class FreePort
{
    /// <summary>A port that was free a moment ago. Where a program can choose its own port (0), let it: nobody can come in between.</summary>
    public static int Next()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
