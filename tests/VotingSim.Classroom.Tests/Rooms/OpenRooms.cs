using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>A register with a clock that stands still and a folder of its own.</summary>
internal sealed class OpenRooms : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("votingsim-rooms-").FullName;

    public OpenRooms(SiloFixture silo)
    {
        Convener = new(new() { Folder = _folder }, silo.Grains);
        var store = new FileRoomStore(_folder, NullLogger<FileRoomStore>.Instance);
        var clock = new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        Register = new(Convener, silo.Grains, store, new(clock), clock, NullLogger<RoomRegister>.Instance);
    }

    public Convener Convener { get; }

    public RoomRegister Register { get; }

    public async Task<(Teacher Teacher, string Key)> OpenAsync(TableChoice choice)
    {
        var (teacher, key, refusal) = await Register.OpenAsync(new() { Choice = choice, RoundSeconds = 120 }, Somebody.Host);
        refusal.ShouldBe(Refusal.None);
        return (teacher!, key);
    }

    /// <summary>Somebody comes in and takes the seat of a member, or with null the chair.</summary>
    public async Task<Student> SeatAsync(Teacher teacher, string name, string? code)
    {
        var (student, _, refusal) = await Register.EnterAsync(teacher.Room.Code, name, Somebody.Host);
        refusal.ShouldBe(Refusal.None);
        (await student!.SitAsync(code is null ? RoomState.ChairSeat : SeatOf(teacher.Room, code))).ShouldBe(Refusal.None);
        return student;
    }

    public static int SeatOf(Room room, string code)
    {
        var members = room.Proceedings.Terms.Roster.Members;
        return members.IndexOf(members.Single(member => member.Code == code));
    }

    public async ValueTask DisposeAsync()
    {
        await Register.StopAsync(default);
        Register.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
