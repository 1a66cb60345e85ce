using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace VotingSim.Cluster.Tests;

/// <summary>The classroom before a cluster: a room outlives the silos that its members sit in.</summary>
public partial class ClassroomTests(ReferenceRun reference)
{
    private const int MostRounds = 30;

    [Fact]
    public async Task A_room_goes_on_when_its_silo_dies_and_ends_in_the_round_in_which_it_ends_undisturbed()
    {
        var folder = reference.NewFolder();
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 2);

        var undisturbed = await PlayAsync(folder, ["--data", "undisturbed"], _ => Task.CompletedTask);
        var disturbed = await PlayAsync(folder, ["--data", "disturbed", .. cluster.Option], async round =>
        {
            // One of the two has the room; the second dies when a third has come.
            if (round == 2)
            {
                cluster[0].Kill();
                await cluster.Begin().SaysAsync("takes part");
            }
            else if (round == 4)
            {
                cluster[1].Kill();
            }
        });

        undisturbed.ShouldBeInRange(6, MostRounds - 1);
        disturbed.ShouldBe(undisturbed);
    }

    /// <summary>Plays a room in which nobody sits to its end.</summary>
    /// <returns>The rounds that it took.</returns>
    private static async Task<int> PlayAsync(string folder, string[] options, Func<int, Task> afterRound)
    {
        using var server = VotingSimProcess.Start(folder, ["serve", "--urls", "http://127.0.0.1:0", .. options]);
        await server.SaysAsync("Ctrl-C");
        await using var hub = new HubConnectionBuilder().WithUrl($"{Address().Match(server.Said).Value}/rooms").Build();
        await hub.StartAsync();
        var opened = await hub.InvokeAsync<JsonElement>("Open", "myanmar-2021", "asean-10", "consensus", 1UL, MostRounds, 0);
        opened.GetProperty("code").GetString().ShouldNotBeNull(server.Said);

        for (var round = 1; ; round++)
        {
            await ActAsync("OpenRound");
            await ActAsync("CloseRound");
            if ((await hub.InvokeAsync<JsonElement>("Look")).GetProperty("phase").GetString() == "Ended")
            {
                return round;
            }

            await afterRound(round);
        }

        async Task ActAsync(string act)
        {
            try
            {
                (await hub.InvokeAsync<string?>(act)).ShouldBeNull(server.Said);
            }
            catch (HubException e)
            {
                throw new InvalidOperationException($"{act} failed. The server said: {server.Said}", e);
            }
        }
    }

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
