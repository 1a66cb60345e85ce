using System.Text.Json;
using System.Xml.Linq;
using nietras.SeparatedValues;

namespace VotingSim.Cli.Tests;

/// <summary>Names and codes of any script, all the way: into files, columns, addresses and figures, and back.</summary>
public class NamesTests
{
    private const string CrisisName = "วิกฤต \"ก\", 2569";
    private const string RuleName = "กฎ: สองในสาม <b>";
    private const string Arm = "วิกฤต-ก-2569.กฎ-สองในสาม-b";

    private const string Experiment = """
        experiment: "ทดลอง: ASEAN + 1"
        seed: 3
        replications: 40
        members:
          members:
            - { code: Việt-Nam, population: 1_000_000 }
            - { code: ไทย, population: 2_000_000 }
            - { code: a.b_c, population: 500_000 }
            - { code: EU, population: 4_000_000 }
          affinity: { a.b_c: { ไทย: 0.5 } }
        crises:
          - crisis: "วิกฤต \"ก\", 2569"
            category: ประมง
            issues: [ { name: "การค้า เสรี", low: a, high: b, status-quo: 0 } ]
            stances:
              Việt-Nam: { position: [20], salience: [50] }
              ไทย: { position: [80], salience: [90] }
              a.b_c: { position: [40], salience: [40] }
              EU: { position: [60], salience: [70] }
        rules: [ consensus, { rule: "กฎ: สองในสาม <b>", title: สองในสาม, weight: population, at-least: 2/3 } ]
        deliberation: { chair: a.b_c, chair-bias: 10 % }
        """;

    [Fact]
    public async Task A_run_with_such_names_is_run_reported_compared_exported_and_replayed()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("e.yaml"), Experiment);

        (await command.RunAsync(["validate", "e.yaml"])).ShouldSatisfyAllConditions(outcome => outcome.ExitCode.ShouldBe(0), outcome => outcome.Error.ShouldBe(""));
        var run = await command.RunAsync(["run", "e.yaml", "--traces", "1", "--no-report"]);
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        var folder = Directory.GetDirectories(Directory.GetDirectories(command.In("results")).ShouldHaveSingleItem()).ShouldHaveSingleItem();
        Path.GetFileName(Path.GetDirectoryName(folder)).ShouldBe("ทดลอง-asean-1");
        var report = await command.RunAsync(["report", folder]);
        (report.ExitCode, report.Error).ShouldBe((0, ""));
        CheckReport(folder);

        (await command.RunAsync(["export", folder, "--to", "csv", "--out", "rows.csv"])).ExitCode.ShouldBe(0);
        var rows = Rows(command.In("rows.csv"));
        rows.Count.ShouldBe(80);
        rows.Select(row => row["arm"]).Distinct().ShouldBe(["วิกฤต-ก-2569.consensus", Arm]);
        rows.ShouldAllBe(row => row["crisis"] == CrisisName && row["ballots"].Length == 4);
        rows.Where(row => row["arm"] == Arm).ShouldAllBe(row => row["rule"] == RuleName);

        var replay = await command.RunAsync(["replay", folder, "--arm", Arm, "--replication", "7", "--format", "json"]);
        using var played = JsonDocument.Parse(replay.Output);
        var row = rows.Single(row => row["arm"] == Arm && row["replication"] == "7");
        var again = played.RootElement.GetProperty("row");
        again.GetProperty("outcome_การค้า-เสรี").GetDouble().ShouldBe(double.Parse(row["outcome_การค้า-เสรี"]));
        again.GetProperty("ballots").GetString().ShouldBe(row["ballots"]);
        played.RootElement.GetProperty("rounds")[0].GetProperty("members").EnumerateArray().Select(member => member.GetProperty("code").GetString())
            .ShouldBe(["Việt-Nam", "ไทย", "a.b_c", "EU"]);

        (await command.RunAsync(["run", "e.yaml", "--out", "other", "--set", "members.a.b_c.influence=2", "--set", $"rules.{RuleName}.at-least=60 %", "--no-report"])).ExitCode.ShouldBe(0);
        var compare = await command.RunAsync(["compare", folder, "other"]);
        (compare.ExitCode, compare.Error).ShouldBe((0, ""));
        compare.Output.ShouldContain(Arm);
    }

    private static void CheckReport(string folder)
    {
        var page = XDocument.Parse(File.ReadAllText(Path.Combine(folder, "report.html")));
        var ids = page.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToArray();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => !id.Contains(' '));
        foreach (var link in page.Descendants().Select(element => (string?)element.Attribute("href")).OfType<string>())
        {
            if (link.StartsWith('#'))
            {
                ids.ShouldContain(link[1..]);
            }
            else if (!link.Contains(':'))
            {
                Path.Exists(Path.Combine(folder, Uri.UnescapeDataString(link))).ShouldBeTrue(link);
            }
        }

        Directory.GetFiles(Path.Combine(folder, "figures"), "survival-*.svg").Select(Path.GetFileName).ShouldBe(["survival-วิกฤต-ก-2569.svg"]);
        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")));
        summary.RootElement.GetProperty("arms")[1].GetProperty("members").EnumerateArray().Select(member => member.GetProperty("code").GetString()).ShouldBe(["Việt-Nam", "ไทย", "a.b_c", "EU"]);
    }

    private static List<Dictionary<string, string>> Rows(string path)
    {
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true }).FromFile(path);
        var rows = new List<Dictionary<string, string>>();
        foreach (var row in reader)
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in reader.Header.ColNames)
            {
                cells[name] = row[name].ToString();
            }

            rows.Add(cells);
        }

        return rows;
    }
}
