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
        Map("/_framework/blazor.web.js", "blazor.web.js", "text/javascript");
        Map("/assets/classroom.js", "classroom.js", "text/javascript");
        Map("/assets/ballot.js", "ballot.js", "text/javascript");
        Map("/assets/connection.js", "connection.js", "text/javascript");
        Map("/assets/theme.js", "theme.js", "text/javascript");
        Map("/assets/classroom.css", "classroom.css", "text/css");
        Map("/assets/screen.css", "screen.css", "text/css");
        Map("/assets/dark.css", "dark.css", "text/css");
        Map("/favicon.svg", "favicon.svg", "image/svg+xml");

        void Map(string path, string name, string type)
        {
            var asset = Read(name);
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

    private static Asset Read(string name)
    {
        using var stream = typeof(EmbeddedAssets).Assembly.GetManifestResourceStream($"assets/{name}")!;
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
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
