using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Tests.Rooms;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>The teacher's screen, without the screen.</summary>
public sealed class RoomViewModelTests(SiloFixture silo) : IAsyncDisposable
{
    private readonly OpenRooms _rooms = new(silo);

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public void The_screen_says_how_one_joins()
    {
        var room = new RoomViewModel("ABC234", ["http://192.168.1.7:5080", "http://10.0.0.2:5080"]);
        room.Join.LinkShown.ShouldBe("192.168.1.7:5080/join");
        room.IsThisMachineOnly.ShouldBeFalse();
        room.ScreenLink.ShouldBe("/screen/ABC234");
        room.Address = "http://localhost:5080";
        room.Join.LinkWithCode.ShouldBe("http://localhost:5080/join?code=ABC234");
        room.IsThisMachineOnly.ShouldBeTrue();
        (room.Join.HalvedCode, room.Join.SpelledCode).ShouldBe(("ABC 234", "A B C 2 3 4"));
    }

    [Fact]
    public void What_stands_on_the_bar_of_a_room_marks_its_numbers()
    {
        RoomViewModel.People(1).Value.ShouldBe("<b>1</b> person");
        RoomViewModel.People(0).Value.ShouldBe("<b>0</b> people");
        RoomViewModel.JoinAt(new("ABC234", "http://10.0.0.2")).Value.ShouldBe("Join at <b>10.0.0.2/join</b> with <b class='code'>ABC 234</b>");
    }

    [Theory]
    [InlineData(RoomPhase.Gathering, 0, 0, "", false)]
    [InlineData(RoomPhase.Gathering, 1, 0, "taken", false)]
    [InlineData(RoomPhase.Reading, 3, 3, "3 people", false)]
    [InlineData(RoomPhase.Voting, 0, 0, "", false)]
    [InlineData(RoomPhase.Voting, 1, 0, "thinking", false)]
    [InlineData(RoomPhase.Voting, 1, 1, "has voted", true)]
    [InlineData(RoomPhase.Voting, 3, 0, "thinking", false)]
    [InlineData(RoomPhase.Voting, 3, 2, "2 of 3 voted", false)]
    [InlineData(RoomPhase.Voting, 3, 3, "have voted", true)]
    public void A_seat_says_who_is_in_it_and_never_what_they_voted(RoomPhase phase, int people, int voted, string note, bool isSealed)
    {
        var view = RoomView.Of(RoomStateTests.Empty()) with { Phase = phase, Seats = [new(people, voted)] };
        RoomViewModel.NoteOf(view, 0).ShouldBe(note);
        RoomViewModel.IsSealed(view, 0).ShouldBe(isSealed);
    }

    [Fact]
    public async Task People_are_listed_by_seat_the_chair_first_and_who_has_none_last()
    {
        var (teacher, key) = await _rooms.OpenAsync(new());
        await _rooms.Register.EnterAsync(teacher.Room.Code, "Late", Somebody.Host);
        await _rooms.SeatAsync(teacher, "Ina", "IDN");
        await _rooms.SeatAsync(teacher, "Bea", "BRN");
        await _rooms.SeatAsync(teacher, "Ida", "IDN");
        await _rooms.SeatAsync(teacher, "Mia", null);
        var room = new RoomViewModel(teacher.Room.Code, ["http://localhost"]);
        room.Open(_rooms.Register, "another key", Somebody.Host);
        (room.Teacher, room.Refused).ShouldBe((null, RefusalText.Of(Refusal.WrongKey)));
        room.Open(_rooms.Register, key, Somebody.Host);

        room.Refused.ShouldBeNull();
        room.Seating.Select(seat => $"{seat.Seat}: {string.Join(", ", seat.People.Select(person => person.Name))}")
            .ShouldBe(["Chair: Mia", "Brunei Darussalam: Bea", "Indonesia: Ina, Ida", "No seat yet: Late"]);
    }

    [Fact]
    public void A_seat_is_looked_at_until_it_is_pressed_again()
    {
        var room = new RoomViewModel("ABC234", ["http://localhost"]);
        room.Select(3);
        room.Select(4);
        room.Selected.ShouldBe(4);
        room.Select(4);
        room.Selected.ShouldBeNull();
    }
}
