using System.Net;
using System.Net.NetworkInformation;
using Microsoft.AspNetCore.Http;

namespace VotingSim.Classroom.Access;

/// <summary>
/// The names under which the classroom answers: its own addresses and names, and those it was told. A page elsewhere whose name was made to
/// lead here is refused by it.
/// </summary>
public sealed class KnownHosts
{
    private readonly HashSet<string> _names;

    /// <summary>The names of this machine, and those of the options.</summary>
    public KnownHosts(AccessOptions options)
    {
        var machine = Dns.GetHostName();
        var domain = IPGlobalProperties.GetIPGlobalProperties().DomainName;
        string[] own = ["localhost", machine, $"{machine}.local", .. domain.Length > 0 ? new[] { $"{machine}.{domain}" } : []];
        _names = new(own.Concat(options.Hosts).Select(Plain), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a request names this machine.</summary>
    public bool Knows(HttpContext context)
    {
        var name = Plain(context.Request.Host.Host);
        return _names.Contains(name) || (IPAddress.TryParse(name, out var address) && IsOwn(address, context.Connection.LocalIpAddress));
    }

    /// <summary>Whether a request comes from a page of this classroom, or from no page at all.</summary>
    public static bool IsOwnOrigin(HttpRequest request) => request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    // The address at which the request arrived is one of this machine's, whatever network it is in now.
    private static bool IsOwn(IPAddress named, IPAddress? arrived) => IPAddress.IsLoopback(named)
        || (arrived is not null && Unmapped(named).Equals(Unmapped(arrived)));

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string Plain(string name) => name.Trim('[', ']').TrimEnd('.');
}
