using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Tests.Rooms;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>A phone in a room, without the phone.</summary>
public sealed class JoinViewModelTests(SiloFixture silo) : IAsyncDisposable
{
    private readonly OpenRooms _rooms = new(silo);

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public async Task Who_types_a_wrong_code_is_told_and_stays_outside()
    {
        var join = new JoinViewModel(_rooms.Register) { Code = "AAAAAA", Name = "Ina" };
        (await join.EnterAsync(Somebody.Host, Nothing)).ShouldBeNull();
        join.Refused.ShouldBe(RefusalText.Of(Refusal.NoSuchRoom));
        (join.Student, join.Values).ShouldBe((null, null));
    }

    [Fact]
    public async Task Whoever_comes_in_takes_a_seat_and_starts_from_what_the_member_says()
    {
        var (teacher, _) = await _rooms.OpenAsync(new() { Crisis = "south-china-sea" });
        var join = await EnterAsync(teacher, "Ina");
        join.Refused.ShouldBeNull();
        join.Values.ShouldBe(Rounded(teacher.Room.Proceedings.Agenda.Draft));
        var seat = OpenRooms.SeatOf(teacher.Room, "SGP");
        await join.SitAsync(seat);
        var terms = teacher.Room.Proceedings.Terms;
        var issues = terms.Crisis.Issues.Length;
        join.Values.ShouldBe(Rounded(teacher.Room.OnTheTable.Opinions).Skip(seat * issues).Take(issues));
        JoinViewModel.Heading(terms, join.Student!.Self!.Seat).ShouldBe("Singapore");
        await join.SitAsync(0);
        join.Refused.ShouldBe(RefusalText.Of(Refusal.HasASeat));
    }

    [Fact]
    public async Task What_was_stated_stands_when_the_next_round_opens()
    {
        var (teacher, _) = await _rooms.OpenAsync(new() { Rules = ["unanimity"] });
        var join = await EnterAsync(teacher, "Ina");
        await join.SitAsync(OpenRooms.SeatOf(teacher.Room, "IDN"));
        await teacher.OpenRoundAsync();
        join.Refresh();
        join.Values![0] = 12;
        await join.StateAsync(1);
        (await join.Student!.CastAsync(1, Ballot.Objection)).ShouldBe(Refusal.None);
        join.Refresh();
        teacher.Room.View.Phase.ShouldBe(RoomPhase.Reading);
        teacher.Room.Proceedings.Held.Single().View.Ballots[join.Student.Self!.Seat!.Value].ShouldBe(Ballot.Objection);
        join.Values[0].ShouldBe(12);
        await teacher.OpenRoundAsync();
        await join.StateAsync(1);
        join.Refused.ShouldBe(RefusalText.Of(Refusal.AnotherRound));
    }

    [Fact]
    public async Task The_chair_starts_from_the_models_text_and_tables_its_own()
    {
        var (teacher, _) = await _rooms.OpenAsync(new());
        var join = await EnterAsync(teacher, "Mia");
        await join.SitAsync(RoomState.ChairSeat);
        JoinViewModel.Heading(teacher.Room.Proceedings.Terms, RoomState.ChairSeat).ShouldBe("The chair");
        await teacher.OpenRoundAsync();
        join.Refresh();
        join.Values.ShouldBe(Rounded(teacher.Room.Proceedings.Agenda.Draft));
        join.Values![0] = 77;
        await join.TableAsync(1);
        teacher.Room.OnTheTable.Draft[0].ShouldBe(77);
    }

    [Fact]
    public async Task Who_has_the_key_comes_back_and_a_key_that_fits_no_longer_is_passed_over()
    {
        var (teacher, _) = await _rooms.OpenAsync(new());
        var first = new JoinViewModel(_rooms.Register) { Code = teacher.Room.Code, Name = "Ina" };
        var key = await first.EnterAsync(Somebody.Host, Nothing);
        var again = new JoinViewModel(_rooms.Register) { Code = teacher.Room.Code };
        again.Return("not the key", Somebody.Host);
        (again.Student, again.Refused).ShouldBe((null, null));
        again.Return(key!, Somebody.Host);
        again.Student!.Self!.Name.ShouldBe("Ina");
        again.Code = "AAAAAA";
        again.Return(key!, Somebody.Host);
        again.Refused.ShouldBe(RefusalText.Of(Refusal.NoSuchRoom));
    }

