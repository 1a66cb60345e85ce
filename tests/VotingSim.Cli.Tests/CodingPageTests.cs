using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VotingSim.Cli.Tests;

/// <summary>What docs/coding.md shows is what comes out.</summary>
public partial class CodingPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.In("docs", "coding.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task The_case_on_the_page_is_a_case()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("case.yaml"), Block("yaml"));

        var outcome = await command.RunAsync(["validate", "case.yaml"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Two_coders_agree_as_far_as_the_page_says()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("codings.csv"), Block("csv"));
        var words = Written().Match(Page).Groups["command"].Value;
        string[] arguments = [.. Words().Matches(words).Select(word => word.Value.Trim('"')), "--format", "json"];

        var outcome = await command.RunAsync(arguments);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        using var document = JsonDocument.Parse(outcome.Output);
        var alpha = document.RootElement.GetProperty("krippendorff_alpha").GetDouble();
        Page.ShouldContain($"with the twelve codings above it is {alpha.ToString("0.00", CultureInfo.InvariantCulture)}.");
    }

    private static string Block(string language) => Regex.Match(Page, $"```{language}\n(.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Groups[1].Value;

    [GeneratedRegex("    votingsim (?<command>cohesion .*)", RegexOptions.None, 1000)]
    private static partial Regex Written();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 1000)]
    private static partial Regex Words();
}
