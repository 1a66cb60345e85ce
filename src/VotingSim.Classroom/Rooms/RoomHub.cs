using Microsoft.AspNetCore.SignalR;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Experiments.Store;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// The rooms for programs: the same acts as the pages', on the same register. A connection is bound to one person or one teacher by a
/// key, and nothing that it sends names another.
/// </summary>
/// <remarks>
/// Where something is refused, the answer is the sentence that says why; where it was done, null. Whatever changes in the room is sent
/// as <c>view</c>.
/// </remarks>
public sealed class RoomHub(RoomRegister rooms, RoomBroadcast broadcast, Visitors visitors) : Hub
{
    private const string Pass = "pass";
    private const string Who = "who";
    private const string Stay = "stay";

    /// <summary>Shows the host key, for who is not at the machine of the classroom.</summary>
    /// <returns>Whether rooms are this connection's to open.</returns>
    public bool Host(string key)
    {
        Context.Items[Who] = visitors.Of(Context.GetHttpContext(), key, Context.ConnectionId);
        return Visitor.MayHost;
    }

    /// <summary>Opens a room and makes the connection its teacher's.</summary>
    public async Task<Opened> Open(string crisis, string members, string rule, ulong seed, int rounds, int roundSeconds)
    {
        var choice = Address.Choice(crisis, members, [rule], null, null) with { Seed = seed, Rounds = rounds };
        try
        {
            var (teacher, key, refusal) = await rooms.OpenAsync(new() { Choice = choice, RoundSeconds = roundSeconds }, Visitor);
            if (teacher is not null)
            {
                await BindAsync(teacher, teacher.Room);
            }

            return new(teacher?.Room.Code, key, RefusalText.Of(refusal));
        }
        catch (ConfigurationException e)
        {
            return new(null, "", e.Problems[0].Message);
        }
    }

    /// <summary>Makes the connection the teacher's of a room.</summary>
    public async Task<string?> Teach(string code, string key)
    {
        var (teacher, refusal) = rooms.Teach(code, key, Visitor);
        await BindAsync(teacher, teacher?.Room);
        return RefusalText.Of(refusal);
    }

    /// <summary>Lets a person in and makes the connection its own.</summary>
    public async Task<Entered> Enter(string code, string name)
    {
        var (student, key, refusal) = await rooms.EnterAsync(code, name, Visitor);
        await BindAsync(student, student?.Room);
        return new(key, RefusalText.Of(refusal));
    }

    /// <summary>Lets a person in again.</summary>
    public async Task<string?> Return(string code, string key)
    {
        var (student, refusal) = rooms.Return(code, key, Visitor);
        await BindAsync(refusal == Refusal.None ? student : null, student?.Room);
        return RefusalText.Of(refusal);
    }

    /// <summary>What everybody in the room may know.</summary>
    public RoomView? Look() => Context.Items[Pass] switch
    {
        Student student => student.Self is null ? null : student.Room.View,
        Teacher teacher => teacher.Room.View,
        _ => null,
    };

    /// <summary>The brief of the person's own seat.</summary>
    public PrivateBrief? Brief() => (Context.Items[Pass] as Student)?.Brief;

    /// <summary>Takes a seat.</summary>
    public Task<string?> Sit(int seat) => AsStudentAsync(student => student.SitAsync(seat));

    /// <summary>States a position.</summary>
    public Task<string?> State(int round, double[] position) => AsStudentAsync(student => student.StateAsync(round, [.. position ?? []]));

    /// <summary>Casts a ballot: S, A or O.</summary>
    public Task<string?> Cast(int round, string ballot) => AsStudentAsync(student =>
        student.CastAsync(round, (ballot is { Length: 1 } ? BallotLetter.Read(ballot[0]) : null) ?? (Ballot)byte.MaxValue));

    /// <summary>Tables a text.</summary>
    public Task<string?> Table(int round, double[] text) => AsStudentAsync(student => student.TableAsync(round, [.. text ?? []]));

    /// <summary>Calls the vote on the round whose ballots are open, or goes on seeking consensus: for who is in the chair, and for the teacher where
    /// nobody is.</summary>
    public Task<string?> Call(int round, bool vote) => Context.Items[Pass] is Teacher
        ? AsTeacherAsync(teacher => teacher.CallAsync(round, vote))
        : AsStudentAsync(student => student.CallAsync(round, vote));

    /// <summary>Wants patience or a vote in the matter of a term that comes.</summary>
    public Task<string?> Want(bool vote) => AsStudentAsync(student => student.WantAsync(vote));

    /// <summary>Guesses before the first round: the faster rule by name (empty for no difference), a text on the first issue, and the seat of
    /// who will be outvoted (-1 for nobody).</summary>
    public Task<string?> Guess(string faster, double text, int outvoted) =>
        AsStudentAsync(student => student.GuessAsync(new(faster ?? "", text, outvoted)));

    /// <summary>Begins the matter of a term that comes.</summary>
    public Task<string?> BeginMatter() => AsTeacherAsync(teacher => teacher.BeginMatterAsync());

    /// <summary>Opens a round.</summary>
    public Task<string?> OpenRound() => AsTeacherAsync(teacher => teacher.OpenRoundAsync());

    /// <summary>Closes the drafting or the vote.</summary>
    public Task<string?> CloseRound() => AsTeacherAsync(teacher => teacher.CloseAsync());

    /// <summary>Plays the room again under another rule.</summary>
    public Task<string?> PlayAgain(string rule) => AsTeacherAsync(teacher => teacher.PlayAgainAsync(rule ?? ""));

    /// <summary>Ends the session.</summary>
    public Task<string?> End() => AsTeacherAsync(teacher => teacher.EndAsync());

    /// <summary>Closes the room for good.</summary>
    public Task<string?> Close() => AsTeacherAsync(async teacher =>
    {
        await rooms.CloseAsync(teacher.Room);
        return Refusal.None;
    });

    /// <summary>Nobody waits for long for a person whose connection is gone.</summary>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        (Context.Items[Stay] as IDisposable)?.Dispose();
        return base.OnDisconnectedAsync(exception);
    }

    private Visitor Visitor
    {
        get
        {
            if (Context.Items[Who] is not Visitor known)
            {
                Context.Items[Who] = known = visitors.Of(Context.GetHttpContext(), connection: Context.ConnectionId);
            }

            return known;
        }
    }

    private async Task BindAsync(object? pass, Room? room)
    {
        if (pass is null || room is null)
        {
            return;
        }

        if (Context.Items[Pass] is { } before)
        {
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, (before as Student)?.Room.Code ?? ((Teacher)before).Room.Code);
        }

        (Context.Items[Stay] as IDisposable)?.Dispose();
        Context.Items[Stay] = (pass as Student)?.Attend();
        Context.Items[Pass] = pass;
        broadcast.Watch(room);
        await Groups.AddToGroupAsync(Context.ConnectionId, room.Code);
    }

    private async Task<string?> AsStudentAsync(Func<Student, Task<Refusal>> act) =>
        RefusalText.Of(Context.Items[Pass] is Student student ? await act(student) : Refusal.NotInTheRoom);

    private async Task<string?> AsTeacherAsync(Func<Teacher, Task<Refusal>> act) =>
        RefusalText.Of(Context.Items[Pass] is Teacher teacher ? await act(teacher) : Refusal.WrongKey);
}
