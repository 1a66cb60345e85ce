using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A phone guesses before the first round, and is told what the text is worth while it votes.</summary>
public class GuessTests(Classroom classroom)
{
    [Fact]
    public async Task A_phone_guesses_first_is_told_what_the_text_is_worth_and_the_debrief_sets_the_guess_beside_what_came()
    {
        var (teacher, code) = await RoomTests.OpenRoomAsync(classroom, "rule=consensus");
        var phone = await RoomTests.JoinAsync(classroom, code, "Ina", "IDN");
        await Expect(teacher.Locator("[data-guessed='0']")).ToContainTextAsync("0 of 1 person has guessed");
        await phone.ClickAsync(".guess > summary");
        await Expect(phone.Locator("[data-action=guess]")).ToBeDisabledAsync();
        await phone.Locator("[name=faster][value=asean-qmv]").FocusAsync();
        await phone.Keyboard.PressAsync("Space");
        await phone.Locator("[name=guess-text]").FillAsync("37");
        await phone.Locator("[name=guess-outvoted]").SelectOptionAsync("Myanmar");
        await RoomTests.ShouldBeAccessibleAsync(phone);
        await phone.ClickAsync("[data-action=guess]");
        await Expect(phone.Locator(".guess[data-has-guessed=true]")).ToHaveCountAsync(1);
        await Expect(teacher.Locator("[data-guessed='1']")).ToHaveCountAsync(1);
        await RoomTests.ShouldBeAccessibleAsync(teacher);
        await phone.ReloadAsync();
        await phone.ClickAsync(".guess > summary");
        await Expect(phone.Locator("[name=guess-text]")).ToHaveValueAsync("37");

        // Worth, and the ballots, in one view of a phone.
        await teacher.ClickAsync("[data-action=open-round]");
        await Expect(phone.Locator(".guess")).ToHaveCountAsync(0);
        await Expect(phone.Locator(".worth")).ToContainTextAsync("of 100 to you; you hold out for");
        await Expect(phone.Locator(".worth-axis i")).ToHaveCountAsync(3);
        await Expect(phone.Locator("[data-distance]")).ToHaveTextAsync("To pass: members without objection: 10 of 10.");
        var cast = await phone.Locator("[data-action=cast]").BoundingBoxAsync();
        (await phone.EvaluateAsync<double>("window.scrollY")).ShouldBe(0);
        (cast!.Y + cast.Height).ShouldBeLessThanOrEqualTo(844);
        await phone.ClickAsync(".worth summary");
        await Expect(phone.Locator(".worth details")).ToContainTextAsync("No decision is worth");
        await RoomTests.ShouldBeAccessibleAsync(phone);
        await RoomTests.VoteAsync(phone, 'O');

        await RoomTests.EndAsync(teacher);
        await phone.ClickAsync("a[href^='/debrief/']");
        await Expect(phone.Locator("[data-guesses='1'] [data-guess-headline]")).ToContainTextAsync("1 of 1 guessed that “Qualified majority” is faster");
        await Expect(phone.Locator("[data-faster='asean-qmv'] td").First).ToHaveTextAsync("1");
        await Expect(phone.Locator(".guess-texts .dot")).ToHaveAttributeAsync("style", "left:37%;bottom:0rem");
        await RoomTests.ShouldBeAccessibleAsync(phone);
    }
}
