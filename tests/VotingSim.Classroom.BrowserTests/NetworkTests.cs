using System.Diagnostics;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A network that stalls, and one that no browser trusts.</summary>
public class NetworkTests(Classroom classroom)
{
    [Fact]
    public async Task A_stall_is_shown_within_three_seconds_and_a_ballot_that_was_cast_in_it_is_kept_and_arrives()
    {
        await using var proxy = new StallingProxy(classroom.Address);
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        var phone = await classroom.OpenAsync($"/join?code={code}", 390, 844, proxy.Address);
        await phone.Locator("[name=name]").FillAsync("Ina");
        await phone.ClickAsync("[data-action=enter]");
        await phone.ClickAsync("[data-sit=IDN]");
        var other = await RoomTests.JoinAsync(classroom, code, "Sam", "SGP");
        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(phone.Locator("[data-action=cast]")).ToBeVisibleAsync();
        await Expect(phone.Locator("#connection")).ToBeHiddenAsync();
        await phone.ClickAsync("details:has(.brief) > summary");
        await Expect(phone.Locator(".brief")).ToBeVisibleAsync();

        proxy.Stall();
        var stalled = Stopwatch.StartNew();
        await Expect(phone.Locator("#connection")).ToBeVisibleAsync(new() { Timeout = 3000 });
        stalled.Elapsed.TotalSeconds.ShouldBeLessThan(3);
        await RoomTests.ShouldBeAccessibleAsync(phone);
        await phone.Locator(".brief").ScrollIntoViewIfNeededAsync();
        (await IsUncoveredAsync(phone, ".brief h2")).ShouldBeTrue();
        (await IsUncoveredAsync(phone, ".brief li")).ShouldBeTrue();

        // Nothing of it needs the network: a ballot is chosen, cast and kept.
        await phone.ClickAsync(".ballot-buttons [data-ballot=O]");
        await phone.ClickAsync("[data-action=cast]");
        await Expect(phone.Locator("[data-told]")).ToContainTextAsync("kept on this phone", new() { Timeout = 10_000 });
        await RoomTests.ShouldBeAccessibleAsync(phone);

        // Long enough for the connection to be taken for dead; from then on it is tried again and again.
        while (stalled.Elapsed < TimeSpan.FromSeconds(22))
        {
            await Task.Delay(100);
        }

        await Expect(teacher.Locator("[data-voted='0']")).ToBeVisibleAsync();
        long[] asked = [.. proxy.Asked.Where(moment => Stopwatch.GetElapsedTime(moment) < TimeSpan.FromSeconds(12)), Stopwatch.GetTimestamp()];
        asked.Length.ShouldBeGreaterThan(2);
        asked.Zip(asked.Skip(1)).Max(pair => Stopwatch.GetElapsedTime(pair.First, pair.Second).TotalSeconds).ShouldBeLessThan(5);

        proxy.GoOn();
        await Expect(teacher.Locator("[data-voted='1']")).ToBeVisibleAsync(new() { Timeout = 6000 });
        await Expect(phone.Locator("#connection")).ToBeHiddenAsync(new() { Timeout = 10_000 });
        await Expect(phone.Locator(".news")).ToContainTextAsync("your ballot is cast, you object");
        await RoomTests.VoteAsync(other, 'S');
        await Expect(phone.Locator(".news")).ToHaveAttributeAsync("data-phase", "Reading");
        await Expect(teacher.Locator(".seat[data-code=IDN]")).ToHaveAttributeAsync("data-ballot", "O");
    }

