using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>
/// A phone before and after it is in a room: the code and name that are typed, then the values that are chosen and not sent yet. Ballots are
/// cast by the phone itself.
/// </summary>
public sealed class JoinViewModel(RoomRegister register)
{
    private (RoomPhase Phase, int Round, int? Seat) _drawn;

    /// <summary>The code that is typed.</summary>
    public string Code { get; set; } = "";

    /// <summary>The name that is typed.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who this is; null before somebody came in.</summary>
    public Student? Student { get; private set; }

    /// <summary>Why the last wish was refused; null where it was not.</summary>
    public string? Refused { get; private set; }

    /// <summary>
    /// The values on the scales, one per issue: what the member says next, or the text of the chair. Null without a person in a room.
    /// </summary>
    public double[]? Values { get; private set; }

    /// <summary>Why the person was sent out, in a sentence; null where it was not.</summary>
    public string? SentOutFor => Student?.SentOutFor is { } reason ? SentOut.Sentence(reason) : null;

    /// <summary>Comes back by the key that this browser kept; one that fits no longer is passed over in silence.</summary>
    public void Return(string key, Visitor visitor)
    {
        var (student, refusal) = register.Return(Code, key, visitor);
        Take(student);
        Refused = refusal is Refusal.None or Refusal.WrongKey or Refusal.SentOut ? null : RefusalText.Of(refusal);
    }

    /// <summary>Comes in with the code and name that are typed; whoever was here before comes back to the same place.</summary>
    /// <param name="visitor">Who asks.</param>
    /// <param name="recall">Finds the key that this browser kept of a room; null where it kept none.</param>
    /// <returns>The key by which the person comes back; null where it came back by the one that was kept, or was refused.</returns>
    public async Task<string?> EnterAsync(Visitor visitor, Func<string, Task<string?>> recall)
    {
        if (Secrets.CodeFrom(Code) is { } typed
            && await recall(typed) is { Length: > 0 } kept
            && register.Return(typed, kept, visitor).Student is { } back)
        {
            Refused = null;
            Take(back);
            return null;
        }

        var (student, key, refusal) = await register.EnterAsync(Code, Name, visitor);
        Refused = RefusalText.Of(refusal);
        if (student is null)
        {
            return null;
        }

        Take(student);
        return key;
    }

    /// <summary>Takes a seat.</summary>
    public Task SitAsync(int seat) => ActAsync(Student!.SitAsync(seat));

    /// <summary>Calls the vote on the round whose ballots are open, or goes on seeking consensus.</summary>
    public Task CallAsync(int round, bool vote) => ActAsync(Student!.CallAsync(round, vote));

    /// <summary>Wants patience or a vote in the matter of a term that comes.</summary>
    public Task WantAsync(bool vote) => ActAsync(Student!.WantAsync(vote));

    /// <summary>States the values as what the member will say when the round is over.</summary>
    public Task StateAsync(int round) => ActAsync(Student!.StateAsync(round, [.. Values!]));

    /// <summary>Tables the values as the text of the round.</summary>
    public Task TableAsync(int round) => ActAsync(Student!.TableAsync(round, [.. Values!]));

    /// <summary>What the values on the scales are, before anything was stated: what the model would say, beside what the brief says.</summary>
    public static string UnstatedNote(Student student)
    {
        var (terms, seat) = (student.Room.Proceedings.Terms, student.Self!.Seat!.Value);
        var wanted = ClassroomWording.Text(terms, terms.Crisis.Stances[seat].Position);
        var said = ClassroomWording.Text(terms, [.. OpinionsOf(student.Room, seat)]);
        return said == wanted
            ? Tell($"If you state nothing, the model speaks for you. Your ideal is {wanted}, and so far that is what your member says.")
            : Tell(
                $"If you state nothing, the model speaks for you. Your ideal is {wanted}; having listened to the others, "
                + $"your member now says {said}.");
    }

    /// <summary>Looks at the room again: a new round starts with what was said last.</summary>
    public void Refresh()
    {
        if (Student is not { Self: { } self } student)
        {
            return;
        }

        var view = student.Room.View;
        if (Values is null || _drawn != (view.Phase, view.Round, self.Seat))
        {
            (_drawn, Values) = ((view.Phase, view.Round, self.Seat), BeginOf(student.Room, self));
        }
    }

    /// <summary>The heading for who this is.</summary>
    public static string Heading(DeliberationTerms terms, int? seat) => seat switch
    {
        null => Tell("Choose a seat"),
        RoomState.ChairSeat => Tell("The chair"),
        { } mine => ClassroomWording.Name(terms.Roster.Members[mine]),
    };

    /// <summary>The rule of the session.</summary>
    public static string RuleOf(Room room) =>
        room.View.Session > 1 ? Tell($"Second session: {room.Proceedings.Text.Rule}") : room.Proceedings.Text.Rule;

    /// <summary>How many sit in a seat.</summary>
    public static string Taken(int people) => people == 0 ? Tell("free") : TellOf(people, $"{people} person", $"{people} people");

    /// <summary>A ballot as what stands on a button.</summary>
    public static string NameOf(Ballot ballot) => ClassroomWording.Capital(ClassroomWording.Infinitive(ballot));

    /// <summary>What a person is told of its ballot.</summary>
    public static string HasCast(Ballot ballot) => ballot switch
    {
        Ballot.Support => Tell("You support."),
        Ballot.Objection => Tell("You object."),
        _ => Tell("You abstain."),
    };

    private static double[] BeginOf(Room room, Person self)
    {
        IEnumerable<double> values = self.Seat is >= 0 and var seat
            ? self.Position.IsEmpty ? OpinionsOf(room, seat) : self.Position
            : room.Proceedings.Agenda.Draft;
        return [.. values.Select(value => Math.Round(value))];
    }

    private static IEnumerable<double> OpinionsOf(Room room, int seat)
    {
        var issues = room.Proceedings.Terms.Crisis.Issues.Length;
        return room.OnTheTable.Opinions.Skip(seat * issues).Take(issues);
    }

    private void Take(Student? student)
    {
        Student = student;
        Refresh();
    }

    private async Task ActAsync(Task<Refusal> act)
    {
        Refused = RefusalText.Of(await act);
        Refresh();
    }
}
