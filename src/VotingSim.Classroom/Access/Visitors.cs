using System.Net;
using Microsoft.AspNetCore.Http;

namespace VotingSim.Classroom.Access;

/// <summary>Tells who asks.</summary>
public sealed class Visitors(AccessOptions options, HostKey key)
{
    /// <summary>The cookie that tells browsers behind one address apart. It opens nothing.</summary>
    public const string PersonCookie = "votingsim-person";

    private const int LongestPerson = 64;

    // Whoever sends one of these is not at this machine: somebody stands between.
    private static readonly string[] Forwarding = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"];

    /// <summary>Who sent a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="shownKey">A host key that was shown otherwise than by the cookie.</param>
    /// <param name="connection">What tells a program apart that keeps no cookies.</param>
    public Visitor Of(HttpContext? context, string? shownKey = null, string? connection = null)
    {
        if (context is null)
        {
            return Visitor.Unknown;
        }

        var cookies = context.Request.Cookies;
        var isHost = IsHere(context) || key.Is(shownKey) || key.Is(cookies[HostKey.Cookie]);
        var kept = context.Items[PersonCookie] as string ?? cookies[PersonCookie]; // at the first visit it is on its way to the browser only
        var person = kept is { Length: > 0 and <= LongestPerson } ? kept : connection ?? "unknown";
        return new(AddressOf(context.Connection.RemoteIpAddress), person, isHost, isHost || options.IsOpen);
    }

    /// <summary>Where somebody comes from. Whoever changes the address within a network of version 6 is the same.</summary>
    public static string AddressOf(IPAddress? given)
    {
        if (given is null)
        {
            return Visitor.Unknown.Address;
        }

        var address = given.IsIPv4MappedToIPv6 ? given.MapToIPv4() : given;
        return IPAddress.IsLoopback(address) ? Visitor.Here
            : address.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexStringLower(bytes.AsSpan(0, 8))
            : address.ToString();
    }

    // By a loopback address, or by an address of its own.
    private bool IsHere(HttpContext context) => !options.IsBehindProxy
        && context.Connection.RemoteIpAddress is { } remote
        && (AddressOf(remote) == Visitor.Here || remote.Equals(context.Connection.LocalIpAddress))
        && !Forwarding.Any(context.Request.Headers.ContainsKey);
}
