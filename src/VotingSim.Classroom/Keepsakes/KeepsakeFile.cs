using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace VotingSim.Classroom.Keepsakes;

/// <summary>
/// A keepsake as one file that needs nothing else: style and script are in it, it asks nobody for anything, and it holds all rounds
/// also where no script runs. The same keepsake gives the same bytes.
/// </summary>
public static class KeepsakeFile
{
    /// <summary>Style and script, and the policy that lets in these two and nothing else.</summary>
    internal static (string Style, string Script, string Policy) Parts { get; } = ReadParts();

    /// <summary>The file.</summary>
    public static async Task<byte[]> WriteAsync(Keepsake keepsake)
    {
        await using var none = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(none, NullLoggerFactory.Instance);
        var text = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(KeepsakeDocument.Keepsake)] = keepsake });
            return (await renderer.RenderComponentAsync<KeepsakeDocument>(parameters)).ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
    }

    private static (string Style, string Script, string Policy) ReadParts()
    {
        var dark = $"@media screen and (prefers-color-scheme: dark) {{\n{Read("dark.css")}}}\n";
        var (style, script) = (Read("light.css") + dark + Read("keepsake.css"), Read("keepsake.js"));
        return (style, script,
            $"default-src 'none'; style-src '{HashOf(style)}'; script-src '{HashOf(script)}'; base-uri 'none'; form-action 'none'");
    }

    /// <summary>How a policy names a style or a script.</summary>
    internal static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>An asset as text.</summary>
    internal static string Read(string name)
    {
        using var reader = new StreamReader(typeof(KeepsakeFile).Assembly.GetManifestResourceStream($"assets/{name}")!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
