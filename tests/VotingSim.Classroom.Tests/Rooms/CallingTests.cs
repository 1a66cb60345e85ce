using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>A majority over objections in a room: the vote is called, or not.</summary>
public sealed class CallingTests(SiloFixture silo) : RegisterTestBase(silo)
{
    private string _key = "";

    [Fact]
    public async Task A_called_vote_adopts_the_text_at_once_and_after_a_restart_too()
    {
        var (register, teacher, brn) = await OpenAsync();
        await ToTheChoiceAsync(teacher, brn);
        var (room, waiting) = (teacher.Room, teacher.Room.Proceedings.Held[^1].View);
        (waiting.Adopted, waiting.Reading.IsMet, teacher.MayCall).ShouldBe((false, true, true));
        RoomNews.ForAll(room).ShouldContain("over the objection of");
        VoteCall.PriceOfVote(room.Proceedings).ShouldBe(
            $"Decided on day {waiting.Day}, by vote, over the objection of {ClassroomWording.Codes(room.Proceedings.Terms.Roster, waiting.Tally.Objectors)}.");
        (await brn.CallAsync(room.View.Round - 1, vote: true)).ShouldBe(Refusal.NotInThisSeat);
        (await teacher.CallAsync(room.View.Round, vote: true)).ShouldBe(Refusal.AnotherRound);
        (await teacher.CallAsync(room.View.Round - 1, vote: true)).ShouldBe(Refusal.None);
        (await teacher.CallAsync(room.View.Round - 1, vote: true)).ShouldBe(Refusal.NotNow);
        var last = room.Proceedings.Held[^1].View;
        (room.View.Phase, last.Adopted, last.Ending).ShouldBe((RoomPhase.Ended, true, Ending.Vote));
        last.Day.ShouldBe(waiting.Day);
        last.Draft.ShouldBe(waiting.Draft);
        last.Ballots.ShouldBe(waiting.Ballots);

        var back = await RestartAsync(register, room.Code);
        Views(back).ShouldBe(Views(room));
        var call = (await back.Proceedings.LookBackAsync()).Last();
        VoteCall.LookBack(back.Proceedings.Terms, call).ShouldContain("the vote was called. Had the chair gone on, with the same luck and the model alone from there, ");
    }

    // Patience 0 is a chair that calls the vote wherever it can, and one without end never does: docs/model.md, section 3.4.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_choice_is_looked_back_on_with_what_the_other_would_have_come_to(bool calls)
    {
        var (_, teacher, brn) = await OpenAsync();
        await ToTheChoiceAsync(teacher, brn);
        var waiting = teacher.Room.Proceedings;
        (await teacher.CallAsync(teacher.Room.View.Round - 1, calls)).ShouldBe(Refusal.None);
        var call = (await teacher.Room.Proceedings.LookBackAsync()).Last();
        if (!calls)
        {
            (call.Otherwise.Number, call.Otherwise.Adopted).ShouldBe((waiting.Held.Length, true));
            return;
        }

        // What goes on is the room without a choice and without people.
        var model = waiting;
        while (!model.IsOver)
        {
            model = await model.HoldAsync(RoundActs.None);
        }

        (call.Otherwise.Number, call.Otherwise.Ending, call.Otherwise.Day).ShouldBe((model.Held[^1].View.Number, model.Held[^1].View.Ending, model.Held[^1].View.Day));
        call.Otherwise.Draft.ShouldBe(model.Held[^1].View.Draft);
    }

