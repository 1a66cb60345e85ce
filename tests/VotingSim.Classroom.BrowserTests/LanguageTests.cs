using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>The classroom in a language that is one file of the user's, in which every text is marked: what is not told in it shows.</summary>
public class LanguageTests(Classroom classroom)
{
    // What no language changes: codes, names of people and things of the machine, units.
    private static readonly Regex Unchanged = new(
        @"^(VotingSim|QR|URL|UTC|YAML|HTML|PDF|[A-Z]{3}|[A-HJ-NP-Z2-9]{3}|[A-HJ-NP-Z2-9]{6}|n|s|x|×|eo|Mo|https?://\S*|[\w./-]+\.(html|yaml|json|md)|[a-z0-9]+(-[a-z0-9]+)+)$",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData("/?crisis=myanmar-2021&rule=asean-qmv&round=2")]
    [InlineData("/?crisis=payment-systems&rule=asean-minus-x&round=1")]
    [InlineData("/compare?crisis=pandemic&rule=consensus&rule=asean-qmv")]
    [InlineData("/calculator")]
    [InlineData("/calculator?rule=eu-lisbon&members=eu-27")]
    [InlineData("/results")]
    [InlineData("/teach")]
    [InlineData("/join")]
    [InlineData("/unknown-page")]
    public async Task Every_text_of_a_page_is_told_in_the_language(string path)
    {
        var page = await classroom.OpenAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=eo");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await ShouldBeMarkedAsync(page);
    }

    [Fact]
    public async Task Every_text_of_a_room_its_wall_its_phones_and_its_debrief_is_told_in_the_language()
    {
        var teacher = await classroom.OpenAsync("/teach?lang=eo", 1280, 1000);
        var code = await RoomTests.OpenDoubleAsync(teacher);
        var wall = await classroom.OpenAsync($"/screen/{code}?lang=eo", 1280, 720);
        var phone = await classroom.OpenAsync($"/join?code={code}&lang=eo", 390, 844);
        await phone.Locator("[name=name]").FillAsync("Mo");
        await phone.ClickAsync("[data-action=enter]");
        await ShouldBeMarkedAsync(phone);
        await phone.ClickAsync("[data-sit=MMR]");
        await phone.ClickAsync(".guess > summary");
        await ShouldBeMarkedAsync(teacher, wall, phone);

        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(phone.Locator("[data-action=cast]")).ToHaveCountAsync(1);
        await phone.ClickAsync(".ballot-buttons [data-ballot=O]");
        await ShouldBeMarkedAsync(teacher, wall, phone);
        await phone.ClickAsync("[data-action=cast]");
        await Expect(teacher.Locator(".news")).ToHaveAttributeAsync("data-phase", "Reading");
        await ShouldBeMarkedAsync(teacher, wall, phone);
        await teacher.ClickAsync("[data-action=open-round]");
        await RoomTests.VoteAsync(phone, 'O');
        await Expect(teacher.Locator("[data-action=again]")).ToHaveCountAsync(1);
        await ShouldBeMarkedAsync(teacher, wall, phone);

        await teacher.ClickAsync("[data-action=again]");
        await ShouldBeMarkedAsync(teacher, wall, phone);
        await teacher.ClickAsync("[data-action=open-round]");
        await RoomTests.VoteAsync(phone, 'O');
        await Expect(teacher.Locator("[data-call=vote]")).ToHaveCountAsync(1);
        await ShouldBeMarkedAsync(teacher, wall, phone);
        await teacher.ClickAsync("[data-call=vote]");
        await phone.ClickAsync("a[href^='/debrief/']");
        await Expect(phone.Locator("[data-sessions]")).ToHaveCountAsync(1);
        await ShouldBeMarkedAsync(teacher, wall, phone);
    }

    [Fact]
    public async Task The_language_is_chosen_at_the_foot_of_a_page_stays_chosen_and_says_who_has_read_it()
    {
        var page = await classroom.OpenAsync("/calculator?rule=asean-qmv");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.ClickAsync(".colophon [hreflang=vi]");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
        await page.HasAddressAsync("rule=asean-qmv");
        await Expect(page.Locator(".colophon [aria-current]")).ToHaveTextAsync("Tiếng Việt");
        await Expect(page.Locator(".colophon")).ToContainTextAsync("not yet been read by a native speaker");
        await RoomTests.ShouldBeAccessibleAsync(page);
        await page.GotoAsync("/join");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "vi");
    }

    private static async Task ShouldBeMarkedAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            var words = await page.EvaluateAsync<string[]>("""
                () => {
                    const bare = [];
                    const outside = text => {
                        let depth = 0;
                        return [...text].map(letter => (depth += letter === "⟦", depth -= letter === "⟧", depth > 0 || letter === "⟧" ? " " : letter)).join("");
                    };
                    let whole = "";
                    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT, node =>
                        node.parentElement.closest("script, style, noscript, code, [data-code-of-room], [translate=no], [lang]:not(html), template")
                            ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
                    while (walker.nextNode()) {
                        whole += walker.currentNode.data + " ";
                    }
                    bare.push(...outside(whole).split(/[\s,.;:()“”‘’·–—+%&/]+/));
                    for (const element of document.querySelectorAll("[title], [aria-label], [alt], [placeholder], [aria-valuetext]")) {
                        for (const name of ["title", "aria-label", "alt", "placeholder", "aria-valuetext"]) {
                            bare.push(...outside(element.getAttribute(name) ?? "").split(/[\s,.;:()“”‘’·–—+%&/]+/));
                        }
                    }
                    return bare;
                }
                """);
            words.Where(word => word.Any(char.IsLetter) && !Unchanged.IsMatch(word)).Distinct().ShouldBeEmpty(page.Url);
        }
    }
}
