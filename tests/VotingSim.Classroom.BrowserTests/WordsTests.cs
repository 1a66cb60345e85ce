using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>Texts in words, background and glossary, on a projector and on a small phone.</summary>
public class WordsTests(Classroom classroom)
{
    private const string Table = "/?crisis=myanmar-2021&rule=asean-qmv&seed=3&round=2";

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(320, 640)]
    public async Task A_text_stands_with_its_words_on_top_on_the_table_and_on_the_axis(int width, int height)
    {
        var page = await classroom.OpenAsync(Table, width, height);
        await page.ShowsRoundAsync(2);
        var words = (await page.Locator(".scale [data-words]").TextContentAsync())!.Trim();
        words.ShouldContain("“");
        await Expect(page.Locator(".news")).ToContainTextAsync("Round 2");
        await Expect(page.Locator(".text-on-table .in-words")).ToHaveTextAsync(words);
        await Expect(page.Locator(".scale-points li")).ToHaveCountAsync(6);
        await Expect(page.Locator("[data-happened]")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        if (width > 1000)
        {
            await Expect(page.Locator("[data-code=IDN] .full-name")).ToContainTextAsync("Indonesia, ");
        }

        await page.Locator("[data-background] summary").ClickAsync();
        await Expect(page.Locator("[data-background]")).ToContainTextAsync("On 1 February 2021");
        await Expect(page.Locator("[data-background] .sources li")).ToHaveCountAsync(2);

        // Only when the deliberation has ended.
        await page.GotoAsync(Table.Replace("round=2", "round=200", StringComparison.Ordinal));
        await Expect(page.Locator("[data-happened]")).ToContainTextAsync("adopted by consent on day 82");
    }

    [Fact]
    public async Task A_word_is_explained_by_tap_and_by_key_and_the_note_goes_by_escape()
    {
        var page = await classroom.OpenAsync(Table, 390, 844);
        var note = page.Locator("#term-pivotal");
        await Expect(note).ToBeHiddenAsync();
        await page.Locator("button.term[popovertarget=term-pivotal]").First.ClickAsync();
        await Expect(note).ToContainTextAsync("alone makes the difference");
        await page.Keyboard.PressAsync("Escape");
        await Expect(note).ToBeHiddenAsync();

        await page.Locator("[data-action=glossary]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#glossary dt")).ToHaveCountAsync(18);
        await Expect(page.Locator("#glossary")).ToBeVisibleAsync();
        (await page.RunAxe()).Violations.Select(violation => violation.Id).ShouldBeEmpty();
    }
}