    [Fact]
    public async Task When_nobody_chooses_in_time_the_models_own_patience_decides_as_without_the_choice()
    {
        var (_, teacher, brn) = await OpenAsync(seconds: 120);
        await ToTheChoiceAsync(teacher, brn);
        var acts = teacher.Room.Proceedings.Held.Select(held => held.Acts with { CallsVote = null }).ToArray();
        var changed = new TaskCompletionSource();
        teacher.Room.Changed += (_, _) => changed.TrySetResult();
        Clock.Advance(TimeSpan.FromSeconds(121));
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Reading);
        teacher.Room.Proceedings.Held[^1].Acts.CallsVote.ShouldBeNull();
        var plain = await Proceedings.ConveneAsync(Grains, "plain", teacher.Room.Proceedings.Plan, 0, acts);
        plain.Held.Select(held => (held.View.Draft[0], held.View.Adopted, held.View.Day)).ShouldBe(Views(teacher.Room));
        plain.Agenda.Draft.ShouldBe(teacher.Room.Proceedings.Agenda.Draft);
    }

    [Fact]
    public async Task The_choice_waits_for_a_server_that_dies_and_for_a_session_that_is_ended_by_mistake()
    {
        var (register, teacher, brn) = await OpenAsync();
        await ToTheChoiceAsync(teacher, brn);
        (await teacher.EndAsync()).ShouldBe(Refusal.None);
        RoomNews.ForAll(teacher.Room).ShouldBe("The teacher has ended the session; nothing was decided.");
        (await teacher.ResumeAsync()).ShouldBe(Refusal.None);
        var back = await RestartAsync(register, teacher.Room.Code);
        (back.View.Phase, back.Proceedings.AwaitsCall).ShouldBe((RoomPhase.Calling, true));
        back.Proceedings.Called!.View.Adopted.ShouldBeTrue();
        Views(back).ShouldBe(Views(teacher.Room));

        // Its grain has forgotten besides.
        await Grains.GetGrain<IRoomGrain>($"room-{back.Code}").CloseAsync();
        var again = new Teacher(back);
        (await again.CallAsync(back.View.Round - 1, vote: false)).ShouldBe(Refusal.None);
        (await again.OpenRoundAsync()).ShouldBe(Refusal.None);
        await again.CloseAsync();
        back.Proceedings.Held[^1].View.Number.ShouldBe(back.Proceedings.Held.Length);
    }

    [Fact]
    public async Task Who_is_in_the_chair_goes_on_beyond_the_patience_of_the_model_but_not_beyond_the_last_session()
    {
        var (register, teacher, brn) = await OpenAsync(rounds: 6);
        var chair = await SeatAsync(register, teacher, "Mia", null);
        var isOver = false;
        for (var round = 1; round <= 6; round++)
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            (await chair.TableAsync(round, teacher.Room.Proceedings.Agenda.Draft)).ShouldBe(Refusal.None);
            (await brn.CastAsync(round, Ballot.Objection)).ShouldBe(Refusal.None);
            var view = teacher.Room.Proceedings.Held[^1].View;
            teacher.Room.View.Phase.ShouldBe(round == 6 ? RoomPhase.Ended : view.Reading.IsMet ? RoomPhase.Calling : RoomPhase.Reading);
            (view.Adopted, view.Reading.IsMet || round < 6).ShouldBe((round == 6, true));
            if (teacher.Room.View.Phase == RoomPhase.Calling)
            {
                isOver |= VoteCall.PriceOfGoingOn(teacher.Room.Proceedings).Contains("The model's chair would call the vote now", StringComparison.Ordinal);
                (await teacher.CallAsync(round, vote: true)).ShouldBe(Refusal.NotInThisSeat);
                (await chair.CallAsync(round, vote: false)).ShouldBe(Refusal.None);
            }
        }

        isOver.ShouldBeTrue();
        teacher.Room.Proceedings.Held[^1].View.Ending.ShouldBe(Ending.Vote);
    }

    [Fact]
    public async Task In_a_term_a_called_vote_is_remembered()
    {
        var register = Register();
        var settings = new RoomSettings
        {
            Choice = new() { Rules = ["simple-majority"], Rounds = 4, Seed = 5 },
            Matters = ["pandemic", "myanmar-2021"],
            RoundSeconds = 0,
        };
        (var opened, _key, _) = await register.OpenAsync(settings, Somebody.Host);
        var teacher = opened!;
        var brn = await SeatAsync(register, teacher, "Bee", "BRN");
        await brn.WantAsync(vote: true);
        await teacher.BeginMatterAsync();
        await ToTheChoiceAsync(teacher, brn);
        VoteCall.PriceOfVote(teacher.Room.Proceedings).ShouldMatch(@"each who is outvoted loses 0\.10 of goodwill, and \d+ of 10 carry it out\.$");
        (await teacher.CallAsync(teacher.Room.View.Round - 1, vote: true)).ShouldBe(Refusal.None);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Choosing);
        var memory = teacher.Room.Proceedings.Session!.Memory;
        memory.Over.ShouldBe(1);
        memory.Outvoted(0).Contains(brn.Self!.Seat!.Value).ShouldBeTrue();
        memory.Now(brn.Self.Seat.Value).ShouldBeLessThan(0);
        (await teacher.BeginMatterAsync()).ShouldBe(Refusal.None);
        var back = await RestartAsync(register, teacher.Room.Code);
        back.Proceedings.Session!.Memory.Now(brn.Self.Seat.Value).ShouldBe(memory.Now(brn.Self.Seat.Value));
        (await TermDebrief.OfAsync(back, Convener)).Calls.Last().Call.Held.View.Adopted.ShouldBeTrue();
    }

    [Fact]
    public async Task Under_a_rule_that_changes_the_choice_comes_with_the_majority_rule()
    {
        var (_, teacher, brn) = await OpenAsync(rounds: 16, rule: "consensus-then-qmv");
        var change = LessonLength.ChangeOf(teacher.Room.Proceedings.Terms)!.Value;
        var days = new List<double>();
        while (teacher.Room.View.Phase != RoomPhase.Ended)
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            (await brn.CastAsync(teacher.Room.View.Round, Ballot.Objection)).ShouldBe(Refusal.None);
            if (teacher.Room.View.Phase == RoomPhase.Calling)
            {
                days.Add(teacher.Room.OnTheTable.Day);
                (await teacher.CallAsync(teacher.Room.View.Round - 1, vote: false)).ShouldBe(Refusal.None);
            }
        }

        days.ShouldNotBeEmpty();
        days.ShouldAllBe(day => day > change);
        teacher.Room.Proceedings.Held.Count(held => held.View.Day > change).ShouldBe(days.Count + 1); // the last session decides
    }

    [Fact]
    public async Task Under_consensus_nobody_is_asked()
    {
        var register = Register();
        var teacher = await OpenAsync(register, new() { Crisis = "pandemic", Rules = ["consensus"], Seed = 5, Rounds = 3 });
        var brn = await SeatAsync(register, teacher, "Bee", "BRN");
        for (var round = 1; round <= 3; round++)
        {
            await teacher.OpenRoundAsync();
            await brn.CastAsync(round, Ballot.Objection);
            teacher.Room.View.Phase.ShouldBe(round < 3 ? RoomPhase.Reading : RoomPhase.Ended);
        }
    }

    private async Task<(RoomRegister Register, Teacher Teacher, Student Brn)> OpenAsync(
        int rounds = 8, int seconds = 0, string rule = "simple-majority")
    {
        var register = Register();
        var choice = new TableChoice { Crisis = "pandemic", Rules = [rule], Seed = 5, Rounds = rounds };
        (var teacher, _key, var refusal) = await register.OpenAsync(new() { Choice = choice, RoundSeconds = seconds }, Somebody.Host);
        refusal.ShouldBe(Refusal.None);
        return (register, teacher!, await SeatAsync(register, teacher!, "Bee", "BRN"));
    }

    // Plays until the choice is there for the first time.
    private static async Task ToTheChoiceAsync(Teacher teacher, Student objector)
    {
        do
        {
            (await teacher.OpenRoundAsync()).ShouldBe(Refusal.None);
            (await objector.CastAsync(teacher.Room.View.Round, Ballot.Objection)).ShouldBe(Refusal.None);
        }
        while (teacher.Room.View.Phase == RoomPhase.Reading);
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Calling);
    }

    private async Task<Room> RestartAsync(RoomRegister register, string code)
    {
        await register.StopAsync(default);
        var again = Register();
        await again.StartAsync(default);
        return again.Teach(code, _key, Somebody.Host).Teacher!.Room;
    }

    private static IEnumerable<(double Draft, bool Adopted, double Day)> Views(Room room) =>
        room.Proceedings.Held.Select(held => (held.View.Draft[0], held.View.Adopted, held.View.Day));
}
