using System.Text.Json;

namespace VotingSim.Cli.Tests;

/// <summary>Sessions sample what happens and do not make it: the answer does not hang on how often there is one.</summary>
public class SessionsAndSentenceTests
{
    private const int Fortnight = 14; // the longer of the two intervals: what a grid of sessions may add to a day

    [Fact]
    public async Task Sessions_every_week_instead_of_every_fortnight_leave_the_answer_as_it_is()
    {
        using var command = new Command();
        var fortnightly = await HeadlineAsync(command, "fortnightly");
        var weekly = await HeadlineAsync(command, "weekly", "--set", "deliberation.round-days=7");

        foreach (var share in new[] { "earlier", "same", "later" })
        {
            weekly.GetProperty(share).GetDouble().ShouldBe(fortnightly.GetProperty(share).GetDouble(), 0.15, share);
        }

        weekly.GetProperty("days").GetProperty("p50").GetDouble().ShouldBe(fortnightly.GetProperty("days").GetProperty("p50").GetDouble(), Fortnight);
        weekly.GetProperty("consent_share").GetDouble().ShouldBe(fortnightly.GetProperty("consent_share").GetDouble(), 0.1);
        Verdict(weekly).ShouldBe(Verdict(fortnightly));
    }

    private static async Task<JsonElement> HeadlineAsync(Command command, string folder, params string[] options)
    {
        var outcome = await command.RunAsync(
            ["run", "myanmar-consensus-or-qmv", "--replications", "2000", "--no-report", "--no-progress", "--out", folder, .. options]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(command.In(folder, "summary.json")));
        return summary.RootElement.GetProperty("headline").Clone();
    }

    // The sentence up to its first number.
    private static string Verdict(JsonElement headline) => headline.GetProperty("text").GetString()!.Split(" in ")[0];
}
