using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>What stands on a page, held against a round of <c>replay</c>.</summary>
internal static class Screen
{
    /// <summary>Waits until the page shows a round.</summary>
    public static Task ShowsRoundAsync(this IPage page, int round) => Assertions.Expect(page.Locator($".news[data-round='{round}']")).ToBeAttachedAsync();

    /// <summary>Waits until the address holds a text. It is asked again and again: a page that goes on without loading anew may have gone on before
    /// anybody listened.</summary>
    public static Task HasAddressAsync(this IPage page, string part) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(part), RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>The part of the page shows exactly this round: text, opinions and ballots.</summary>
    public static async Task ShouldShowAsync(this ILocator part, JsonElement round)
    {
        (await NumbersAsync(part.Locator("[data-draft]"), "data-draft")).ShouldBe(Numbers(round.GetProperty("draft")));
        var members = round.GetProperty("members").EnumerateArray().ToArray();
        var issues = round.GetProperty("draft").GetArrayLength();
        for (var issue = 0; issue < issues; issue++)
        {
            (await NumbersAsync(part.Locator(".scale").Nth(issue).Locator("[data-opinion]"), "data-opinion"))
                .ShouldBe(members.Select(member => member.GetProperty("opinion")[issue].GetDouble()));
        }
    }

    /// <summary>The ballots around the table, a letter per seat.</summary>
    public static async Task<string> BallotsAsync(this IPage page) =>
        string.Concat(await page.Locator(".seat").EvaluateAllAsync<string[]>("seats => seats.map(seat => seat.dataset.ballot)"));

    /// <summary>The ballots of a round of replay, a letter per seat.</summary>
    public static string Ballots(JsonElement round) => string.Concat(round.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("ballot").GetString()));

    private static async Task<double[]> NumbersAsync(ILocator elements, string attribute) =>
        [.. (await elements.EvaluateAllAsync<string[]>($"all => all.map(one => one.getAttribute('{attribute}'))")).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];
}
