using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Rules;
using static Microsoft.Playwright.Assertions;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>The calculator against the rule engine.</summary>
public class CalculatorTests(Classroom classroom)
{
    [Theory]
    [InlineData("asean-10", "asean-qmv", 1)]
    [InlineData("asean-11", "consensus-minus-one", 2)]
    [InlineData("asean-10", "asean-minus-x", 3)]
    [InlineData("eu-27", "eu-lisbon", 4)]
    public async Task Random_ballots_are_adopted_or_not_as_the_rule_says(string members, string rule, int seed)
    {
        var table = VotingBody.Read(members, rule);
        var seated = new SeatedRule(table.Rule, table.Roster);
        var random = new Random(seed);
        var page = await classroom.OpenAsync($"/calculator?rule={rule}&members={members}");
        var ballots = new Ballot[table.Roster.Size];
        Array.Fill(ballots, Ballot.Support);
        for (var click = 0; click < 25; click++)
        {
            var seat = random.Next(ballots.Length);
            ballots[seat] = ballots[seat] switch { Ballot.Support => Ballot.Abstention, Ballot.Abstention => Ballot.Objection, _ => Ballot.Support };
            var code = table.Roster.Members[seat].Code;
            await page.ClickAsync($".tile[data-code={code}]");
            await Expect(page.Locator($".tile[data-code={code}]")).ToHaveAttributeAsync("data-ballot", ballots[seat].ToString()[..1]);

            var tally = new Tally(Seats(ballots, Ballot.Support), Seats(ballots, Ballot.Objection));
            (await page.Locator(".answer").GetAttributeAsync("data-adopted")).ShouldBe(seated.Adopts(tally) ? "true" : "false");
            var pivotal = await page.Locator(".tile.is-pivotal").EvaluateAllAsync<string[]>("tiles => tiles.map(tile => tile.dataset.code)");
            pivotal.ShouldBe(table.Roster.Members.Where((_, at) => seated.Pivotal(tally).Contains(at)).Select(member => member.Code));
        }
    }

    [Fact]
    public async Task A_quota_can_be_changed_and_the_address_shows_the_same_to_others()
    {
        var page = await classroom.OpenAsync("/calculator?rule=simple-majority&members=asean-10&ballots=SSSSSSSAOO");
        await Expect(page.Locator(".answer")).ToHaveTextAsync("Adopted");
        await page.FillAsync("[data-quota='0']", "80");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".answer")).ToHaveTextAsync("Not adopted");
        await page.HasAddressAsync("ballots=SSSSSSSAOO&quota=80");
        page.Url.ShouldEndWith("ballots=SSSSSSSAOO&quota=80");

        var other = await classroom.OpenAsync(new Uri(page.Url).PathAndQuery);
        await Expect(other.Locator(".answer")).ToHaveTextAsync("Not adopted");
        await Expect(other.Locator("[data-quota='0']")).ToHaveValueAsync("80");
    }

    [Fact]
    public async Task Voting_power_stands_beside_the_ballots()
    {
        var page = await classroom.OpenAsync("/calculator?rule=unanimity&members=asean-10");
        await Expect(page.Locator(".power tbody tr")).ToHaveCountAsync(10);
        await Expect(page.Locator(".power tbody tr").First).ToContainTextAsync("10.0");
    }

    private static Coalition Seats(Ballot[] ballots, Ballot of) =>
        ballots.Select((ballot, seat) => ballot == of ? Coalition.Of(seat) : Coalition.Empty).Aggregate(Coalition.Empty, (all, one) => all | one);
}
