using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>The same room under another rule.</summary>
public sealed class DoubleLessonTests(SiloFixture silo) : RegisterTestBase(silo)
{
    private static readonly RoomSettings Planned = new()
    {
        Choice = new() { Crisis = "pandemic", Rules = ["consensus"], Seed = 5, Rounds = 2 },
        Second = "simple-majority",
        RoundSeconds = 0,
    };

    [Fact]
    public async Task Both_sessions_are_the_models_with_the_same_luck_where_nobody_plays_and_outlive_a_server()
    {
        var register = Register();
        var (teacher, key, _) = await register.OpenAsync(Planned, Somebody.Host);
        await PlayAsync(teacher!, null);
        teacher!.Room.IsThrough.ShouldBeFalse();
        teacher.SecondRule.ShouldBe("simple-majority");
        teacher.OtherRules.ShouldBe(["simple-majority", "asean-qmv", "unanimity", "consensus-then-qmv"]);
        (await teacher.PlayAgainAsync("consensus")).ShouldBe(Refusal.BadRule);
        (await teacher.PlayAgainAsync("no-such-rule")).ShouldBe(Refusal.BadRule);
        (await teacher.PlayAgainAsync(teacher.SecondRule)).ShouldBe(Refusal.None);
        RoomNews.ForAll(teacher.Room).ShouldStartWith("Second session, under “");
        await PlayAsync(teacher, null);
        (teacher.Room.IsThrough, teacher.CanPlayAgain, (await teacher.PlayAgainAsync("unanimity"))).ShouldBe((true, false, Refusal.NotNow));

        var debrief = await Debrief.OfAsync(teacher.Room, Convener);
        foreach (var (session, rule) in new[] { (debrief.First!, "consensus"), (debrief, "simple-majority") })
        {
            var (model, own) = (session.Worlds[0].Last, session.Proceedings.Held[^1].View);
            (own.Number, own.Adopted, own.Day).ShouldBe((model.Number, model.Adopted, model.Day));
            own.Draft.ShouldBe(model.Draft);
            own.Ballots.ShouldBe(model.Ballots);
            session.Experiment.Rules[0].ShouldBe(rule);
        }

        debrief.First!.Proceedings.Terms.Seed.ShouldBe(debrief.Proceedings.Terms.Seed);
        debrief.First.Proceedings.Opening.Opinions.ShouldBe(debrief.Proceedings.Opening.Opinions);
        var (first, second) = (Views(teacher.Room.Proceedings.First!), Views(teacher.Room.Proceedings));
        await register.StopAsync(default);
        var again = Register();
        await again.StartAsync(default);
        var back = again.Teach(teacher.Room.Code, key, Somebody.Host).Teacher!.Room;
        Views(back.Proceedings.First!).ShouldBe(first);
        Views(back.Proceedings).ShouldBe(second);
        back.State.Rule.ShouldBe("simple-majority");
    }

