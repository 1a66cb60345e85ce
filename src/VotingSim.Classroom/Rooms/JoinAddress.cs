using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace VotingSim.Classroom.Rooms;

/// <summary>The addresses by which phones reach this server.</summary>
public static class JoinAddress
{
    /// <summary>The addresses, the likeliest first: the one that the teacher's own browser used, unless that names only the machine itself.</summary>
    /// <param name="used">The address of the teacher's page.</param>
    /// <param name="server">The server.</param>
    /// <param name="hosts">Names under which it was told to answer: they go before addresses.</param>
    public static IReadOnlyList<string> Of(Uri used, IServer server, IReadOnlyList<string>? hosts = null)
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        string[] named = [.. (hosts ?? []).Select(host => new UriBuilder(used.Scheme, host, used.Port).Uri.GetLeftPart(UriPartial.Authority))];
        string[] open = !used.IsLoopback ? []
            : listening.Any(IsWildcard) ? [.. named, .. OfThisMachine().Select(address => $"{used.Scheme}://{address}:{used.Port}")]
            : [.. named, .. listening.Select(address => new Uri(address)).Where(address => !address.IsLoopback)
                .Select(address => address.GetLeftPart(UriPartial.Authority))];
        return open.Length > 0 ? open : [used.GetLeftPart(UriPartial.Authority)];
    }

    /// <summary>Whether phones cannot get there.</summary>
    public static bool IsThisMachineOnly(string address) => new Uri(address).IsLoopback;

    private static bool IsWildcard(string address) =>
        address.Contains("://+", StringComparison.Ordinal) || address.Contains("://*", StringComparison.Ordinal)
        || address.Contains("0.0.0.0", StringComparison.Ordinal) || address.Contains("[::]", StringComparison.Ordinal);

    /// <summary>The addresses of this machine in its networks.</summary>
    public static IEnumerable<IPAddress> OfThisMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses.Select(unicast => unicast.Address))
        .Where(address => address.AddressFamily == AddressFamily.InterNetwork);
}
