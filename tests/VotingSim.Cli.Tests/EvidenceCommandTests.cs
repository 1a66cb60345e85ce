using System.Text.RegularExpressions;
using VotingSim.Report.Evidence;

namespace VotingSim.Cli.Tests;

public class EvidenceCommandTests
{
    [Fact]
    public async Task What_is_not_there_is_said_before_anything_is_computed()
    {
        using var command = new Command();
        Directory.CreateDirectory(command.In("full"));
        await File.WriteAllTextAsync(command.In("full/mine.txt"), "mine");

        var eu = await command.RunAsync(["evidence", "--eu", "no-such-folder"]);
        var directives = await command.RunAsync(["evidence", "--directives", "none.csv"]);
        var taken = await command.RunAsync(["evidence", "--calibration", "full"]);
        var few = await command.RunAsync(["evidence", "--draws", "5"]);

        eu.ExitCode.ShouldBe(2);
        eu.Error.ShouldContain("no-such-folder: there is no such file, folder or set of cases");
        (directives.ExitCode, directives.Error.Contains("none.csv: there is no such file", StringComparison.Ordinal)).ShouldBe((2, true));
        taken.ExitCode.ShouldBe(2);
        taken.Error.ShouldContain("'full' is not empty and holds no calibration of these cases; expected another --calibration.");
        (few.ExitCode, few.Error.Trim()).ShouldBe((2, "--draws is 5; expected 100 to 100000."));
        Directory.EnumerateFileSystemEntries(command.In("full")).Count().ShouldBe(1);
    }

    /// <summary><c>VOTINGSIM_SLOW</c>, set to anything, makes the whole page again: some minutes.</summary>
    [Fact]
    public async Task The_page_in_docs_is_what_the_command_makes()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("VOTINGSIM_SLOW") is not null, "slow: set VOTINGSIM_SLOW");
        using var command = new Command();

        var outcome = await command.RunAsync(["evidence", "--no-progress"]);

        outcome.ExitCode.ShouldBe(0);
        var page = await File.ReadAllTextAsync(RepositoryRoot.In("docs", "evidence.md"));
        Regex.Replace(page, $"{EvidencePage.OwnFilesBegin}.*?{EvidencePage.OwnFilesEnd}\n", "", RegexOptions.Singleline, TimeSpan.FromSeconds(10))
            .ShouldBe(outcome.Output.ReplaceLineEndings("\n"));
    }
}
