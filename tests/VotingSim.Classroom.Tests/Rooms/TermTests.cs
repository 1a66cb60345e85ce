using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>A term in a room, against the campaign that it is.</summary>
public sealed class TermTests(SiloFixture silo) : RegisterTestBase(silo)
{
    private static readonly RoomSettings Short = new()
    {
        Choice = new() { Rules = ["simple-majority"], Rounds = 2, Seed = 5 },
        Matters = ["pandemic", "myanmar-2021", "pandemic"],
        RoundSeconds = 0,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_people_a_term_is_the_campaign_of_its_matters_to_the_bit(bool byVote)
    {
        var (_, teacher) = await OpenTermAsync();
        var chair = byVote ? await SeatAsync(Open!, teacher, "Mia", null) : null;
        for (var matter = 0; matter < 3; matter++)
        {
            await BeginAsync(teacher, chair, byVote);
            await HoldMatterAsync(teacher);
        }

        teacher.Room.View.Phase.ShouldBe(RoomPhase.Ended);
        var session = teacher.Room.Proceedings.Session!;
        var order = new CampaignOrder("term", session.Term.CampaignUnder(byVote), new(0, 7));
        var campaign = (await Grains.GetGrain<IChairGrain>($"term-{byVote}").HoldCampaignsAsync(order)).Result;
        for (var matter = 0; matter < 3; matter++)
        {
            var (ours, theirs) = (session.Memory.ResultOf(matter), campaign.Matters[matter]);
            ours.Endings[0].ShouldBe(theirs.Result.Endings[0]);
            ours.Days[0].ShouldBe(theirs.Result.Days[0]);
            ours.Objectors[0].ShouldBe(theirs.Result.Objectors[0]);
            ours.MeanUtility[0].ShouldBe(theirs.Result.MeanUtility[0]);
            session.Memory.CarriedOut(matter).Members.ShouldBe(theirs.CarriedOut[0]);
            session.Memory.All(matter).Average().ShouldBe(theirs.GoodwillMean[0], 1e-15);
            session.Memory.All(matter).Min().ShouldBe(theirs.GoodwillMinimum[0]);
        }

        session.Memory.All(3).Min().ShouldBe(campaign.GoodwillMinimum[^1][0]);
    }

    // The mark of being outvoted is 0.10 and fades with a mean time of three years: docs/model.md, section 9.
    [Fact]
    public async Task Whoever_is_outvoted_comes_to_the_next_matter_with_less_goodwill_and_a_narrower_brief_also_after_a_restart()
    {
        var (register, teacher) = await OpenTermAsync();
        var brn = await SeatAsync(register, teacher, "Bee", "BRN");
        await BeginAsync(teacher, brn, byVote: true);
        while (teacher.Room.View.Phase != RoomPhase.Choosing)
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            (await brn.CastAsync(teacher.Room.View.Round, Ballot.Objection)).ShouldBe(Refusal.None);
            await teacher.CloseAsync(); // where a majority is there, the model's patience decides
        }

        var first = teacher.Room.Proceedings;
        first.Held[^1].View.Ending.ShouldBe(Ending.Vote);
        var memory = first.Session!.Memory;
        var seat = brn.Self!.Seat!.Value;
        var days = first.Session.Term.Matters[1].Day - first.Held[^1].View.Day;
        var expected = -0.10 * Math.Exp(-days / (3 * 365.25));
        memory.Now(seat).ShouldBe(expected, 1e-12);
        MemoryWords.Remembers(memory, seat).ShouldBe("You remember being outvoted once.");
        MemoryWords.Mood(memory.Now(seat), first.Session.Term.Conduct.Memory).ShouldBe("sore");
        TermNews.Choosing(teacher.Room).ShouldContain("Decided by vote, over ");

        (await brn.WantAsync(vote: true)).ShouldBe(Refusal.None);
        await BeginAsync(teacher, brn, byVote: false);
        var profile = teacher.Room.Proceedings.Arm.Terms.Roster.Members[seat];
        var felt = teacher.Room.Proceedings.Terms.Roster.Members[seat];
        felt.Unity.ShouldBe(Math.Max(0, profile.Unity + expected), 1e-12);
        felt.Flexibility.ShouldBe(profile.Flexibility * Math.Exp(5 * expected), 1e-12);
        teacher.Room.Proceedings.Text.Rule.ShouldBe("Consensus");
        brn.Brief!.Bargaining.ShouldContain(line => line.Contains($"by no more than {ClassroomWording.Utility(felt.Unity)}", StringComparison.Ordinal));

        // Rounds count on, so that a ballot of the matter before is none of this one.
        (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
        (await brn.CastAsync(1, Ballot.Support)).ShouldBe(Refusal.AnotherRound);
        (await brn.CastAsync(teacher.Room.View.Round, Ballot.Objection)).ShouldBe(Refusal.None);
        var (code, held) = (teacher.Room.Code, teacher.Room.Proceedings.Held[^1].View);
        await register.StopAsync(default);
        var again = Register();
        await again.StartAsync(default);
        var back = (await again.EnterAsync(code, "Looker", Somebody.Host)).Student!.Room;
        back.Proceedings.Held[^1].View.Draft.ShouldBe(held.Draft);
        back.Proceedings.Session!.Memory.At(1, seat).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public async Task The_class_chooses_and_where_as_many_want_either_the_chair_does()
    {
        var (register, teacher) = await OpenTermAsync();
        var (idn, sgp) = (await SeatAsync(register, teacher, "Ina", "IDN"), await SeatAsync(register, teacher, "Sam", "SGP"));
        teacher.Room.State.ChoosesVote.ShouldBeFalse();
        await idn.WantAsync(vote: true);
        teacher.Room.State.ChoosesVote.ShouldBeTrue();
        await sgp.WantAsync(vote: false);
        teacher.Room.State.ChoosesVote.ShouldBeFalse();
        var chair = await SeatAsync(register, teacher, "Mia", null);
        await chair.WantAsync(vote: true);
        await sgp.WantAsync(vote: false);
        (teacher.Room.View.WantPatience, teacher.Room.View.WantVote, teacher.Room.State.ChoosesVote).ShouldBe((1, 2, true));
        (await teacher.OpenRoundAsync()).ShouldBe(Refusal.NotNow);
        (await teacher.BeginMatterAsync()).ShouldBe(Refusal.None);
        (await teacher.BeginMatterAsync()).ShouldBe(Refusal.NotNow);
        (await sgp.WantAsync(vote: true)).ShouldBe(Refusal.NotNow);
        teacher.Room.Proceedings.Session!.ByVote.ShouldBeTrue();
    }

    [Fact]
    public async Task The_debrief_holds_the_term_beside_a_thousand_campaigns_under_either_rule()
    {
        var (_, teacher) = await OpenTermAsync();
        await BeginAsync(teacher, null, byVote: false);
        await HoldMatterAsync(teacher);
        var view = new TermDebriefViewModel(await TermDebrief.OfAsync(teacher.Room, Convener));
        (view.Memory.Over, view.Known, view.Last).ShouldBe((1, 1, 3));
        view.Debrief.Patience.Voted(0).ShouldBe(0);
        view.Debrief.Vote.DecidedInAll.ShouldBeGreaterThan(view.Debrief.Patience.DecidedInAll);
        view.Sentence.ShouldStartWith("Your class decided ");
        view.Line.Count(sign => sign == 'L').ShouldBe(1);
    }

    private RoomRegister? Open { get; set; }

    private async Task<(RoomRegister Register, Teacher Teacher)> OpenTermAsync()
    {
        Open = Register();
        var (teacher, _, refusal) = await Open.OpenAsync(Short, Somebody.Host);
        refusal.ShouldBe(Refusal.None);
        return (Open, teacher!);
    }

    private static async Task BeginAsync(Teacher teacher, Student? chooser, bool byVote)
    {
        if (chooser is not null)
        {
            (await chooser.WantAsync(byVote)).ShouldBe(Refusal.None);
        }

        (await teacher.BeginMatterAsync()).ShouldBe(Refusal.None);
    }

    private static async Task HoldMatterAsync(Teacher teacher)
    {
        while (teacher.Room.View.Phase is not (RoomPhase.Choosing or RoomPhase.Ended))
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            while (teacher.Room.View.Phase is RoomPhase.Drafting or RoomPhase.Voting or RoomPhase.Calling)
            {
                (await teacher.CloseAsync()).ShouldBe(Refusal.None);
            }
        }
    }
}
