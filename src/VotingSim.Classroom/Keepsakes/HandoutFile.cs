using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Pages;

namespace VotingSim.Classroom.Keepsakes;

/// <summary>A handout as one page for A4 that needs nothing else, in the language of whoever asks. The same handout gives the same bytes.</summary>
public static partial class HandoutFile
{
    /// <summary>What stands in the page until its policy is known.</summary>
    internal const string PolicyGoesHere = "policy-goes-here";

    /// <summary>The style of the classroom, by day, and what paper needs beside.</summary>
    internal static string Style { get; } =
        KeepsakeFile.Read("light.css") + KeepsakeFile.Read("classroom.css") + KeepsakeFile.Read("handout.css");

    /// <summary>The page.</summary>
    /// <param name="handout">What it holds.</param>
    /// <param name="library">The words of crises.</param>
    public static async Task<byte[]> WriteAsync(Handout handout, CrisisLibrary library)
    {
        await using var services = new ServiceCollection().AddSingleton(library).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var text = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(HandoutDocument.Handout)] = handout });
            return (await renderer.RenderComponentAsync<HandoutDocument>(parameters)).ToHtmlString();
        });
        text = text.ReplaceLineEndings("\n");
        var policy = HtmlEncoder.Default.Encode(PolicyOf(text));
        return Encoding.UTF8.GetBytes(text.Replace($"\"{PolicyGoesHere}\"", $"\"{policy}\"", StringComparison.Ordinal));
    }

    // Places on scales are styles of their elements: the policy names each of them too, and lets in no other.
    private static string PolicyOf(string page)
    {
        var places = StyleOfElement().Matches(page).Select(style => WebUtility.HtmlDecode(style.Groups["style"].Value))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(style => $" '{KeepsakeFile.HashOf(style)}'");
        return $"default-src 'none'; style-src-elem '{KeepsakeFile.HashOf(Style)}'; style-src-attr 'unsafe-hashes'{string.Concat(places)}; "
            + "base-uri 'none'; form-action 'none'";
    }

    [GeneratedRegex("<[^<>]* style=\"(?<style>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex StyleOfElement();
}
