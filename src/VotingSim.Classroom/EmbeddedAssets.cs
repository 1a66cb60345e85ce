using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace VotingSim.Classroom;

/// <summary>Style, script and icon, served from inside the assembly, so that they are there however the command is started.</summary>
internal static class EmbeddedAssets
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        Map("/_framework/blazor.web.js", "text/javascript", "blazor.web.js");
        Map("/assets/classroom.js", "text/javascript", "classroom.js");
        Map("/assets/ballot.js", "text/javascript", "ballot.js");
        Map("/assets/connection.js", "text/javascript", "connection.js");
        Map("/assets/theme.js", "text/javascript", "theme.js");
        Map("/assets/classroom.css", "text/css", "light.css", "classroom.css");
        Map("/assets/screen.css", "text/css", "screen.css");
        Map("/assets/dark.css", "text/css", "dark.css");
        Map("/favicon.svg", "image/svg+xml", "favicon.svg");

        void Map(string path, string type, params string[] names)
        {
            var asset = Read(names);
            routes.MapGet(path, (HttpContext context) => Send(context, asset, type));
        }
    }

    private static IResult Send(HttpContext context, Asset asset, string type)
    {
        context.Response.Headers.CacheControl = "no-cache"; // kept, but asked about: a new version shows at once
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var compresses = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (compresses)
        {
            context.Response.Headers.ContentEncoding = "gzip";
        }

        return Results.Bytes(compresses ? asset.Compressed : asset.Plain, type, entityTag: new($"\"{asset.Hash}{(compresses ? "-gzip" : "")}\""));
    }

    // One after another.
    private static Asset Read(string[] names)
    {
        using var plain = new MemoryStream();
        foreach (var name in names)
        {
            using var stream = typeof(EmbeddedAssets).Assembly.GetManifestResourceStream($"assets/{name}")!;
            stream.CopyTo(plain);
        }

        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(plain.GetBuffer(), 0, (int)plain.Length);
        }

        var bytes = plain.ToArray();
        return new(bytes, compressed.ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }

    private sealed record Asset(byte[] Plain, byte[] Compressed, string Hash);
}
