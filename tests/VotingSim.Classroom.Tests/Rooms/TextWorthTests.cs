using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Members;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>What a phone is told of the text before its vote, against what the engine said of the same round when it was held.</summary>
public sealed class TextWorthTests(SiloFixture silo) : RegisterTestBase(silo)
{
    [Theory]
    [InlineData("pandemic", "consensus", 1, false)]
    [InlineData("south-china-sea", "asean-qmv", 7, true)]
    [InlineData("myanmar-2021", "unanimity", 3, true)]
    [InlineData("climate-disaster", "simple-majority", 2, false)]
    public async Task Every_member_is_told_the_margin_and_the_aspiration_that_the_round_then_has_to_the_last_bit(
        string crisis, string rule, int seed, bool isChaired)
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Crisis = crisis, Rules = [rule], Seed = (ulong)seed, Rounds = 4 });
        var terms = teacher.Room.Proceedings.Terms;
        var people = new List<Student>();
        foreach (var member in terms.Roster.Members)
        {
            people.Add(await SeatAsync(register, teacher, member.Code, member.Code));
            Clock.Advance(TimeSpan.FromSeconds(30)); // one browser comes in a few times a minute
        }

        var chair = isChaired ? await SeatAsync(register, teacher, "Mia", null) : null;
        var rounds = 0;
        while (teacher.Room.View.Phase != RoomPhase.Ended && rounds < 3)
        {
            await teacher.OpenRoundAsync();
            (await people[0].WorthAsync() is null).ShouldBe(isChaired);
            if (chair is not null)
            {
                await chair.TableAsync(teacher.Room.View.Round, [.. terms.Crisis.Issues.Select((_, issue) => 35.5 + (9 * issue) + (4 * rounds))]);
                (await chair.WorthAsync()).ShouldBeNull();
            }

            var opinions = teacher.Room.Proceedings.Agenda.Opinions;
            var worths = await Task.WhenAll(people.Select(person => person.WorthAsync()));
            await people[0].StateAsync(teacher.Room.View.Round, [.. terms.Crisis.Issues.Select(_ => 12.0)]);
            await people[1].CastAsync(teacher.Room.View.Round, Ballot.Objection);
            (await people[2].WorthAsync()).ShouldBe(worths[2]);
            while (teacher.Room.View.Phase is RoomPhase.Voting or RoomPhase.Calling)
            {
                await teacher.CloseAsync();
            }

            var held = teacher.Room.Proceedings.Held[^1].View;
            for (var seat = 0; seat < people.Count; seat++)
            {
                var worth = worths[seat]!;
                (worth.Margin, worth.Asked).ShouldBe((held.Margins[seat], held.Aspirations[seat]));
                var (text, statusQuo) = (Worth(seat, [.. held.Draft]), Worth(seat, [.. terms.Crisis.Issues.Select(issue => issue.StatusQuo)]));
                worth.Text.ShouldBe(text, 1e-12);
                worth.StatusQuo.ShouldBe(statusQuo, 1e-12);
                worth.NoDecision.ShouldBe(statusQuo - (held.Urgency * terms.Crisis.Stances[seat].Exposure), 1e-12);
                worth.Asked.ShouldBeGreaterThanOrEqualTo(Math.Min(1, worth.NoDecision) - 1e-12);
            }

            rounds++;

            // Model.md 3.2, in plain numbers.
            double Worth(int seat, double[] at) => 1 - at.Select((place, issue) =>
            {
                var (stance, said) = (terms.Crisis.Stances[seat], opinions[(seat * at.Length) + issue]);
                return stance.Salience[issue] / 100 / at.Length * Math.Pow(Math.Abs(place - said) / 100, terms.Settings.LossExponent);
            }).Sum();
        }

        rounds.ShouldBeGreaterThan(0);
        (await people[0].WorthAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Without_chance_the_profile_casts_what_the_phone_says_that_it_would()
    {
        var plan = Convener.Plan(new() { Crisis = "south-china-sea", Rounds = 5, Seed = 4 });
        var arm = plan.Arms[0] with { Terms = plan.Arms[0].Terms with { Settings = plan.Arms[0].Terms.Settings with { BallotNoise = 0 } } };
        var quiet = await Proceedings.ConveneAsync(Grains, "quiet", plan with { Arms = [arm] }, 0, []);
        var seen = new HashSet<Ballot>();
        while (!quiet.IsOver)
        {
            var worths = await quiet.WeighAsync([]);
            quiet = await quiet.HoldAsync(VotingSim.Grains.RoundActs.None);
            worths.Select(worth => worth.Profile).ShouldBe(quiet.Held[^1].View.Ballots);
            seen.UnionWith(quiet.Held[^1].View.Ballots);
        }

        seen.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_phone_says_it_in_words()
    {
        var worth = new TextWorth(-0.08, 0.7, 0.5, 0.125, Ballot.Abstention, IsForbidden: false);
        WorthSentences.Worth(worth).ShouldBe("Worth 62 of 100 to you; you hold out for 70.");
        WorthSentences.Profile(worth).ShouldBe("By its profile your member would be silent and abstain: 8 short.");
        WorthSentences.Profile(worth with { IsForbidden = true }).ShouldStartWith("It crosses your red line");
        WorthSentences.Profile(worth with { Margin = 0, Profile = Ballot.Support }).ShouldBe("By its profile your member would support it.");
        WorthSentences.NoDecision(worth).ShouldBe(
            "No decision is worth 38 to you: the status quo would be 50, and leaving things open costs you 13 by now.");
        WorthSentences.Bands(new MemberState { Code = "A", Name = "A", Unity = 0.1, Reticence = 0.05 }).ShouldContain("up to 10 short");
        (WorthSentences.Points(-0.204), WorthSentences.Points(-0.001), WorthSentences.Points(1)).ShouldBe(("−20", "0", "100"));
    }

    [Fact]
    public async Task How_far_the_last_text_was_is_told_by_its_ballots_and_before_the_first_by_the_rule()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["consensus"], Rounds = 4 });
        var idn = await SeatAsync(register, teacher, "Ina", "IDN");
        await teacher.OpenRoundAsync();
        WorthSentences.Distance(teacher.Room.OnTheTable).ShouldBe("To pass: members without objection: 10 of 10.");
        await idn.CastAsync(1, Ballot.Objection);
        var last = teacher.Room.Proceedings.Held[^1].View;
        var without = 10 - last.Tally.Objectors.Count;
        WorthSentences.Distance(last).ShouldBe($"Last time: members without objection: {without} of the 10 needed.");
        WorthSentences.Lived(teacher.Room.Proceedings.Terms.Roster, last).ShouldStartWith(
            $"{without} of 10 members could live with the last text: {last.Tally.Supporters.Count} supported it. ");
        WorthSentences.Lived(teacher.Room.Proceedings.Terms.Roster, teacher.Room.Proceedings.Opening).ShouldBe("");
    }
}