    [Theory]
    [InlineData(0, "free")]
    [InlineData(1, "1 person")]
    [InlineData(3, "3 people")]
    public void A_seat_says_how_many_sit_in_it(int people, string expected) => JoinViewModel.Taken(people).ShouldBe(expected);

    [Theory]
    [InlineData(Ballot.Support, "You support.")]
    [InlineData(Ballot.Abstention, "You abstain.")]
    [InlineData(Ballot.Objection, "You object.")]
    public void A_person_is_told_what_it_has_cast(Ballot ballot, string expected) => JoinViewModel.HasCast(ballot).ShouldBe(expected);

    private async Task<JoinViewModel> EnterAsync(Teacher teacher, string name)
    {
        var join = new JoinViewModel(_rooms.Register) { Code = teacher.Room.Code, Name = name };
        (await join.EnterAsync(Somebody.Host, Nothing)).ShouldNotBeNull();
        return join;
    }

    [Fact]
    public async Task Whoever_types_the_code_again_comes_back_to_the_same_place()
    {
        var (teacher, _) = await _rooms.OpenAsync(new());
        var first = new JoinViewModel(_rooms.Register) { Code = teacher.Room.Code, Name = "Ina" };
        var key = await first.EnterAsync(Somebody.Host, Nothing);
        await first.SitAsync(2);
        var again = new JoinViewModel(_rooms.Register) { Code = $" {teacher.Room.Code[..3].ToLowerInvariant()}-{teacher.Room.Code[3..]}", Name = "Ina 2" };
        (await again.EnterAsync(Somebody.Host, code => Task.FromResult(code == teacher.Room.Code ? key : null))).ShouldBeNull();
        (again.Student!.Self!.Name, again.Student.Self.Seat, teacher.People.Count()).ShouldBe(("Ina", 2, 1));

        // A key of another day is passed over.
        var third = new JoinViewModel(_rooms.Register) { Code = teacher.Room.Code, Name = "Ida" };
        (await third.EnterAsync(Somebody.Host, _ => Task.FromResult<string?>("old"))).ShouldNotBeNull();
        teacher.People.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_sent_out_is_told_why_does_not_come_in_again_by_the_code_and_is_let_back()
    {
        var (teacher, _) = await _rooms.OpenAsync(new());
        var join = new JoinViewModel(_rooms.Register) { Code = teacher.Room.Code, Name = "Ina" };
        var key = await join.EnterAsync(Somebody.Host, Nothing);
        await teacher.RemoveAsync(0, RemovalReason.SeatIsNeeded);
        join.SentOutFor!.ShouldContain("your seat is kept for somebody else");
        var again = new JoinViewModel(_rooms.Register) { Code = teacher.Room.Code, Name = "Somebody else" };
        await again.EnterAsync(Somebody.Host, _ => Task.FromResult(key));
        (again.SentOutFor, teacher.People.Count()).ShouldBe((join.SentOutFor, 0));
        await teacher.LetBackAsync(0);
        (again.SentOutFor, again.Student!.Self!.Name).ShouldBe((null, "Ina"));
    }

    [Fact]
    public async Task The_slider_says_how_what_the_member_says_differs_from_what_its_brief_says()
    {
        var (teacher, _) = await _rooms.OpenAsync(new() { Rules = ["unanimity"] });
        var idn = await _rooms.SeatAsync(teacher, "Ina", "IDN");
        var (terms, seat) = (teacher.Room.Proceedings.Terms, idn.Self!.Seat!.Value);
        var (wanted, said) = (Math.Round(terms.Crisis.Stances[seat].Position[0]), Math.Round(teacher.Room.OnTheTable.Opinions[seat]));
        JoinViewModel.UnstatedNote(idn).ShouldContain($"Your ideal is {wanted}");
        if (said != wanted)
        {
            JoinViewModel.UnstatedNote(idn).ShouldContain($"your member now says {said} (");
        }
    }

    private static Task<string?> Nothing(string code) => Task.FromResult<string?>(null);

    private static IEnumerable<double> Rounded(IEnumerable<double> values) => values.Select(value => Math.Round(value));
}
