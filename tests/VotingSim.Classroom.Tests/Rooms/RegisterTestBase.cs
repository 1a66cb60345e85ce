using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Any number of registers over one folder, with a clock that the test moves.</summary>
public abstract class RegisterTestBase(SiloFixture silo) : IAsyncDisposable
{
    private readonly List<RoomRegister> _registers = [];

    private protected FakeTimeProvider Clock { get; } = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    private protected TemporaryFolder Folder { get; } = new("rooms");

    private protected IGrainFactory Grains => silo.Grains;

    private protected Convener Convener => new(new() { Folder = Folder.Path }, Grains);

    public async ValueTask DisposeAsync()
    {
        foreach (var register in _registers)
        {
            await register.StopAsync(default);
            register.Dispose();
        }

        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected RoomRegister Register()
    {
        var store = new FileRoomStore(Folder.Path, NullLogger<FileRoomStore>.Instance);
        var register = new RoomRegister(Convener, Grains, store, new(Clock), Clock, NullLogger<RoomRegister>.Instance);
        _registers.Add(register);
        return register;
    }

    private protected static async Task<Teacher> OpenAsync(RoomRegister register, TableChoice choice)
    {
        var (teacher, _, refusal) = await register.OpenAsync(new() { Choice = choice, RoundSeconds = 120 }, Somebody.Host);
        refusal.ShouldBe(Refusal.None);
        return teacher!;
    }

    private protected static async Task<Student> SeatAsync(RoomRegister register, Teacher teacher, string name, string? code)
    {
        var (student, _, refusal) = await register.EnterAsync(teacher.Room.Code, name, Somebody.Host);
        refusal.ShouldBe(Refusal.None);
        var members = teacher.Room.Proceedings.Terms.Roster.Members;
        (await student!.SitAsync(code is null ? RoomState.ChairSeat : members.IndexOf(members.Single(member => member.Code == code)))).ShouldBe(Refusal.None);
        return student;
    }
}
