using System.Net;
using Microsoft.AspNetCore.Http;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// Where a request comes from, so that wrong codes can be counted: an address, or of version 6 the network that a household or a school
/// has.
/// </summary>
public static class Visitor
{
    /// <summary>Somebody at the machine of the server itself.</summary>
    public const string Here = "here";

    /// <summary>Where a request comes from.</summary>
    public static string Of(HttpContext? context)
    {
        if (context?.Connection.RemoteIpAddress is not { } given)
        {
            return "unknown";
        }

        var address = given.IsIPv4MappedToIPv6 ? given.MapToIPv4() : given;
        return IPAddress.IsLoopback(address) ? Here
            : address.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexStringLower(bytes.AsSpan(0, 8))
            : address.ToString();
    }
}
