using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A teacher and students, each in a browser of their own.</summary>
public class RoomTests(Classroom classroom)
{
    [Fact]
    public async Task A_teacher_and_three_students_play_a_session_with_hidden_ballots()
    {
        var (teacher, code) = await OpenRoomAsync(classroom, "rule=unanimity");
        var idn = await JoinAsync(classroom, code, "<b onclick=alert(1)>Ina</b>", "IDN");
        var sgp = await JoinAsync(classroom, code, "Sam", "SGP");
        var chair = await JoinAsync(classroom, code, "Mia", "chair");
        await Expect(teacher.Locator(".who-sits .person")).ToHaveCountAsync(3);
        await Expect(teacher.Locator(".who-sits .person").Filter(new() { HasText = "<b onclick=alert(1)>Ina</b>" })).ToHaveCountAsync(1);
        await Expect(idn.Locator(".brief")).ToHaveCountAsync(1);
        await Expect(idn.Locator(".brief h2")).ToHaveTextAsync("Indonesia");
        await Expect(chair.Locator(".brief")).ToHaveCountAsync(0);
        await ShouldBeAccessibleAsync(teacher, idn, chair);

        // The chair writes the text, and only then is there a vote.
        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(idn.Locator("[data-action=cast]")).ToHaveCountAsync(0);
        await chair.Locator("[name=text-0]").FillAsync("37");
        await ShouldBeAccessibleAsync(chair);
        await chair.ClickAsync("[data-action=table]");
        await Expect(idn.Locator(".vote h2")).ToContainTextAsync("37");

        // A ballot is hidden from everybody until the last is cast, and seats that nobody took are played by the model.
        await VoteAsync(idn, 'O');
        await Expect(teacher.Locator("[data-voted='1']")).ToBeVisibleAsync();
        await Expect(teacher.Locator(".seat[data-code=IDN]")).ToContainTextAsync("has voted");
        foreach (var page in new[] { teacher, sgp, chair })
        {
            (await page.Locator("main").InnerTextAsync()).ShouldNotContain("Indonesia object");
            (await page.Locator(".seat:not([data-ballot='-'])").CountAsync()).ShouldBe(0);
        }

        await ShouldBeAccessibleAsync(teacher, idn, sgp);
        await VoteAsync(sgp, 'S');
        foreach (var page in new[] { teacher, idn, sgp, chair })
        {
            await Expect(page.Locator(".news")).ToHaveAttributeAsync("data-phase", "Reading");
            await Expect(page.Locator(".news")).ToContainTextAsync("Round 1, day 7:");
        }

        await Expect(teacher.Locator(".seat[data-code=IDN]")).ToHaveAttributeAsync("data-ballot", "O");
        await Expect(teacher.Locator(".seat[data-code=SGP]")).ToHaveAttributeAsync("data-ballot", "S");
        (await teacher.BallotsAsync()).ShouldNotContain('-');
        await ShouldBeAccessibleAsync(teacher, idn);

        // Time for a second round, without the chair's text, closed by the teacher.
        await teacher.ClickAsync("[data-action=open-round]");
        await teacher.ClickAsync("[data-action=close]");
        await idn.Locator("[name=position-0]").FillAsync("11");
        await idn.ClickAsync("[data-action=state]");
        await Expect(idn.Locator("[aria-label='Your next statement']")).ToContainTextAsync("Stated: 11");
        await VoteAsync(idn, 'O');
        await teacher.ClickAsync("[data-action=close]");
        await Expect(teacher.Locator(".news")).ToContainTextAsync("Round 2, day 21:");
        foreach (var page in new[] { teacher, idn })
        {
            await Expect(page.Locator("[data-really], .happened-star, [data-happened]")).ToHaveCountAsync(0);
        }

        await EndAsync(teacher);
        await Expect(idn.Locator(".news")).ToHaveAttributeAsync("data-phase", "Ended");

        await teacher.ClickAsync("a[href^='/debrief/']");
        await Expect(teacher.Locator(".rounds tbody tr")).ToHaveCountAsync(2);
        await Expect(teacher.Locator("[data-happened] .happened-strip .real")).ToHaveCountAsync(2);
        await Expect(teacher.Locator(".rounds td.is-played")).ToHaveCountAsync(3);
        await Expect(teacher.Locator("[data-world]")).ToHaveCountAsync(4);
        await ShouldBeAccessibleAsync(teacher);
        var yaml = await (await teacher.RunAndWaitForDownloadAsync(() => teacher.ClickAsync("[data-action=download]"))).PathAsync();
        var experiment = Path.Combine(classroom.Folder, "session.yaml");
        File.Copy(yaml, experiment, overwrite: true);
        (await classroom.RunAsync("validate", experiment)).ShouldNotBeNull();
        using (var replayed = JsonDocument.Parse(await classroom.RunAsync("run", experiment, "--format", "json", "--out", Path.Combine(classroom.Folder, "session"))))
        {
            replayed.RootElement.GetProperty("arms").GetArrayLength().ShouldBe(4);
        }

        // The key is in no page and no log, and another browser is no teacher.
        var key = await teacher.EvaluateAsync<string>("code => localStorage.getItem(`votingsim.teacher.${code}`)", code);
        key.Length.ShouldBeGreaterThan(40);
        foreach (var page in new[] { teacher, idn, sgp, chair })
        {
            (await page.ContentAsync()).ShouldNotContain(key);
            page.Url.ShouldNotContain(key);
        }

        var stranger = await classroom.OpenAsync("/join");
        foreach (var (page, address) in new[] { (idn, $"/room/{code}"), (idn, $"/briefs?room={code}"), (stranger, $"/debrief/{code}") })
        {
            await page.GotoAsync(address);
            await Expect(page.Locator("[role=alert]")).ToContainTextAsync("does not hold the key");
        }

        classroom.Log.ShouldContain(code); // it has written down that the room was opened
        classroom.Log.ShouldNotContain(key);
        classroom.Log.ShouldNotContain(await sgp.EvaluateAsync<string>("code => localStorage.getItem(`votingsim.seat.${code}`)", code));
    }

