using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VotingSim.Cli.Tests;

/// <summary>What a paper needs of a run: labelled rows, an archive, tables, and a comparison with another run.</summary>
public class PaperTests
{
    private static readonly string Myanmar = RepositoryRoot.Experiment("myanmar-consensus-or-qmv");

    [Fact]
    public async Task Scripts_name_and_label_every_column_once()
    {
        using var command = await RunAsync();
        foreach (var format in new[] { "stata", "spss", "r" })
        {
            (await command.RunAsync(["export", "out", "--to", format, "--out", $"{format}/rows.{format}"])).ExitCode.ShouldBe(0);
        }

        var columns = (await File.ReadAllLinesAsync(command.In("stata", "rows.csv")))[0].Split(',');
        var (stata, spss, r) = (await Read("stata"), await Read("spss"), await Read("r"));

        var names = Found(stata, @"^rename v\d+ (?<name>\S+)$");
        names.Length.ShouldBe(columns.Length);
        names.ShouldBeUnique();
        names.ShouldAllBe(name => Regex.IsMatch(name, "^[A-Za-z][A-Za-z0-9_]{0,31}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Found(stata, "^label variable (?<name>\\S+) \"[^\"]{1,80}\"$").ShouldBe(names);
        Found(spss, "^VARIABLE LABELS (?<name>\\S+) '.{1,250}'\\.$").Length.ShouldBe(columns.Length);
        Found(r, "^attr\\(rows\\[\\[\"(?<name>[^\"]+)\"\\]\\], \"label\"\\) <- \".+\"$").ShouldBe(columns);

        async Task<string> Read(string format) => await File.ReadAllTextAsync(command.In(format, $"rows.{format}"));
    }

    [Fact]
    public async Task A_bundle_has_the_same_bytes_each_time_and_its_configuration_gives_the_same_rows()
    {
        using var command = await RunAsync();

        (await command.RunAsync(["export", "out", "--bundle", "one.zip"])).ExitCode.ShouldBe(0);
        (await command.RunAsync(["export", "out", "--bundle", "two.zip"])).ExitCode.ShouldBe(0);

        (await File.ReadAllBytesAsync(command.In("one.zip"))).ShouldBe(await File.ReadAllBytesAsync(command.In("two.zip")));
        await ZipFile.ExtractToDirectoryAsync(command.In("one.zip"), command.In("unpacked"));
        var again = Regex.Match(await File.ReadAllTextAsync(command.In("unpacked", "README.md")), "votingsim (?<words>run configuration.json .*)", RegexOptions.None, TimeSpan.FromSeconds(1));
        string[] words = [.. again.Groups["words"].Value.Split(' ').Select(word => word == "configuration.json" ? command.In("unpacked", word) : word), "--no-report"];
        (await command.RunAsync(words)).ExitCode.ShouldBe(0);
        foreach (var file in Directory.GetFiles(command.In("out", "runs")))
        {
            (await File.ReadAllBytesAsync(command.In("again", "runs", Path.GetFileName(file)))).ShouldBe(await File.ReadAllBytesAsync(file));
        }

        // What was unpacked is a results folder.
        (await command.RunAsync(["export", "unpacked", "--to", "csv"])).ExitCode.ShouldBe(0);
        (await command.RunAsync(["export", "out"])).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Tables_for_a_paper_say_the_same_in_all_forms()
    {
        using var command = await RunAsync();
        foreach (var format in new[] { "csv", "latex", "word" })
        {
            (await command.RunAsync(["report", "out", "--tables", format])).ExitCode.ShouldBe(0);
        }

        var csv = await File.ReadAllLinesAsync(command.In("out", "tables", "myanmar-2021-estimates.csv"));
        var cells = Regex.Matches(csv[1], "\"(?<cell>[^\"]*)\"|(?<cell>[^,]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["cell"].Value).ToArray();
        cells[0].ShouldBe("Consensus");
        var latex = await File.ReadAllTextAsync(command.In("out", "tables", "tables.tex"));
        latex.ShouldContain(string.Join(" & ", cells).Replace("[", "{[}", StringComparison.Ordinal).Replace("]", "{]}", StringComparison.Ordinal) + " \\\\");
        Regex.Count(latex, "\\\\toprule", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBe(3);
        var bytes = await File.ReadAllBytesAsync(command.In("out", "tables", "tables.docx"));
        await using var archive = await ZipFile.OpenReadAsync(command.In("out", "tables", "tables.docx"));
        await using var document = await archive.GetEntry("word/document.xml")!.OpenAsync();
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var tables = (await XDocument.LoadAsync(document, LoadOptions.None, CancellationToken.None)).Descendants(w + "tbl").ToArray();
        tables.Length.ShouldBe(3);
        tables[0].Elements(w + "tr").ElementAt(1).Elements(w + "tc").Select(cell => cell.Value).ShouldBe(cells);
        (await command.RunAsync(["report", "out", "--tables", "word"])).ExitCode.ShouldBe(0);
        (await File.ReadAllBytesAsync(command.In("out", "tables", "tables.docx"))).ShouldBe(bytes);
    }

    [Fact]
    public async Task Runs_of_different_seeds_or_arms_are_compared_and_it_is_said_how()
    {
        using var command = await RunAsync();
        await command.RunAsync(["run", Myanmar, "--replications", "30", "--seed", "5", "--out", "other", "--no-report"]);

        var table = await command.RunAsync(["compare", "out", "other", "--arm", "myanmar-2021.consensus=myanmar-2021.asean-qmv"]);
        table.ExitCode.ShouldBe(0);
        table.Output.ShouldContain("unpaired");
        table.Output.ShouldContain("less myanmar-2021.consensus");
        using var json = System.Text.Json.JsonDocument.Parse((await command.RunAsync(["compare", "out", "other", "--format", "json"])).Output);
        json.RootElement.EnumerateArray().ShouldAllBe(entry => !entry.GetProperty("paired").GetBoolean());

        var wrong = await command.RunAsync(["compare", "out", "other", "--arm", "nobody", "--arm", "no=one"]);
        wrong.ExitCode.ShouldBe(2);
        wrong.Error.ShouldContain("--arm 'nobody'");
        wrong.Error.ShouldContain("no arm 'no'");
    }

    [Fact]
    public async Task A_swept_parameter_is_headed_by_its_full_path()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("sweep.yaml"), """
            experiment: path
            seed: 1
            replications: 4
            members: asean-10
            crises: [myanmar-2021]
            rules: [consensus, asean-qmv]
            sweep:
              grid:
                members.MMR.holdout: [0.2, 0.4]
            """);

        var outcome = await command.RunAsync(["run", "sweep.yaml", "--out", "out", "--no-report"]);

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("members.MMR.holdout");
    }

    private static string[] Found(string text, string pattern) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value)];

    private static async Task<Command> RunAsync()
    {
        var command = new Command();
        (await command.RunAsync(["run", Myanmar, "--replications", "20", "--out", "out", "--no-report"])).ExitCode.ShouldBe(0);
        return command;
    }
}
