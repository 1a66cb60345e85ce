using System.Runtime.CompilerServices;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Nothing of a room is left when it is closed. Alone in the process: memory is counted for all of it.</summary>
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    private const int Rooms = 20;
    private const int People = 10;
    private const int Rounds = 3;

    // A room that leaks leaves at least its state and its proceedings, which are 100 kB after three rounds (measured with such a leak). Half of
    // that a room is left for what grows by itself in a server: buffers of sockets, caches of grains.
    private const long Bound = Rooms * 50_000L;

    [Fact]
    public async Task The_heap_falls_to_where_it_was_when_rooms_close()
    {
        await using var server = await Server.StartAsync();
        await PlayAsync(server, rooms: 2); // what is compiled, read and pooled once
        var before = await HeapAsync(server);
        var (peak, played) = await PlayAsync(server, Rooms);
        var (left, after) = (played, long.MaxValue);
        for (var tries = 0; tries < 20 && (left.Length > 0 || after - before > Bound); tries++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            after = await HeapAsync(server);
            left = [.. played.Where(room => room.TryGetTarget(out _))];
        }

        var told = $"before {before:N0}, at peak {peak:N0}, after {after:N0} bytes";
        left.ShouldBeEmpty(told);

        peak.ShouldBeGreaterThan(before + (4 * Bound), told);
        (after - before).ShouldBeLessThan(Bound, told);
        TestContext.Current.TestOutputHelper?.WriteLine(told);
    }

    // Nothing of the rooms stays on the stack of the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<(long Peak, WeakReference<Room>[] Played)> PlayAsync(Server server, int rooms)
    {
        var teachers = await Task.WhenAll(Enumerable.Range(0, rooms).Select(_ => RoomAsync(server)));
        await LookBackAsync(server, teachers[0].Room);
        var peak = await HeapAsync(server);
        foreach (var (teacher, _, people) in teachers)
        {
            (await teacher.DoAsync("Close")).ShouldBeNull();
            foreach (var client in people.Append(teacher))
            {
                await client.DisposeAsync();
            }
        }

        server.Rooms.Count.ShouldBe(0);
        return (peak, [.. teachers.Select(one => one.Room)]);
    }

    // One is enough: each holds five thousand worlds.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LookBackAsync(Server server, WeakReference<Room> played)
    {
        played.TryGetTarget(out var room).ShouldBeTrue();
        await server.Debriefs.OfAsync(room);
    }

    private static async Task<(Client Teacher, WeakReference<Room> Room, Client[] People)> RoomAsync(Server server)
    {
        var teacher = await server.ConnectAsync();
        var opened = await teacher.OpenAsync();
        var people = new Client[2];
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = await server.ConnectAsync();
            (await people[i].EnterAsync(opened.Code!, $"person {i}")).Refusal.ShouldBeNull();
            (await people[i].DoAsync("Sit", i)).ShouldBeNull();
        }

        var room = server.Rooms.Teach(opened.Code, opened.Key, Somebody.Host).Teacher!.Room;
        for (var i = people.Length; i < People; i++)
        {
            var (student, _, _) = await server.Rooms.EnterAsync(opened.Code, $"person {i}", Somebody.At($"192.0.2.{i}", opened.Code!));
            (await student!.SitAsync(i)).ShouldBe(Refusal.None);
        }

        for (var round = 1; round <= Rounds; round++)
        {
            (await teacher.DoAsync("OpenRound")).ShouldBeNull();
            (await people[0].DoAsync("Cast", round, "O")).ShouldBeNull();
            (await teacher.DoAsync("CloseRound")).ShouldBeNull();
        }

        (await teacher.DoAsync("End")).ShouldBeNull();
        return (teacher, new(room), people);
    }

    // The members' grains leave by themselves when nobody has asked them for two minutes; here they are sent home now.
    private static async Task<long> HeapAsync(Server server)
    {
        await server.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.FromMilliseconds(1));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
