using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>The screen for the wall, the teacher's phone beside it, and the classroom in the dark.</summary>
public class WallTests(Classroom classroom)
{
    private static readonly (int Width, int Height)[] Projectors = [(1280, 720), (1920, 1080), (3840, 2160)];

    // Every text that is seen: how large it is as a share of the height of the window, and whether it is within the window.
    private const string Texts = """
        () => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const found = [];
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const element = node.parentElement;
                if (!node.textContent.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, script, noscript, .skip')) { continue; }
                const range = document.createRange();
                range.selectNodeContents(node);
                const isWithin = [...range.getClientRects()].every(r => r.left > -1 && r.top > -1 && r.right < innerWidth + 1 && r.bottom < innerHeight + 1);
                found.push([node.textContent.trim(), parseFloat(getComputedStyle(element).fontSize) / innerHeight, isWithin ? 1 : 0]);
            }
            return found;
        }
        """;

    [Fact]
    public async Task A_session_is_on_the_wall_in_one_view_and_in_the_teachers_hand()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=asean-qmv");
        await teacher.SetViewportSizeAsync(390, 844);
        (await teacher.Locator("[data-action=screen]").GetAttributeAsync("href")).ShouldBe($"/screen/{code}");
        var wall = await classroom.OpenAsync($"/screen/{code}", 1280, 720); // a browser without any key
        await Expect(wall.Locator("[data-code-of-room]")).ToHaveTextAsync($"{code[..3]} {code[3..]}");
        await Expect(wall.Locator(".screen-lobby .qr")).ToBeVisibleAsync();
        await Expect(wall.Locator("h1")).ToHaveTextAsync("How far does ASEAN go in answering the coup?");
        await IsOneViewAsync(wall);

        var ina = await RoomTests.JoinAsync(classroom, code, "Ina", "IDN");
        var sam = await RoomTests.JoinAsync(classroom, code, "Sam", "MMR");
        await Expect(wall.Locator(".screen-seats .is-taken")).ToHaveCountAsync(2);
        await RoomTests.ShouldBeAccessibleAsync(wall);
        await PressAsync(teacher, "open-round");
        await Expect(wall.Locator(".screen-news")).ToContainTextAsync("is put to the vote");
        await RoomTests.VoteAsync(ina, 'S');
        await Expect(wall.Locator("[data-voted='1']")).ToBeVisibleAsync();
        await Expect(wall.Locator("count-down")).ToBeVisibleAsync();
        await Expect(wall.Locator(".screen-seat[data-code=IDN] .screen-note")).ToHaveTextAsync("has voted");
        await Expect(wall.Locator(".screen-seat[data-ballot='-']")).ToHaveCountAsync(10);
        await Expect(wall.Locator(".piece, .red-line, .screen-bar.is-met")).ToHaveCountAsync(0);
        await Expect(wall.Locator(".screen-text")).ToContainTextAsync("“an envoy with a deadline”");
        await IsOneViewAsync(wall);

        await PressAsync(teacher, "close");
        await Expect(wall.Locator(".screen-news")).ToContainTextAsync("Round 1, day 7:");
        await Expect(wall.Locator(".screen-seat[data-code=IDN]")).ToHaveAttributeAsync("data-ballot", "S");
        await Expect(wall.Locator(".screen-seat[data-ballot='-']")).ToHaveCountAsync(0);
        await Expect(wall.Locator(".red-line")).ToHaveCountAsync(0);
        await IsOneViewAsync(wall);
        await RoomTests.ShouldBeAccessibleAsync(wall);

