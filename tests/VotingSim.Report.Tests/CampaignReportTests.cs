using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VotingSim.Analysis.Campaigns;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Report.Tests;

/// <summary>Reports of small runs of campaigns, by way of the engine, the stored rows and the summary.</summary>
public partial class CampaignReportTests(RunFixture runs)
{
    private static readonly XNamespace Xhtml = Reports.Xhtml;

    [Fact]
    public async Task The_page_reads_from_the_answer_through_the_figures_to_the_files()
    {
        var report = await WriteAsync(Plan(60));
        Check(report);
        var skeleton = new StringBuilder();
        foreach (var element in report.Page.Root!.Descendants())
        {
            var line = element.Name.LocalName switch
            {
                "title" when element.Name.Namespace == Xhtml => $"title: {element.Value}",
                "h1" or "h2" or "h3" => $"{element.Name.LocalName}: {element.Value}",
                "strong" => $"  point: {element.Value}",
                "caption" => $"  table: {element.Value}",
                "th" when (string?)element.Attribute("scope") == "col" => $"    column: {element.Value}",
                "b" => $"  {element.Value}",
                "summary" => $"  folded: {element.Value}",
                _ => null,
            };
            if (line is not null)
            {
                skeleton.Append(Number().Replace(line, "#")).Append('\n');
            }
        }

        skeleton.ToString().ShouldMatchApproved(options => options.WithFilenameGenerator((_, _, kind, extension) => $"campaigns.{kind}.{extension}").NoDiff());
    }

    [Fact]
    public async Task The_numbers_beside_the_figures_are_the_summarys_and_the_flows_add_up()
    {
        var report = await WriteAsync(Plan(80));
        var summary = report.Content.Summary;
        foreach (var row in report.Csv("goodwill-years"))
        {
            var year = summary.Arms.Single(arm => arm.Arm.Id == row["arm"]).Years[int.Parse(row["year"], CultureInfo.InvariantCulture) - 1];
            Parsed(row["mean"]).ShouldBe(year.Means[row["measure"]]);
            Parsed(row["p25"]).ShouldBe((row["measure"] == "goodwill_min" ? year.GoodwillMinimum : year.GoodwillMean).P25);
        }

        foreach (var row in report.Csv("goodwill-members"))
        {
            var member = summary.Arms.Single(arm => arm.Arm.Id == row["arm"]).Members.Single(one => one.Code == row["member"]);
            Parsed(row["mean"]).ShouldBe(member.Goodwill[^1].Mean.Value);
            Parsed(row["p75"]).ShouldBe(member.Goodwill[^1].Spread.P75);
        }

        foreach (var own in report.Csv("matters").GroupBy(row => row["arm"]))
        {
            own.Select(row => row["ending"]).ShouldBe(MatterCount.Endings);
            own.Sum(row => Parsed(row["matters"])).ShouldBe(summary.Arms.Single(arm => arm.Arm.Id == own.Key).Measures["arisen"].Mean.Value, 1e-9);
        }

        foreach (var row in report.Csv("decided-carried-out"))
        {
            var arm = summary.Arms.Single(one => one.Arm.Id == row["arm"]);
            Parsed(row["decided"]).ShouldBe(arm.Measures["decided_per_year"].Mean.Value * 10, 1e-9);
            Parsed(row["carried_out"]).ShouldBe(arm.Measures["carried_out_per_year"].Mean.Value * 10, 1e-9);
        }

        foreach (var row in report.Csv("answer"))
        {
            Parsed(row["higher"]).ShouldBe(summary.Headline!.Differences[row["measure"]].Higher.Value);
        }

        report.Csv("turning").Count.ShouldBe(25);
        report.Csv("turning").Sum(row => int.Parse(row["worlds"], CultureInfo.InvariantCulture)).ShouldBe(80);

        // What is drawn says the same: the numbers on the flows are those of the summary.
        var texts = report.Svg("matters").Descendants(Reports.Svg + "text").Select(text => text.Value).ToArray();
        foreach (var arm in summary.Arms)
        {
            texts.ShouldContain($"arise {arm.Measures["arisen"].Mean.Value.ToString("0.0", CultureInfo.InvariantCulture)}");
            texts.ShouldContain($"by consent {arm.Matters[0].Count.ToString("0.0", CultureInfo.InvariantCulture)}");
        }
    }