    [Fact]
    public async Task A_ballot_whose_answer_comes_in_the_next_round_does_not_stand_for_the_ballot_of_that_round()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        var phone = await RoomTests.JoinAsync(classroom, code, "Ina", "IDN");
        var (arrived, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await phone.RouteAsync("**/ballot", async route =>
        {
            var response = await route.FetchAsync(); // the server has it, and its answer is on the way
            arrived.TrySetResult();
            await answer.Task;
            await route.FulfillAsync(new() { Response = response });
        });
        await teacher.ClickAsync("[data-action=open-round]");
        await phone.ClickAsync(".ballot-buttons [data-ballot=O]");
        await phone.ClickAsync("[data-action=cast]");
        await arrived.Task;
        await Expect(teacher.Locator(".news")).ToHaveAttributeAsync("data-phase", "Reading");
        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(phone.Locator("ballot-box[data-round='2']")).ToHaveCountAsync(1);

        var answered = phone.WaitForResponseAsync("**/ballot");
        answer.SetResult();
        await answered;
        await phone.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });
        await RoomTests.VoteAsync(phone, 'S');
        await Expect(teacher.Locator(".seat[data-code=IDN]")).ToHaveAttributeAsync("data-ballot", "S");
    }

    [Fact]
    public async Task A_ballot_that_comes_after_the_vote_was_closed_is_told_not_to_count()
    {
        await using var proxy = new StallingProxy(classroom.Address);
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        var phone = await classroom.OpenAsync($"/join?code={code}", 390, 844, proxy.Address);
        await phone.Locator("[name=name]").FillAsync("Ina");
        await phone.ClickAsync("[data-action=enter]");
        await phone.ClickAsync("[data-sit=IDN]");
        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(phone.Locator("[data-action=cast]")).ToBeVisibleAsync();
        proxy.Stall();
        await phone.ClickAsync(".ballot-buttons [data-ballot=O]");
        await phone.ClickAsync("[data-action=cast]");
        await teacher.ClickAsync("[data-action=close]");
        await Expect(teacher.Locator(".news")).ToContainTextAsync("Round 1, day 7:");
        await Expect(phone.Locator("[data-told]")).ToContainTextAsync("kept on this phone", new() { Timeout = 10_000 });
        proxy.GoOn();
        await Expect(phone.Locator("#told")).ToContainTextAsync("Round 1: The vote was closed before your ballot arrived; it did not count.");
        await Expect(phone.Locator(".news")).ToHaveAttributeAsync("data-phase", "Reading");
    }

    [Fact]
    public async Task On_plain_HTTP_addresses_are_copied_or_selected_and_lead_where_others_get()
    {
        var teacher = await classroom.OpenAsync("/teach", 1280, 1000, classroom.AddressInNetwork);
        (await teacher.EvaluateAsync<bool>("isSecureContext || 'clipboard' in navigator")).ShouldBeFalse();
        await teacher.ClickAsync("[data-action=open]");
        var code = (await teacher.Locator("[data-code-of-room]").GetAttributeAsync("data-code-of-room"))!;
        var key = await teacher.EvaluateAsync<string>("code => localStorage.getItem(`votingsim.teacher.${code}`)", code);
        await CopyAsync(teacher, "own-address", $"{classroom.AddressInNetwork}/room/{code}#{key}");
        (await teacher.ContentAsync()).ShouldNotContain(key);
        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(teacher.Locator(".news")).ToHaveAttributeAsync("data-phase", "Voting");
        var laptop = await classroom.OpenAsync(await teacher.Locator("#own-address").InputValueAsync());
        await Expect(laptop.Locator(".news")).ToHaveAttributeAsync("data-phase", "Voting");

        // A browser at the machine itself does not copy an address that leads nowhere else.
        var calculator = await classroom.OpenAsync("/calculator?rule=unanimity&members=asean-10");
        await CopyAsync(calculator, "vote-address", $"{classroom.AddressInNetwork}/calculator?rule=unanimity&members=asean-10&ballots=SSSSSSSSSS");
        await calculator.ClickAsync(".tile[data-code=IDN]");
        await Expect(calculator.Locator("#vote-address"))
            .ToHaveValueAsync($"{classroom.AddressInNetwork}/calculator?rule=unanimity&members=asean-10&ballots=SSASSSSSSS");
    }

    private static async Task CopyAsync(IPage page, string field, string expected)
    {
        await page.ClickAsync("[data-action=address]");
        await Expect(page.Locator($"#{field}")).ToHaveValueAsync(expected);
        await page.ClickAsync("[data-action=copy]");
        await Expect(page.Locator(".address-field [role=status]")).Not.ToBeEmptyAsync(); // copied, or selected and said so
        (await page.EvaluateAsync<string>("() => { const field = document.activeElement; return field.value.slice(field.selectionStart, field.selectionEnd); }"))
            .ShouldBeOneOf(expected, "");
    }

    private static Task<bool> IsUncoveredAsync(IPage page, string selector) => page.EvaluateAsync<bool>(
        """
        selector => {
            const part = document.querySelector(selector);
            part.scrollIntoView({ block: "center" });
            const place = part.getBoundingClientRect();
            return part.contains(document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2));
        }
        """,
        selector);
}