        // A majority over objections: the wall says what either choice costs, and the teacher's phone has the buttons.
        await Expect(wall.Locator("[data-price=vote]")).ToContainTextAsync("by vote, over the objection of");
        await Expect(wall.Locator("[data-price=on]")).ToContainTextAsync("having no decision costs");
        await teacher.ClickAsync("[data-call=on]");
        await Expect(wall.Locator(".screen-axis")).ToBeVisibleAsync();
        await IsOneViewAsync(wall);
        await PressAsync(teacher, "open-round");
        await PressAsync(teacher, "end");
        await PressAsync(teacher, "end-yes");
        await Expect(wall.Locator(".screen-news")).ToContainTextAsync("The teacher has ended the session");
        await Expect(wall.Locator("main :is(button, a, input, select)")).ToHaveCountAsync(2); // light and whole screen
        await Expect(wall.Locator(".masthead, .colophon")).ToHaveCountAsync(0);
        await IsOneViewAsync(wall);
        await RoomTests.ShouldBeAccessibleAsync(teacher);
        foreach (var page in new[] { wall, teacher, ina })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await HasNoViolationAsync(page);
        }

        // Nobody learns anything by a code that is none.
        var other = await classroom.OpenAsync("/screen/ABCDEF");
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("No room has this code");
    }

    [Fact]
    public async Task When_a_round_is_closed_its_ballots_open_one_by_one_in_seat_order_the_bars_climb_with_them_and_the_verdict_lands_last()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=asean-qmv");
        var wall = await classroom.OpenAsync($"/screen/{code}", 1280, 720);
        await wall.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await wall.ReloadAsync();
        var still = await classroom.OpenAsync($"/screen/{code}", 1280, 720);
        var ina = await RoomTests.JoinAsync(classroom, code, "Ina", "IDN");
        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(wall.Locator(".screen-news[data-phase=Voting]")).ToBeAttachedAsync();
        await Expect(still.Locator(".screen-news[data-phase=Voting]")).ToBeAttachedAsync();
        await wall.EvaluateAsync("""
            () => {
                window.told = [];
                const say = () => window.told.push([document.querySelector('.screen-news').textContent, document.querySelector('[data-verdict]').textContent,
                    document.querySelectorAll('.screen-bar.is-met').length, performance.now()]);
                new MutationObserver(say).observe(document.querySelector('.screen-news'), { characterData: true, childList: true, subtree: true });
                document.addEventListener('animationend', event => {
                    if (event.animationName === 'comes' && event.target.closest('.screen-seat')) { (window.opened ??= []).push(event.target.closest('.screen-seat').dataset.code); }
                    if (event.animationName === 'grows') { window.grown = (window.grown ?? 0) + 1; }
                });
            }
            """);
        await ina.ClickAsync(".ballot-buttons [data-ballot=O]");
        await ina.ClickAsync("[data-action=cast]");
        await Expect(still.Locator(".screen-news")).ToContainTextAsync("Round 1, day 7:");
        await Expect(still.Locator(".is-opening")).ToHaveCountAsync(0);
        await Expect(wall.Locator(".screen-seat.is-opening")).ToHaveCountAsync(10);
        (await wall.Locator("[data-verdict]").TextContentAsync()).ShouldBeEmpty();
        await Expect(ina.Locator("[data-told]")).ToContainTextAsync("Received");
        (await ina.Locator(".news").GetAttributeAsync("data-phase")).ShouldBe("Voting"); // the wall first
        await Expect(wall.Locator(".screen-news")).ToContainTextAsync("Round 1, day 7:");

        // Said twice in all: that the ballots are opened, and then, after the last of them, what became of the text. Then it is still.
        var told = (await wall.EvaluateAsync<JsonElement>("window.told")).EnumerateArray().ToArray();
        told.Length.ShouldBe(2);
        told[0][0].GetString().ShouldBe("Round 1: the vote is closed, and the ballots are opened.");
        told[0][1].GetString().ShouldBeEmpty();
        told[0][2].GetInt32().ShouldBe(0);
        told[1][1].GetString().ShouldNotBeNullOrEmpty();
        (told[1][3].GetDouble() - told[0][3].GetDouble()).ShouldBeGreaterThan(2500);
        await Expect(ina.Locator(".news")).ToContainTextAsync("Round 1, day 7:");
        (await wall.EvaluateAsync<string[]>("window.opened")).ShouldBe(["BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "VNM"]);
        var supporters = (await wall.Locator(".screen-seat[data-ballot=S]").CountAsync(), await wall.Locator(".piece").CountAsync());
        supporters.Item2.ShouldBe(2 * supporters.Item1); // a piece of each of the two bars
        (await wall.EvaluateAsync<int>("window.grown")).ShouldBe(supporters.Item2);
        (await wall.EvaluateAsync<int>("Promise.all(document.getAnimations().map(one => one.finished)).then(() => document.getAnimations().length)")).ShouldBe(0);

        // Whoever comes later, or again, sees how it ended.
        await wall.ReloadAsync();
        await Expect(wall.Locator(".screen-news")).ToContainTextAsync("Round 1, day 7:");
        await Expect(wall.Locator(".is-opening")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task In_the_dark_every_page_can_be_read_and_every_sign_be_told_apart()
    {
        var pages = new List<IPage>();
        foreach (var path in new[] { "/?crisis=myanmar-2021&rule=asean-qmv&seed=3&round=200", "/compare?crisis=economic-shock&rule=consensus&rule=asean-qmv&seed=7", "/teach", "/join" })
        {
            pages.Add(await classroom.OpenAsync(path));
        }

        await Expect(pages[1].Locator("[data-sampled='1000']")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var page in pages)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                (await LuminanceAsync(page, "--paper") < 0.2).ShouldBe(scheme == ColorScheme.Dark);
                await HasNoViolationAsync(page);
            }
        }

        // Okabe and Ito's colours, lighter where the dark needs it: three to one for signs and lines.
        foreach (var sign in new[] { "--support", "--abstention", "--objection", "--rule-1", "--rule-2", "--rule-3", "--rule-4", "--red-line", "--line-strong", "--accent", "--muted" })
        {
            var (one, two) = (await LuminanceAsync(pages[0], sign), await LuminanceAsync(pages[0], "--card"));
            ((Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05)).ShouldBeGreaterThanOrEqualTo(3, sign);
        }

        // A browser that was told otherwise keeps to it; an address says so for itself alone.
        var join = pages[^1];
        await join.ClickAsync("[data-action=theme]");
        (await LuminanceAsync(join, "--paper")).ShouldBeGreaterThan(0.8);
        await join.ReloadAsync();
        (await LuminanceAsync(join, "--paper")).ShouldBeGreaterThan(0.8);
        await join.GotoAsync("/join?theme=dark");
        (await LuminanceAsync(join, "--paper")).ShouldBeLessThan(0.2);
        await join.GotoAsync("/join");
        (await LuminanceAsync(join, "--paper")).ShouldBeGreaterThan(0.8);
    }

    private static async Task IsOneViewAsync(IPage wall)
    {
        foreach (var (width, height) in Projectors)
        {
            await wall.SetViewportSizeAsync(width, height);
            (await wall.EvaluateAsync<int>("document.documentElement.scrollHeight")).ShouldBeLessThanOrEqualTo(height);
            (await wall.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
            var texts = (await wall.EvaluateAsync<JsonElement>(Texts)).EnumerateArray()
                .Select(text => (Words: text[0].GetString()!, Size: text[1].GetDouble(), IsWithin: text[2].GetInt32() == 1)).ToArray();
            texts.Length.ShouldBeGreaterThan(10);
            texts.Where(text => text.Size < 0.022 || !text.IsWithin).Select(text => $"{width}: {text.Words} {text.Size:P2}").ShouldBeEmpty();
        }
    }

    private static async Task HasNoViolationAsync(IPage page) =>
        (await page.RunAxe()).Violations.Select(violation => $"{page.Url} {violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();

    // On a phone: in the first view, and as large as a thumb.
    private static async Task PressAsync(IPage phone, string action)
    {
        var button = phone.Locator($"[data-action={action}]");
        await button.WaitForAsync();
        await phone.EvaluateAsync("scrollTo(0, 0)");
        var box = (await button.BoundingBoxAsync())!;
        (box.Y + box.Height).ShouldBeLessThan(844);
        box.Height.ShouldBeGreaterThanOrEqualTo(48);
        (await phone.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await button.ClickAsync();
    }

    // Relative luminance, WCAG 2.2.
    private static async Task<double> LuminanceAsync(IPage page, string variable)
    {
        var value = (await page.EvaluateAsync<string>("name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()", variable)).TrimStart('#');
        value = value.Length == 3 ? string.Concat(value.Select(digit => $"{digit}{digit}")) : value;
        double[] channels = [.. Enumerable.Range(0, 3).Select(at => Convert.ToInt32(value.Substring(2 * at, 2), 16) / 255.0)
            .Select(channel => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4))];
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }
}
