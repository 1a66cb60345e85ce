using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.SignalR.Client;
using VotingSim.Classroom.Rooms;

namespace VotingSim.Benchmarks;

/// <summary>
/// Thirty rooms of forty scripted students on a server of its own process: how long it takes from a vote until the last screen of its room shows that it was cast, and from the last ballot of a round until everybody has the result.
/// </summary>
internal static class ClassroomLoad
{
    private const int Rooms = 30;
    private const int Students = 40;
    private const int Rounds = 3;

    /// <summary>Measures with students who think for a while, and with students who vote almost at once.</summary>
    public static async Task MeasureAsync(TextWriter output)
    {
        using var command = new Command();
        using var server = command.Start("serve", "--urls", "http://127.0.0.1:0");
        var address = await server.LineAsync("The classroom is open at ");
        await output.WriteLineAsync($"{Rooms} rooms of {Students} students, each with a connection of its own; {Environment.ProcessorCount} cores for server and students together.");
        var rooms = new List<ScriptedRoom>();
        for (var room = 0; room < Rooms; room++)
        {
            rooms.Add(await ScriptedRoom.OpenAsync($"{address}/rooms", room));
        }

        // Once for the compiler.
        await Task.WhenAll(rooms.Select(room => room.HoldAsync(TimeSpan.FromSeconds(5))));
        foreach (var window in new[] { 20, 3 })
        {
            var before = server.ProcessorTime;
            var started = Stopwatch.StartNew();
            var (delays, results) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                var held = await Task.WhenAll(rooms.Select(room => room.HoldAsync(TimeSpan.FromSeconds(window))));
                delays.AddRange(held.SelectMany(room => room.Delays));
                results.AddRange(held.Select(room => room.Result));
            }

            var spent = server.ProcessorTime - before;
            var load = spent / started.Elapsed;
            delays.Sort();
            results.Sort();
            await output.WriteLineAsync($"all vote within {window} s: {delays.Count} votes; vote to every screen p50 {At(delays, 0.5):0} ms, p95 {At(delays, 0.95):0} ms, p99 {At(delays, 0.99):0} ms, most {delays[^1]:0} ms; "
                + $"last ballot to the result on every screen p50 {At(results, 0.5):0} ms, p95 {At(results, 0.95):0} ms, most {results[^1]:0} ms of {results.Count} rounds; "
                + $"the server took {spent.TotalSeconds:0.0} s of processor time, {load:0.00} cores; load of the machine {(File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown")}");

            static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
        }

        foreach (var room in rooms)
        {
            await room.DisposeAsync();
        }
    }

    private sealed class ScriptedRoom : IAsyncDisposable
    {
        private const int Seats = 10;
        private readonly HubConnection _teacher;
        private readonly List<HubConnection> _students = [];
        private readonly Random _luck;
        private readonly ConcurrentDictionary<(int Student, int Seat, int Votes), long> _seen = new();
        private readonly TaskCompletionSource<long>[] _read = [.. Enumerable.Range(0, Students).Select(_ => new TaskCompletionSource<long>())];
        private int _round;

        private ScriptedRoom(HubConnection teacher, int seed) => (_teacher, _luck) = (teacher, new(seed));

        public static async Task<ScriptedRoom> OpenAsync(string hub, int seed)
        {
            var room = new ScriptedRoom(await ConnectAsync(hub, _ => { }), seed);
            var opened = await room._teacher.InvokeAsync<Opened>("Open", "myanmar-2021", "asean-10", "unanimity", 1UL, 50, 0);
            for (var student = 0; student < Students; student++)
            {
                var place = student;
                var connection = await ConnectAsync(hub, view => room.See(place, view));
                var entered = await connection.InvokeAsync<Entered>("Enter", opened.Code, $"student {student}");
                if ((entered.Refusal ?? await connection.InvokeAsync<string?>("Sit", student % Seats)) is { } refusal)
                {
                    throw new InvalidOperationException(refusal);
                }

                room._students.Add(connection);
            }

            return room;
        }

        /// <summary>Holds a round in which everybody votes once at a moment of its own; in milliseconds the delays of all votes, and how long after the last ballot everybody has the result.</summary>
        public async Task<(double[] Delays, double Result)> HoldAsync(TimeSpan window)
        {
            _round++;
            _seen.Clear();
            for (var student = 0; student < Students; student++)
            {
                _read[student] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            if (await _teacher.InvokeAsync<string?>("OpenRound") is { } refusal)
            {
                throw new InvalidOperationException(refusal);
            }

            var moments = _students.Select(_ => window * _luck.NextDouble()).ToArray();
            var sent = await Task.WhenAll(_students.Select(async (student, index) =>
            {
                await Task.Delay(moments[index]);
                var moment = Stopwatch.GetTimestamp();
                return await student.InvokeAsync<string?>("Cast", _round, "O") is { } reason ? throw new InvalidOperationException(reason) : moment;
            }));
            var read = await Task.WhenAll(_read.Select(read => read.Task)).WaitAsync(TimeSpan.FromMinutes(1));

            // The k-th ballot of a seat is on a screen when that screen shows k ballots in the seat.
            var delays = new List<double>();
            for (var seat = 0; seat < Seats; seat++)
            {
                var times = sent.Where((_, student) => student % Seats == seat).Order().ToArray();
                for (var vote = 1; vote <= times.Length; vote++)
                {
                    var last = Enumerable.Range(0, Students).Max(student => _seen[(student, seat, vote)]);
                    delays.Add(Stopwatch.GetElapsedTime(times[vote - 1], last).TotalMilliseconds);
                }
            }

            return ([.. delays], Stopwatch.GetElapsedTime(sent.Max(), read.Max()).TotalMilliseconds);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var connection in _students.Append(_teacher))
            {
                await connection.DisposeAsync();
            }
        }

        private static async Task<HubConnection> ConnectAsync(string hub, Action<RoomView> see)
        {
            var connection = new HubConnectionBuilder().WithUrl(hub).Build();
            connection.On("view", see);
            await connection.StartAsync();
            return connection;
        }

        private void See(int student, RoomView view)
        {
            var now = Stopwatch.GetTimestamp();
            var isClosed = view.Phase == RoomPhase.Reading && view.Round == _round + 1;
            if (!isClosed && (view.Phase != RoomPhase.Voting || view.Round != _round))
            {
                return;
            }

            for (var seat = 0; seat < Seats; seat++)
            {
                for (var votes = 1; votes <= (isClosed ? view.Seats[seat].People : view.Seats[seat].Voted); votes++)
                {
                    _seen.TryAdd((student, seat, votes), now);
                }
            }

            if (isClosed)
            {
                _read[student].TrySetResult(now);
            }
        }
    }
}
