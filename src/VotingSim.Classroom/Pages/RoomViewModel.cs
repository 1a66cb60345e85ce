using Microsoft.AspNetCore.Components;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>A room on the teacher's screen: how one joins, who sits where, and what is written at the seats.</summary>
/// <param name="code">The code of the room.</param>
/// <param name="addresses">The addresses by which phones reach the server, the likeliest first; at least one.</param>
public sealed class RoomViewModel(string code, IReadOnlyList<string> addresses)
{
    /// <summary>The addresses to choose from.</summary>
    public IReadOnlyList<string> Addresses => addresses;

    /// <summary>The address that is shown.</summary>
    public string Address { get; set; } = addresses[0];

    /// <summary>What the teacher may do; null without the room's key.</summary>
    public Teacher? Teacher { get; private set; }

    /// <summary>Why the room is not shown; null where it is, or is not asked for yet.</summary>
    public string? Refused { get; private set; }

    /// <summary>The seat that is looked at; null where none is.</summary>
    public int? Selected { get; private set; }

    /// <summary>What is shown to who wants to come in.</summary>
    public JoinSign Join => new(code, Address);

    /// <summary>The screen for the wall, which shows the address that was chosen here.</summary>
    public string ScreenLink => Address == addresses[0] ? $"/screen/{code}" : $"/screen/{code}?address={Uri.EscapeDataString(Address)}";

    /// <summary>Whether phones cannot get to the address.</summary>
    public bool IsThisMachineOnly => JoinAddress.IsThisMachineOnly(Address);

    /// <summary>Who sits where: seats in order, the chair first, whoever has none last.</summary>
    public IEnumerable<SeatedPeople> Seating => Teacher!.People.GroupBy(person => person.Seat).OrderBy(seat => seat.Key ?? int.MaxValue)
        .Select(seat => new SeatedPeople(
            NameOf(seat.Key), [.. seat.Select(person => (person.Number, person.Name, Teacher.Room.IsAway(person.Number)))]));

    /// <summary>The person whom the teacher does something with; null where there is none.</summary>
    public int? Asked { get; set; }

    /// <summary>Why the last act was refused; null where it was not.</summary>
    public string? Told { get; private set; }

    /// <summary>Does something, and is through with the person it was about.</summary>
    public async Task DoAsync(Func<Task<Refusal>> act)
    {
        Told = RefusalText.Of(await act());
        Asked = Told is null ? null : Asked;
    }

    /// <summary>What stands on the button that begins the matter of a term that comes. Only in a term.</summary>
    public string BeginLabel => TermNews.Begin(Teacher!.Room.State, Teacher.Room.Proceedings.Session!.Term);

    /// <summary>Those who sit somewhere, with their seats.</summary>
    public IReadOnlyList<(int Number, string Name)> Seated =>
        [.. Seating.SelectMany(seat => seat.People.Select(person => (person.Number, Name: $"{person.Name} ({seat.Seat})")))
            .Where(person => Teacher!.People.Any(one => one.Number == person.Number && one.Seat is not null))];

    /// <summary>How many have guessed how it will end; null where nobody may.</summary>
    public string? Guessed => RoomNews.Guessed(Teacher!.Room);

    /// <summary>Opens the room by its teacher's key.</summary>
    public void Open(RoomRegister register, string? key, Visitor visitor)
    {
        var (teacher, refusal) = register.Teach(code, key, visitor);
        (Teacher, Refused) = (teacher, RefusalText.Of(refusal));
    }

    /// <summary>Looks at a seat, or away from it.</summary>
    public void Select(int seat) => Selected = Selected == seat ? null : seat;

    /// <summary>Looks at no seat.</summary>
    public void Deselect() => Selected = null;

    /// <summary>What is written at a seat while ballots are hidden.</summary>
    public string NoteOf(int seat) => NoteOf(Teacher!.Room.View, seat);

    /// <summary>Whether all in a seat have voted and nobody may see what.</summary>
    public bool IsSealed(int seat) => IsSealed(Teacher!.Room.View, seat);

    /// <summary>What is written at a seat of a room.</summary>
    public static string NoteOf(RoomView view, int seat) => view.Seats[seat] switch
    {
        { People: 0 } => "",
        { } taken when view.Phase != RoomPhase.Voting => taken.People == 1 ? Tell("taken") : JoinViewModel.Taken(taken.People),
        { People: 1, Voted: 1 } => Tell("has voted"),
        { Voted: 0 } => Tell("thinking"),
        { } some => some.Voted == some.People ? Tell("have voted") : Tell($"{some.Voted} of {some.People} voted"),
    };

    /// <summary>How one joins a room that has begun.</summary>
    public static MarkupString JoinAt(JoinSign join) => Mark($"Join at <b>{join.LinkShown}</b> with <b class='code'>{join.HalvedCode}</b>");

    /// <summary>How many are in a room.</summary>
    public static MarkupString People(int people) => people == 1 ? Mark($"<b>{people}</b> person") : Mark($"<b>{people}</b> people");

    /// <summary>How many have voted.</summary>
    public static MarkupString Voted(RoomView view) => Mark($"<b>{view.Voted}</b> of {view.Voters} voted");

    /// <summary>Whether all in a seat of a room have voted and nobody may see what.</summary>
    public static bool IsSealed(RoomView view, int seat) =>
        view.Phase == RoomPhase.Voting && view.Seats[seat] is { Voted: > 0 } taken && taken.Voted == taken.People;

    private string NameOf(int? seat) => seat switch
    {
        null => Tell("No seat yet"),
        RoomState.ChairSeat => Tell("Chair"),
        { } member => ClassroomWording.Name(Teacher!.Room.Proceedings.Terms.Roster.Members[member]),
    };
}
