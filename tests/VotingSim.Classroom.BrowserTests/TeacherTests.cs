using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>What a teacher can take back, and what students are told of it.</summary>
public class TeacherTests(Classroom classroom)
{
    [Fact]
    public async Task Whoever_types_the_code_again_is_where_it_was_and_nobody_twice()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        var phone = await RoomTests.JoinAsync(classroom, code, "Ina", "IDN");
        await phone.GotoAsync("/join");
        await phone.Locator("[name=code]").FillAsync(code.ToLowerInvariant());
        await phone.Locator("[name=name]").FillAsync("Ina again");
        await phone.ClickAsync("[data-action=enter]");
        await Expect(phone.Locator("h1")).ToHaveTextAsync("Indonesia");
        await Expect(teacher.Locator(".who-sits .person")).ToHaveTextAsync(["Ina…"]);
    }

    [Fact]
    public async Task A_teacher_gives_a_place_to_who_has_lost_it_and_frees_a_seat()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        var lost = await RoomTests.JoinAsync(classroom, code, "Ina", "IDN");
        await lost.Context.CloseAsync();
        var phone = await classroom.OpenAsync($"/join?code={code}", 390, 844);
        await phone.Locator("[name=name]").FillAsync("Ina");
        await phone.ClickAsync("[data-action=enter]");
        await Expect(phone.GetByRole(AriaRole.Alert)).ToContainTextAsync("the teacher can give you your place");
        await phone.Locator("[name=name]").FillAsync("Ina 2");
        await phone.ClickAsync("[data-action=enter]");
        await teacher.ClickAsync("[data-change='Ina 2']");
        await teacher.Locator("[name=same]").SelectOptionAsync(new SelectOptionValue { Label = "Ina (Indonesia)" });
        await teacher.ClickAsync("[data-action=merge]");
        await Expect(phone.Locator("h1")).ToHaveTextAsync("Indonesia");
        await Expect(teacher.Locator(".who-sits li").First).ToContainTextAsync("IndonesiaIna 2");
        await teacher.ClickAsync("[data-change='Ina 2']");
        await teacher.ClickAsync("[data-action=free]");
        await phone.ClickAsync("[data-sit=SGP]");
        await Expect(phone.Locator("h1")).ToHaveTextAsync("Singapore");
    }

    [Fact]
    public async Task Sending_out_and_ending_ask_first_are_told_and_can_be_taken_back()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        var ina = await RoomTests.JoinAsync(classroom, code, "Ina", "IDN");
        var sam = await RoomTests.JoinAsync(classroom, code, "Sam", "SGP");
        await teacher.ClickAsync("[data-action=open-round]");
        await RoomTests.VoteAsync(ina, 'O');

        await teacher.ClickAsync("[data-change=Ina]");
        await Expect(ina.Locator("h1")).ToHaveTextAsync("Indonesia"); // nothing was done yet
        await teacher.ClickAsync("[data-action=address]");
        await RoomTests.ShouldBeAccessibleAsync(teacher);
        await teacher.Locator("[name=reason]").SelectOptionAsync("SeatIsNeeded");
        await teacher.ClickAsync("[data-action=remove-yes]");
        await Expect(ina.Locator("[data-sent-out]")).ToContainTextAsync("your seat is kept for somebody else");
        await RoomTests.ShouldBeAccessibleAsync(teacher, ina);
        await ina.ReloadAsync();
        await Expect(ina.Locator("[data-sent-out]")).ToContainTextAsync("your seat is kept for somebody else");
        await teacher.ClickAsync("[data-back=Ina]");
        await Expect(ina.Locator(".news")).ToContainTextAsync("your ballot is cast, you object");

        await teacher.ClickAsync("[data-action=end]");
        await teacher.GetByRole(AriaRole.Button, new() { Name = "Go on", Exact = true }).ClickAsync();
        await Expect(teacher.Locator(".news")).ToHaveAttributeAsync("data-phase", "Voting");
        await RoomTests.EndAsync(teacher);
        await Expect(sam.Locator(".news")).ToContainTextAsync("The teacher has ended the session");
        await teacher.ClickAsync("[data-action=resume]");
        await RoomTests.VoteAsync(sam, 'O');
        await Expect(ina.Locator(".news")).ToContainTextAsync("Round 1, day 7:");

        // The end for good: everybody has the debrief, until the room is closed.
        await RoomTests.EndAsync(teacher);
        await ina.ClickAsync("a[href^='/debrief/']");
        await Expect(ina.Locator(".rounds tbody tr")).ToHaveCountAsync(1);
        await teacher.ClickAsync("[data-action=shut]");
        await teacher.ClickAsync("[data-action=shut-yes]");
        await Expect(teacher.Locator("h1")).ToContainTextAsync("is closed");
        await Expect(sam.Locator("h1")).ToContainTextAsync("is closed");
    }

    [Fact]
    public async Task A_class_comes_in_at_once_from_one_address()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        for (var person = 1; person <= 10; person++)
        {
            var phone = await classroom.OpenAsync($"/join?code={code}", 390, 844);
            await phone.Locator("[name=name]").FillAsync($"Student {person}");
            await phone.ClickAsync("[data-action=enter]");
            await Expect(phone.Locator("h1")).ToHaveTextAsync("Choose a seat");
            await phone.Context.CloseAsync();
        }

        await Expect(teacher.Locator(".who-sits .person")).ToHaveCountAsync(10);
    }

    [Fact]
    public async Task A_delegation_is_told_how_it_split_and_no_debrief_is_open_before_the_end()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        var people = new List<IPage>();
        foreach (var name in new[] { "Ina", "Ida", "Ivo" })
        {
            people.Add(await RoomTests.JoinAsync(classroom, code, name, "IDN"));
        }

        await teacher.ClickAsync("[data-action=open-round]");
        await RoomTests.VoteAsync(people[0], 'S');
        await RoomTests.VoteAsync(people[1], 'O');
        await people[2].ClickAsync(".ballot-buttons [data-ballot=A]");
        await people[2].ClickAsync("[data-action=cast]");
        await Expect(people[2].Locator("[data-split]"))
            .ToHaveTextAsync("Your delegation: 1 supports, 1 abstains, 1 objects. As many for one as for another: it abstained.");
        await people[0].GotoAsync($"/debrief/{code}");
        await Expect(people[0].GetByRole(AriaRole.Alert)).ToContainTextAsync("when the session has ended");
    }

    [Fact]
    public async Task While_a_game_is_on_the_wall_says_how_to_join_and_shows_no_brief()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=unanimity");
        await teacher.ClickAsync("[data-action=open-round]");
        await teacher.ClickAsync("[data-action=close]");
        await Expect(teacher.Locator(".news")).ToContainTextAsync("Round 1, day 7:");
        await Expect(teacher.Locator(".join-late")).ToContainTextAsync(code[3..]);
        await Expect(teacher.Locator(".join-late .qr")).ToBeVisibleAsync();
        foreach (var path in new[] { $"/briefs?room={code}", "/briefs?crisis=myanmar-2021" })
        {
            await teacher.GotoAsync(path);
            await Expect(teacher.Locator("[data-playing]")).ToContainTextAsync("private until it has ended");
            await Expect(teacher.Locator(".sheet").First).ToBeHiddenAsync();
            await teacher.EmulateMediaAsync(new() { Media = Media.Print });
            await Expect(teacher.Locator(".sheet").First).ToBeVisibleAsync();
            await teacher.EmulateMediaAsync(new() { Media = Media.Screen });
        }
    }
}
