using VotingSim.Classroom.Access;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Tests.Rooms;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>The screen for the wall, without the wall.</summary>
public sealed class ScreenViewModelTests(SiloFixture silo) : IAsyncDisposable
{
    private readonly OpenRooms _rooms = new(silo);

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public async Task Whoever_looks_on_sees_the_ballots_open_before_the_verdict_and_whoever_comes_later_or_wants_nothing_to_move_sees_the_end()
    {
        var (teacher, _) = await _rooms.OpenAsync(new() { Rules = ["asean-qmv"] });
        var student = await _rooms.SeatAsync(teacher, "Ina", "IDN");
        var (watching, still) = (Looking(teacher), Looking(teacher));
        still.IsStill = true;
        watching.IsLobby.ShouldBeTrue();
        await teacher.OpenRoundAsync();
        watching.Notice().ShouldBeFalse();
        watching.Sentence.ShouldContain("is put to the vote");
        watching.Where.ShouldEndWith("Round 1 of 8");

        await student.CastAsync(1, Ballot.Objection);
        watching.Notice().ShouldBeTrue();
        still.Notice().ShouldBeFalse();
        var late = Looking(teacher);
        watching.Sentence.ShouldBe("Round 1: the vote is closed, and the ballots are opened.");
        (watching.IsOpening, still.IsOpening, late.IsOpening).ShouldBe((true, false, false));
        late.Sentence.ShouldBe(RoomNews.ForAll(teacher.Room));
        late.Climb.Select(bar => bar.Length).ShouldBe([11, 11]);
        watching.UntilVerdict.ShouldBe(ScreenViewModel.Hush + (12 * ScreenViewModel.Beat));

        // Somebody comes in meanwhile: nothing begins anew, and nothing is told early.
        await _rooms.Register.EnterAsync(teacher.Room.Code, "Late", Somebody.Host);
        watching.Notice().ShouldBeFalse();
        watching.IsOpening.ShouldBeTrue();
        watching.Land(1);
        watching.IsOpening.ShouldBeFalse();
        watching.Sentence.ShouldBe(late.Sentence);

        // Whatever the chair chooses, the ballots of the round are open already.
        (await teacher.CallAsync(1, vote: false)).ShouldBe(Refusal.None);
        watching.Notice().ShouldBeFalse();
        watching.IsOpening.ShouldBeFalse();

        // The next round is opened before a verdict lands: it does not land in it.
        await teacher.OpenRoundAsync();
        watching.Notice();
        await student.CastAsync(2, Ballot.Objection);
        watching.Notice().ShouldBeTrue();
        watching.Land(1);
        watching.IsOpening.ShouldBeTrue();
        (await teacher.CallAsync(2, vote: false)).ShouldBe(Refusal.None);
        watching.IsOpening.ShouldBeTrue();
        await teacher.OpenRoundAsync();
        watching.Notice().ShouldBeFalse();
        watching.IsOpening.ShouldBeFalse();
        watching.Sentence.ShouldContain("Round 3 of 8");
    }

    [Fact]
    public async Task To_look_one_needs_the_code_and_nothing_else_and_guesses_are_counted()
    {
        var (teacher, _) = await _rooms.OpenAsync(new());
        var stranger = Somebody.At("203.0.113.7");
        Looking(teacher, stranger).Room.ShouldBe(teacher.Room);
        for (var guess = 0; guess < AttemptLimits.PerPerson; guess++)
        {
            var screen = new ScreenViewModel("ABC234", "http://localhost");
            screen.Look(_rooms.Register, stranger);
            (screen.Room, screen.Refused).ShouldBe((null, RefusalText.Of(Refusal.NoSuchRoom)));
        }

        var one = new ScreenViewModel(teacher.Room.Code, "http://localhost");
        one.Look(_rooms.Register, stranger);
        (one.Room, one.Refused).ShouldBe((null, RefusalText.Of(Refusal.TooManyAttempts)));
    }

    private ScreenViewModel Looking(Teacher teacher, Visitor? visitor = null)
    {
        var screen = new ScreenViewModel(teacher.Room.Code.ToLowerInvariant(), "http://localhost");
        screen.Look(_rooms.Register, visitor ?? Somebody.Host);
        return screen;
    }
}