    [Fact]
    public async Task A_report_that_is_made_again_has_the_same_bytes()
    {
        var report = await WriteAsync(Plan(30));
        string[] files = [report.Folder.Report, .. Directory.EnumerateFiles(report.Folder.Figures)];
        var before = files.ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)));
        await ReportFiles.CommitAsync(await ContentAsync(report.Content.Plan, report.Folder), report.Folder);
        files.Length.ShouldBe(1 + (3 * 7));
        files.ShouldAllBe(file => Convert.ToHexString(File.ReadAllBytes(file)) == before[file]);
    }

    // Nothing arises in most of the worlds, nothing is decided under a rule, and a year is all there is.
    [Theory]
    [InlineData("{ crisis: pandemic, per-year: 0.02 }", "0.1")]
    [InlineData("{ crisis: pandemic, on-day: [364] }", "0.1")]
    [InlineData("{ crisis: pandemic, on-day: [1, 2, 3] }", "0")]
    public async Task Where_there_is_nothing_to_measure_no_figure_breaks(string matters, string outvoted)
    {
        string[] settings =
        [
            "replications=4", "crises=[pandemic]", $"campaign.matters=[{matters}]", "campaign.years=1", $"campaign.memory={{ outvoted: {outvoted} }}",
            "campaign.institutions=[{ name: consensus, rule: consensus }, { name: asean-qmv, rule: asean-qmv }]",
        ];
        var report = await WriteAsync(ExperimentReader.Read("asean-2015-2025", settings, isCertain: true));
        Check(report);
        report.Figures.ShouldNotContain("turning");
        report.Figures.ShouldContain("goodwill-years");
    }

    [Fact]
    public async Task A_single_rule_is_reported_without_comparisons()
    {
        var report = await WriteAsync(Plan(20, "campaign.institutions=[{ name: consensus, rule: consensus }]"));
        Check(report);
        report.Figures.ShouldBe(["decided-carried-out", "goodwill-members", "goodwill-years", "matters", "matters-years"]);
        report.Text.ShouldNotContain("baseline");
        report.Text.ShouldContain("Over 10 years, under Consensus,");
    }

    [Fact]
    public async Task A_sweep_shows_the_middle_at_length_and_every_design_point_in_a_table()
    {
        var plan = Plan(6, "campaign.institutions=[{ name: consensus, rule: consensus }, { name: asean-qmv, rule: asean-qmv }]", "uncertainty={ parameters: { campaign.memory.outvoted: { uniform: [0, 0.2] } } }", "sweep={ grid: { deliberation.ballot-noise: [0, 0.05, 0.1] } }");
        var report = await WriteAsync(plan);
        Check(report);
        report.Text.ShouldContain("At deliberation.ballot-noise = 0.05: Over 10 years, compared with Consensus, Qualified majority decides");
        report.Page.Descendants(Xhtml + "table").Single(table => table.Element(Xhtml + "caption")!.Value.StartsWith("Every arm of the sweep", StringComparison.Ordinal))
            .Descendants(Xhtml + "tr").Count().ShouldBe(7);
    }

    [Fact]
    public async Task A_table_of_twenty_eight_members_and_six_rules_fits_its_figures()
    {
        using var folder = new ConfigurationFolder();
        folder.Write("members.yaml", "members:\n" + string.Concat(Enumerable.Range(0, 28).Select(seat =>
            $"  - {{ code: M{(char)('A' + (seat / 26))}{(char)('A' + (seat % 26))}, name: The Member Number {seat + 1}, population: {seat + 1}, orientation: {{ budget: {3 * seat} }} }}\n")));
        folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Split("stances:")[0]);
        folder.Write("experiment.yaml", $$"""
            {{ConfigurationFolder.Experiment.Replace("[consensus, rule.yaml]", "[consensus, rule.yaml, unanimity, simple-majority, two-thirds, three-quarters]", StringComparison.Ordinal)}}
            campaign: { years: 3, matters: [{ crisis: small-crisis, per-year: 1 }] }
            uncertainty: { parameters: { campaign.memory.outvoted: { uniform: [0, 0.3] } } }
            """);
        var plan = folder.Read("replications=12");
        var report = await WriteAsync(plan);
        Check(report);
        report.Csv("goodwill-members").Count.ShouldBe(6 * 28);
        foreach (var svg in report.Page.Descendants(Reports.Svg + "svg"))
        {
            var width = Parsed(svg.Attribute("width")!.Value);
            foreach (var text in svg.Descendants(Reports.Svg + "text"))
            {
                var moved = Move().Match((string?)text.Attribute("transform") ?? "");
                var from = Parsed(text.Attribute("x")!.Value) + (moved.Success ? Parsed(moved.Groups["x"].Value) : 0);
                from.ShouldBeGreaterThanOrEqualTo(-1, text.Value);
                (from + Parsed((string?)text.Attribute("textLength") ?? "0")).ShouldBeLessThanOrEqualTo(width + 1, text.Value);
            }
        }
    }

    [Fact]
    public async Task Every_figure_and_every_column_of_its_numbers_is_in_the_codebook()
    {
        var report = await WriteAsync(Plan(20));
        var page = (await File.ReadAllTextAsync(RepositoryRoot.In("docs", "codebook.md"))).Split("## report.html of campaigns")[1].Split("\n## ")[0].Split('\n');
        foreach (var name in report.Figures)
        {
            page.Where(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal)).ShouldHaveSingleItem()
                .ShouldContain($"`{string.Join(", ", (await File.ReadAllLinesAsync(Path.Combine(report.Folder.Figures, $"{name}.csv")))[0].Split(','))}`");
        }
    }

    [Fact]
    public async Task The_years_are_exported_as_they_are_stored_and_travel_in_the_bundle()
    {
        var report = await WriteAsync(Plan(5));
        var (plan, folder) = (report.Content.Plan, report.Folder);
        await RowsExport.YearsToCsvAsync(plan, folder, folder.YearsTable);
        var lines = await File.ReadAllLinesAsync(folder.YearsTable);
        lines[0].ShouldBe(string.Join(',', YearColumns.Of(plan).Select(column => column.Name)));
        lines[0].ShouldContain("goodwill_IDN");
        lines.Length.ShouldBe(1 + (plan.Arms.Length * 5 * 10));
        var place = Array.IndexOf(lines[0].Split(','), "goodwill_min");
        foreach (var cells in lines[1..].Select(line => line.Split(',')))
        {
            cells[(place + 1)..].Min(Parsed).ShouldBe(Parsed(cells[place])); // the least contented is the least of the members
        }

        var joined = Path.Combine(folder.Path, "years.parquet");
        await RowsExport.YearsToParquetAsync(plan, folder, joined);
        var zip = Path.Combine(folder.Path, "run.zip");
        await RunBundle.CommitAsync(plan, folder, zip);
        using var archive = System.IO.Compression.ZipFile.OpenRead(zip);
        archive.Entries.Count(entry => entry.FullName.StartsWith("years/", StringComparison.Ordinal)).ShouldBe(plan.Arms.Length);
        archive.Entries.Select(entry => entry.FullName).ShouldContain("codebook-years.csv");
    }

    private static ExperimentPlan Plan(int replications, params string[] settings) =>
        ExperimentReader.Read("asean-2015-2025", [$"replications={replications}", .. settings]);

    private static async Task<CampaignContent> ContentAsync(ExperimentPlan plan, ResultsFolder folder) =>
        await CampaignContent.ReadAsync(plan, await CampaignSummary.ReadAsync(plan, folder), folder);

    private async Task<WrittenCampaigns> WriteAsync(ExperimentPlan plan)
    {
        var folder = await runs.RunAsync(plan, new());
        await new Manifest { Configuration = plan.Configuration, Fingerprint = plan.Fingerprint, Version = "1.2.3", Machine = "any", Began = default, Arms = [.. plan.Arms.Select(arm => arm.Id)] }.CommitAsync(folder);
        var content = await ContentAsync(plan, folder);
        await ReportFiles.CommitAsync(content, folder);
        return new(content, folder, XDocument.Parse((await File.ReadAllTextAsync(folder.Report)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)));
    }

    /// <summary>What holds of every page on campaigns.</summary>
    private static void Check(WrittenCampaigns report)
    {
        var page = report.Page;
        page.Root!.Attribute("lang")!.Value.ShouldBe("en");
        page.Descendants(Xhtml + "script").ShouldBeEmpty();
        page.Descendants(Xhtml + "link").ShouldBeEmpty();
        page.Descendants(Xhtml + "h1").Count().ShouldBe(1);
        var links = page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src").Select(attribute => attribute.Value).ToArray();
        links.ShouldAllBe(link => link.StartsWith('#') || link.StartsWith("https://doi.org/", StringComparison.Ordinal) || !link.Contains(':'));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        ids.ShouldBeUnique();
        links.Where(link => link.StartsWith('#')).ShouldAllBe(link => ids.Contains(link.TrimStart('#')));
        links.Where(link => link.StartsWith("figures/", StringComparison.Ordinal)).ShouldAllBe(link => File.Exists(Path.Combine(report.Folder.Path, link)));
        ((string?)page.Descendants(Xhtml + "h2").First().Attribute("id")).ShouldBe("answer");
        foreach (var table in page.Descendants(Xhtml + "table"))
        {
            var columns = table.Descendants(Xhtml + "tr").First().Elements().Count();
            table.Descendants(Xhtml + "tr").ShouldAllBe(row => row.Elements().Count() == columns);
        }

        foreach (var svg in page.Descendants(Reports.Svg + "svg"))
        {
            svg.Attribute("role")!.Value.ShouldBe("img");
            svg.Element(Reports.Svg + "desc")!.Value.ShouldMatch(@"\d");
            svg.Descendants().Attributes().ShouldAllBe(attribute => !attribute.Value.Contains("nan", StringComparison.Ordinal) && !attribute.Value.Contains("inf", StringComparison.Ordinal));
        }

        foreach (var figure in report.Figures)
        {
            links.ShouldContain($"figures/{figure}.svg");
        }

        page.Root!.Value.ShouldNotContain("NaN", Case.Sensitive);
        page.Root!.Value.ShouldNotContain("Infinity", Case.Sensitive);
    }

    private static double Parsed(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[−\d][\d,.]*", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"translate\((?<x>[-\d.]+)", RegexOptions.None, 1000)]
    private static partial Regex Move();

    private sealed record WrittenCampaigns(CampaignContent Content, ResultsFolder Folder, XDocument Page)
    {
        public IEnumerable<string> Figures => Directory.EnumerateFiles(Folder.Figures, "*.svg").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

        public string Text => Page.Root!.Element(Xhtml + "body")!.Value;

        public XDocument Svg(string name) => XDocument.Load(Path.Combine(Folder.Figures, $"{name}.svg"));

        public IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(string name)
        {
            var lines = File.ReadAllLines(Path.Combine(Folder.Figures, $"{name}.csv"));
            var head = lines[0].Split(',');
            return [.. lines[1..].Select(line => head.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
        }
    }
}