    [Fact]
    public async Task A_reload_in_mid_round_lands_where_one_was()
    {
        var (teacher, code) = await OpenRoomAsync(classroom, "rule=unanimity");
        var idn = await JoinAsync(classroom, code, "Ina", "IDN");
        var sgp = await JoinAsync(classroom, code, "Sam", "SGP");
        await teacher.ClickAsync("[data-action=open-round]");
        await VoteAsync(idn, 'S');
        foreach (var page in new[] { teacher, idn, sgp })
        {
            await page.ReloadAsync();
        }

        await Expect(idn.Locator(".news")).ToContainTextAsync("your ballot is cast, you support");
        await Expect(idn.Locator("[data-action=cast]")).ToHaveCountAsync(0);
        await Expect(sgp.Locator("h1")).ToHaveTextAsync("Singapore");
        await Expect(teacher.Locator("[data-voted='1']")).ToBeVisibleAsync();
        await VoteAsync(sgp, 'O');
        await Expect(teacher.Locator(".news")).ToContainTextAsync("Round 1, day 7:");

        // The teacher's own address brings the room into another browser, and the key out of its address.
        var key = await teacher.EvaluateAsync<string>("code => localStorage.getItem(`votingsim.teacher.${code}`)", code);
        var laptop = await classroom.OpenAsync($"/room/{code}#{key}");
        await Expect(laptop.Locator(".news")).ToContainTextAsync("Round 1, day 7:");
        laptop.Url.ShouldEndWith($"/room/{code}");
    }

    [Fact]
    public async Task A_server_that_dies_in_mid_session_comes_back_with_its_rooms()
    {
        await using var mortal = new Classroom();
        await mortal.InitializeAsync();
        var (teacher, code) = await OpenRoomAsync(mortal, "rule=unanimity");
        var idn = await JoinAsync(mortal, code, "Ina", "IDN");
        var sgp = await JoinAsync(mortal, code, "Sam", "SGP");
        await teacher.ClickAsync("[data-action=open-round]");
        await VoteAsync(idn, 'O');
        await VoteAsync(sgp, 'O');
        await Expect(teacher.Locator(".news")).ToContainTextAsync("Round 1, day 7:");
        var ballots = await teacher.BallotsAsync();
        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(teacher.Locator(".news")).ToContainTextAsync("Round 2 of 8");
        var draft = await teacher.Locator("[data-draft]").First.GetAttributeAsync("data-draft");
        await VoteAsync(idn, 'O');
        await Expect(teacher.Locator("[data-voted='1']")).ToBeVisibleAsync();
        await WrittenAsync(mortal, code, "\"Ballot\":2");

        await mortal.RestartAsync();

        // Nobody does anything: the pages find the server again by themselves.
        await Expect(idn.Locator(".news")).ToContainTextAsync("your ballot is cast, you object", new() { Timeout = 60_000 });
        await Expect(teacher.Locator("[data-voted='1']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        (await teacher.Locator("[data-draft]").First.GetAttributeAsync("data-draft")).ShouldBe(draft);
        await Expect(sgp.Locator("[data-action=cast]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await VoteAsync(sgp, 'O');
        await Expect(teacher.Locator(".news")).ToContainTextAsync("Round 2, day 21:", new() { Timeout = 60_000 });
        await EndAsync(teacher);
        await teacher.ClickAsync("a[href^='/debrief/']");
        await Expect(teacher.Locator(".rounds tbody tr")).ToHaveCountAsync(2);
        ballots.ShouldContain('O');
    }

    [Fact]
    public async Task A_student_joins_and_votes_by_keyboard_alone()
    {
        var (teacher, code) = await OpenRoomAsync(classroom, "rule=unanimity");
        var page = await classroom.OpenAsync("/join", 390, 844);
        await page.Locator("[name=code]").FocusAsync();
        await page.Keyboard.TypeAsync(code.ToLowerInvariant());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Kim");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-sit=MYS]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Malaysia");
        await teacher.ClickAsync("[data-action=open-round]");
        await page.Locator(".ballot-buttons [data-ballot=A]").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".ballot-buttons [data-ballot=A]")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".news")).ToHaveAttributeAsync("data-phase", "Reading");
    }