    [Fact]
    public async Task People_keep_their_seats_and_briefs_and_the_debrief_tells_how_often_they_did_otherwise()
    {
        var register = Register();
        var teacher = (await register.OpenAsync(Planned, Somebody.Host)).Teacher!;
        var brn = await SeatAsync(register, teacher, "Bee", "BRN");
        var brief = brn.Brief!.Bargaining;
        await PlayAsync(teacher, brn);
        (await teacher.PlayAgainAsync("simple-majority")).ShouldBe(Refusal.None);
        (await teacher.TakeBackAsync()).ShouldBe(Refusal.None);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Ended);
        (await teacher.PlayAgainAsync("simple-majority")).ShouldBe(Refusal.None);
        (brn.Self!.Seat, brn.Self.Ballot, brn.Self.Position.IsEmpty).ShouldBe((brn.Self.Seat, null, true));
        brn.Brief!.Bargaining.ShouldBe(brief);
        brn.Brief.Code.ShouldBe("BRN");
        await teacher.OpenRoundAsync();
        teacher.Room.IsPlaying.ShouldBeTrue();
        (await brn.CastAsync(1, Ballot.Support)).ShouldBe(Refusal.AnotherRound);
        (await brn.CastAsync(teacher.Room.View.Round, Ballot.Objection)).ShouldBe(Refusal.None);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Calling);
        (await teacher.CallAsync(teacher.Room.View.Round - 1, vote: true)).ShouldBe(Refusal.None);
        teacher.Room.Proceedings.Held[^1].View.Ending.ShouldBe(Ending.Vote);
        var view = new DebriefViewModel(await Debrief.OfAsync(teacher.Room, Convener));
        view.Debrief.Calls.Length.ShouldBe(1);
        view.OverWhom(view.Last!).ShouldContain("BRN");
        var model = view.Debrief.Ballots.Count(ballot => ballot.Model != Ballot.Objection);
        view.Otherwise.ShouldBe($"{model} of 1 ballot");
        new DebriefViewModel(view.Debrief.First!).Otherwise.ShouldEndWith("of 2 ballots");
    }

    [Fact]
    public async Task A_session_that_the_teacher_ended_goes_on_where_it_stood_when_the_second_is_taken_back()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rules = ["unanimity"], Rounds = 4 });
        var idn = await SeatAsync(register, teacher, "Ina", "IDN");
        await teacher.OpenRoundAsync();
        await idn.CastAsync(1, Ballot.Objection);
        await teacher.EndAsync();
        teacher.SecondRule.ShouldBe("consensus");
        await teacher.PlayAgainAsync("asean-qmv");
        await teacher.TakeBackAsync();
        (await teacher.ResumeAsync()).ShouldBe(Refusal.None);
        await teacher.OpenRoundAsync();
        (await idn.CastAsync(2, Ballot.Objection)).ShouldBe(Refusal.None);
        teacher.Room.Proceedings.Held[1].View.Number.ShouldBe(2);
        var plain = await Proceedings.ConveneAsync(Grains, "plain-ended", teacher.Room.Proceedings.Plan, 0, teacher.Room.State.Held);
        Views(plain).ShouldBe(Views(teacher.Room.Proceedings));
    }

    [Fact]
    public async Task A_second_rule_that_does_not_exist_opens_no_room()
    {
        await Should.ThrowAsync<VotingSim.Configuration.ConfigurationException>(
            Register().OpenAsync(Planned with { Second = "no-such-rule" }, Somebody.Host));
        (Planned with { Second = "consensus" }).WithinRange().IsDouble.ShouldBeFalse();
        (Planned with { Matters = ["pandemic"] }).WithinRange().IsDouble.ShouldBeFalse();
    }

    [Fact]
    public async Task Programs_play_a_double_lesson_with_a_called_vote()
    {
        await using var server = await Server.StartAsync();
        await using var teacher = await server.ConnectAsync();
        var room = await teacher.AskAsync<Opened>("Open", "pandemic", "asean-10", "consensus", 5UL, 2, 0);
        await using var brn = await server.ConnectAsync();
        await using var chair = await server.ConnectAsync();
        await brn.EnterAsync(room.Code!, "Bee");
        await chair.EnterAsync(room.Code!, "Mia");
        var roster = server.Rooms.Teach(room.Code, room.Key, Somebody.Host).Teacher!.Room.Proceedings.Terms.Roster;
        (await brn.DoAsync("Sit", roster.Members.Select(member => member.Code).ToList().IndexOf("BRN"))).ShouldBeNull();
        (await chair.DoAsync("Sit", -1)).ShouldBeNull();
        (await teacher.DoAsync("PlayAgain", "simple-majority")).ShouldNotBeNull();
        for (var round = 1; round <= 3; round++)
        {
            if (round == 3)
            {
                (await teacher.AskAsync<RoomView>("Look")).Phase.ShouldBe(RoomPhase.Ended);
                (await teacher.DoAsync("PlayAgain", "simple-majority")).ShouldBeNull();
            }

            (await teacher.DoAsync("OpenRound")).ShouldBeNull();
            (await teacher.DoAsync("CloseRound")).ShouldBeNull();
            (await brn.DoAsync("Cast", round, "O")).ShouldBeNull();
        }

        var view = await teacher.AskAsync<RoomView>("Look");
        (view.Phase, view.Session, view.RoundOfMatter).ShouldBe((RoomPhase.Calling, 2, 2));
        (await brn.DoAsync("Call", 3, true)).ShouldBe(RefusalText.Of(Refusal.NotInThisSeat));
        (await teacher.DoAsync("Call", 3, true)).ShouldBe(RefusalText.Of(Refusal.NotInThisSeat));
        (await chair.DoAsync("Call", 3, true)).ShouldBeNull();
        (await teacher.AskAsync<RoomView>("Look")).Phase.ShouldBe(RoomPhase.Ended);
    }

    private static async Task PlayAsync(Teacher teacher, Student? objector)
    {
        while (teacher.Room.View.Phase != RoomPhase.Ended)
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            if (objector is not null)
            {
                (await objector.CastAsync(teacher.Room.View.Round, Ballot.Objection)).ShouldBe(Refusal.None);
            }

            while (teacher.Room.View.Phase is RoomPhase.Voting or RoomPhase.Calling)
            {
                (await teacher.CloseAsync()).ShouldBe(Refusal.None);
            }
        }
    }

    private static (double Draft, bool Adopted, double Day)[] Views(Proceedings proceedings) =>
        [.. proceedings.Held.Select(held => (held.View.Draft[0], held.View.Adopted, held.View.Day))];
}
