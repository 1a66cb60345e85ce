using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VotingSim.Rules;

namespace VotingSim.Report.Tests;

public partial class ReportPageTests(RunFixture runs)
{
    private static readonly XNamespace Xhtml = Reports.Xhtml;

    [Fact]
    public async Task The_page_reads_from_the_question_through_the_answer_and_the_figures_to_the_files()
    {
        var report = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 60));

        // Numbers are left out: they are the summary's, and other tests hold them to it.
        var skeleton = new StringBuilder();
        foreach (var element in report.Page.Root!.Descendants())
        {
            var line = element.Name.LocalName switch
            {
                "title" when element.Name.Namespace == Xhtml => $"title: {element.Value}",
                "h1" or "h2" or "h3" => $"{element.Name.LocalName}: {element.Value}",
                "caption" => $"  table: {element.Value}",
                "th" when (string?)element.Attribute("scope") == "col" => $"    column: {element.Value}",
                "b" => $"  {element.Value}",
                "desc" when !((string)element.Attribute("id")!).Contains("narrow", StringComparison.Ordinal) => $"    alternative: {element.Value}",
                "summary" => $"  folded: {element.Value}",
                _ => null,
            };
            if (line is not null)
            {
                skeleton.Append(Number().Replace(line, "#")).Append('\n');
            }
        }

        skeleton.ToString().ShouldMatchApproved(options => options.WithFilenameGenerator((_, _, kind, extension) => $"report.{kind}.{extension}").NoDiff());
    }

    [Fact]
    public async Task The_page_is_sound_for_one_crisis() => Check(await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 40)));

    [Fact]
    public async Task The_page_is_sound_for_several_crises_and_many_rules()
    {
        var plan = Reports.Plan("all-crises-all-rules", 12);
        var crises = plan.Arms.Select(arm => arm.Crisis).Distinct().Take(5).ToArray();
        var report = await runs.WriteAsync(plan with { Arms = [.. plan.Arms.Where(arm => crises.Contains(arm.Crisis))] });

        Check(report);
        report.Figures.ShouldContain("overview-days");
        report.Page.Descendants(Xhtml + "nav").Descendants(Xhtml + "a").Select(link => link.Value).ShouldContain("Cyber attack");

        // Every figure of every crisis has its files, and is in the page or linked from it.
        foreach (var figure in report.Figures)
        {
            report.Page.Descendants(Xhtml + "a").ShouldContain(link => (string)link.Attribute("href")! == $"figures/{figure}.svg", figure);
        }
    }

    [Theory]
    [InlineData("sweep-shadow-of-the-vote", 5, "Heat map")]
    [InlineData("sensitivity", 3, "Tornado")]
    public async Task A_sweep_has_its_figure(string experiment, int replications, string kind)
    {
        var report = await runs.WriteAsync(Reports.Plan(experiment, replications));

        Check(report);
        var sweep = report.Svg("sweep-myanmar-2021");
        sweep.Root!.Element(Reports.Svg + "desc")!.Value.ShouldStartWith(kind);
        var rows = report.Csv("sweep-myanmar-2021");
        rows.Count.ShouldBe(report.Content.Plan.Arms.Length);
        foreach (var (row, arm) in rows.Zip(report.Content.Summary.Arms))
        {
            row["arm"].ShouldBe(arm.Arm.Id);
            double.Parse(row["rmst_days"]).ShouldBe(arm.RestrictedMeanDays.Value);
            report.Content.Plan.Parameters.Select(parameter => row[parameter]).ShouldBe(arm.Arm.Parameters.Select(value => value.Text));
        }
    }

    [Fact]
    public async Task A_single_rule_is_reported_without_comparisons()
    {
        var report = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 30).Only("asean-qmv"));

        Check(report);
        report.Figures.ShouldBe(["agreement-myanmar-2021", "opinions-myanmar-2021", "outcomes-myanmar-2021", "outvoted-myanmar-2021", "survival-myanmar-2021"]);
        report.Text.ShouldNotContain("hazard ratio", Case.Insensitive);
        report.Text.ShouldNotContain("baseline");
    }

    [Fact]
    public async Task Where_nothing_is_ever_decided_the_page_says_so_and_what_cannot_be_told()
    {
        var beyondReach = new Criterion { Quota = Quota.AtLeastCount(11) };
        var report = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 20).Under(beyondReach));

        Check(report);
        report.Text.ShouldContain("at the same time as Consensus in 100 % of worlds");
        report.Text.ShouldContain("in 100\u00a0% neither does");
        report.Figures.ShouldNotContain("hazard-ratios-myanmar-2021");
        report.Csv("survival-myanmar-2021").ShouldAllBe(row => row["undecided"] == "1");
        report.Text.ShouldContain("100.0 % of the deliberations");
    }

    [Fact]
    public async Task Where_everything_is_decided_in_the_first_round_the_page_is_whole()
    {
        var always = new Criterion { Quota = Quota.AtLeastCount(0) };
        var report = await runs.WriteAsync(Reports.Certain("myanmar-consensus-or-qmv", 20, "deliberation.patience-days=0").Under(always));

        Check(report);
        report.Content.Summary.Arms.ShouldAllBe(arm => arm.Rounds.Value == 1);
        report.Text.ShouldContain("the same day in the middle world");
        report.Text.ShouldContain("Here every deliberation was decided before it.");
    }

    [Fact]
    public async Task One_replication_is_enough_for_a_page()
    {
        var report = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 1));

        Check(report);
        report.Text.ShouldContain("1 simulated deliberation of each arm, 4 in all");
    }

    [Fact]
    public async Task Every_figure_and_every_column_of_its_numbers_is_in_the_codebook()
    {
        var one = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 5));
        var plan = Reports.Plan("sweep-shadow-of-the-vote", 3);
        var swept = await runs.WriteAsync(plan);
        var several = Reports.Plan("all-crises-all-rules", 3);
        var crises = await runs.WriteAsync(several with { Arms = [.. several.Arms.Take(24)] });
        var page = File.ReadAllText(RepositoryRoot.In("docs", "codebook.md")).Split("## report.html and figures")[1].Split("\n## ")[0].Split('\n');
        foreach (var (report, name) in new[] { one, swept, crises }.SelectMany(report => report.Figures.Select(name => (report, name))))
        {
            var kind = one.Content.Plan.Arms.Concat(several.Arms).Aggregate(name, (left, arm) => left.Replace($"-{arm.Crisis}", "", StringComparison.Ordinal));
            var row = page.Where(line => line.StartsWith($"| `{kind}` |", StringComparison.Ordinal)).ShouldHaveSingleItem();
            var columns = (await File.ReadAllLinesAsync(Path.Combine(report.Folder.Figures, $"{name}.csv")))[0].Split(',').Except(plan.Parameters);
            row.Replace("<swept parameters>, ", "", StringComparison.Ordinal).ShouldContain($"`{string.Join(", ", columns)}`");
        }
    }

    /// <summary>What holds of every page.</summary>
    private static void Check(Written report)
    {
        var page = report.Page;
        page.Root!.Attribute("lang")!.Value.ShouldBe("en");
        page.Descendants(Xhtml + "meta").ShouldContain(meta => (string?)meta.Attribute("name") == "viewport");
        page.Descendants(Xhtml + "script").ShouldBeEmpty();
        page.Descendants(Xhtml + "link").ShouldBeEmpty();
        page.Descendants(Xhtml + "style").Single().Value.ShouldNotContain("url(");
        page.Descendants(Xhtml + "style").Single().Value.ShouldNotContain("@import");
        page.Descendants(Xhtml + "h1").Count().ShouldBe(1);

        // Nothing is fetched: links lead to the folder itself or to the works cited.
        var links = page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src").Select(attribute => attribute.Value).ToArray();
        links.ShouldAllBe(link => link.StartsWith('#') || link.StartsWith("https://doi.org/", StringComparison.Ordinal) || !link.Contains(':'));
        links.Where(link => link.StartsWith("figures/", StringComparison.Ordinal)).ShouldAllBe(link => File.Exists(Path.Combine(report.Folder.Path, link)));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        ids.ShouldBeUnique();
        links.Where(link => link.StartsWith('#')).ShouldAllBe(link => ids.Contains(link.TrimStart('#')));

        var levels = page.Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3" or "h4").Select(element => element.Name.LocalName[1] - '0').ToArray();
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);

        foreach (var svg in page.Descendants(Reports.Svg + "svg"))
        {
            svg.Attribute("role")!.Value.ShouldBe("img");
            foreach (var id in svg.Attribute("aria-labelledby")!.Value.Split(' '))
            {
                svg.Elements().Single(element => (string?)element.Attribute("id") == id).Value.ShouldNotBeEmpty();
            }

            svg.Element(Reports.Svg + "desc")!.Value.ShouldMatch(@"\d");
            svg.Attribute("viewBox").ShouldNotBeNull();
            svg.Descendants().Attributes("clip-path").ShouldAllBe(clip => ids.Contains(clip.Value.Replace("url(#", "").Replace(")", "")));
        }

        foreach (var table in page.Descendants(Xhtml + "table"))
        {
            table.Element(Xhtml + "caption")!.Value.ShouldNotBeEmpty();
            table.Descendants(Xhtml + "th").ShouldAllBe(cell => cell.Attribute("scope") != null);
            var columns = table.Descendants(Xhtml + "tr").First().Elements().Count();
            table.Descendants(Xhtml + "tr").ShouldAllBe(row => row.Elements().Count() == columns);
        }

        // What must be said where a ratio or a curve is shown.
        foreach (var figure in page.Descendants(Xhtml + "figure").Where(figure => ((string)figure.Attribute("id")!).StartsWith("figure-hazard", StringComparison.Ordinal)))
        {
            figure.Element(Xhtml + "figcaption")!.Value.ShouldContain(HazardFigure.Reading);
            figure.Descendants(Reports.Svg + "svg").ShouldAllBe(svg => svg.Elements(Reports.Svg + "text").Any(text => text.Value == HazardFigure.Reading));
        }

        foreach (var figure in page.Descendants(Xhtml + "figure").Where(figure => ((string)figure.Attribute("id")!).StartsWith("figure-survival", StringComparison.Ordinal)))
        {
            figure.ElementsBeforeSelf(Xhtml + "p").Last().Value.ShouldContain("is censored");
        }

        // What is not known comes first, and the other error is named.
        var answer = page.Descendants(Xhtml + "h2").First();
        ((string?)answer.Attribute("id")).ShouldBe("answer");
        page.Descendants(Xhtml + "strong").ShouldContain(label => label.Value == "Simulation error.");
        if (report.Content.Summary.Headline is { } headline)
        {
            var lead = page.Descendants(Xhtml + "p").First(paragraph => (string?)paragraph.Attribute("class") == "lead").Value;
            headline.Text.ShouldStartWith(lead);
            answer.ElementsAfterSelf(Xhtml + "figure").First().Attribute("id")!.Value.ShouldBe("figure-answer");
        }

        foreach (var caption in page.Descendants(Xhtml + "figcaption").Select(caption => caption.Value).Where(text => text.Contains("95 %", StringComparison.Ordinal)))
        {
            (caption.Contains("simulation error", StringComparison.Ordinal) || caption.Contains("error of having", StringComparison.Ordinal) || caption.Contains("Intervals are 95 %, from", StringComparison.Ordinal))
                .ShouldBeTrue(caption);
        }

        page.Root!.Value.ShouldNotContain("NaN", Case.Sensitive);
        page.Root!.Value.ShouldNotContain("Infinity", Case.Sensitive);
    }

    [GeneratedRegex(@"[−\d][\d,.]*", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