    [Fact]
    public async Task A_wrong_code_is_told_to_be_wrong()
    {
        var page = await classroom.OpenAsync("/join?code=ABCDEF");
        await page.Locator("[name=name]").FillAsync("Nobody");
        await page.ClickAsync("[data-action=enter]");
        await Expect(page.Locator("[role=alert]")).ToContainTextAsync("No room has this code");
    }

    internal static async Task<(IPage Teacher, string Code)> OpenRoomAsync(Classroom classroom, string rule)
    {
        var teacher = await classroom.OpenAsync("/teach", 1280, 1000);
        await teacher.Locator("[name=rule]").SelectOptionAsync(rule.Split('=')[1]);
        await teacher.ClickAsync("[data-action=open]");
        return (teacher, (await teacher.Locator("[data-code-of-room]").GetAttributeAsync("data-code-of-room"))!);
    }

    /// <summary>Opens a room for a double lesson on the pandemic, two rounds under consensus and two by simple majority, on a page for rooms.</summary>
    internal static async Task<string> OpenDoubleAsync(IPage teacher)
    {
        await teacher.Locator("[name=lesson]").SelectOptionAsync("double");
        await Expect(teacher.Locator("[name=rounds]")).ToHaveValueAsync("4"); // by then the form has suggested its rounds
        await teacher.Locator("[name=crisis]").SelectOptionAsync("pandemic");
        await teacher.Locator("[name=rule]").SelectOptionAsync("simple-majority");
        await teacher.Locator("[name=rounds]").FillAsync("2");
        await teacher.ClickAsync("[data-action=open]");
        return (await teacher.Locator("[data-code-of-room]").GetAttributeAsync("data-code-of-room"))!;
    }

    internal static async Task<IPage> JoinAsync(Classroom classroom, string code, string name, string seat)
    {
        var page = await classroom.OpenAsync($"/join?code={code}", 390, 844);
        await page.Locator("[name=name]").FillAsync(name);
        await page.ClickAsync("[data-action=enter]");
        await page.ClickAsync($"[data-sit={seat}]");
        await Expect(page.Locator("[data-sit]")).ToHaveCountAsync(0);
        return page;
    }

    internal static async Task EndAsync(IPage teacher)
    {
        await teacher.ClickAsync("[data-action=end]");
        await teacher.ClickAsync("[data-action=end-yes]");
    }

    internal static async Task VoteAsync(IPage page, char ballot)
    {
        await page.ClickAsync($".ballot-buttons [data-ballot={ballot}]");
        await page.ClickAsync("[data-action=cast]");
        await Expect(page.Locator("[data-action=cast]")).ToHaveCountAsync(0);
    }

    internal static async Task ShouldBeAccessibleAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            var usual = page.ViewportSize!;
            foreach (var width in new[] { 390, 3840, usual.Width })
            {
                await page.SetViewportSizeAsync(width, usual.Height);
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, page.Url);
            }

            (await page.RunAxe()).Violations.Select(violation => $"{page.Url} {violation.Id}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
        }
    }

    // What is acknowledged is on the disk a moment later.
    private static async Task WrittenAsync(Classroom classroom, string code, string text)
    {
        for (var attempt = 0; attempt < 200 && !(await File.ReadAllTextAsync(Path.Combine(classroom.Folder, "rooms", $"{code}.json"))).Contains(text, StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(20);
        }
    }
}
