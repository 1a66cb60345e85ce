using System.Globalization;
using System.Xml.Linq;
using VotingSim.Experiments.Store;

namespace VotingSim.Report.Tests;

public class FigureTests(RunFixture runs)
{
    [Fact]
    public async Task The_same_run_gives_the_same_bytes_in_every_file()
    {
        var plan = Reports.Plan("myanmar-consensus-or-qmv", 40);
        var (first, second) = (await runs.WriteAsync(plan), await runs.WriteAsync(plan));

        string[] files = [first.Folder.Report, .. Directory.EnumerateFiles(first.Folder.Figures)];
        first.Figures.ShouldBe(
        [
            "agreement-myanmar-2021", "answer", "drivers", "frontier-myanmar-2021", "hazard-ratios-myanmar-2021", "opinions-myanmar-2021",
            "outcomes-myanmar-2021", "outvoted-myanmar-2021", "rules-myanmar-2021", "survival-myanmar-2021", "worlds",
        ]);
        files.Length.ShouldBe(1 + (3 * 11));
        foreach (var file in files)
        {
            var other = Path.Combine(second.Folder.Path, Path.GetRelativePath(first.Folder.Path, file));
            if (!file.EndsWith(".png", StringComparison.Ordinal))
            {
                (await File.ReadAllTextAsync(other)).ShouldBe(await File.ReadAllTextAsync(file), file);
            }

            Convert.ToHexString(await File.ReadAllBytesAsync(other)).ShouldBe(Convert.ToHexString(await File.ReadAllBytesAsync(file)), file);
        }
    }

    [Fact]
    public async Task The_numbers_beside_the_figures_are_the_summarys()
    {
        var report = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 80));
        var summary = report.Content.Summary;

        var curves = report.Csv("survival-myanmar-2021");
        curves.Count.ShouldBe(summary.Arms.Sum(arm => arm.Survival.Days.Length));
        foreach (var arm in summary.Arms)
        {
            var own = curves.Where(row => row["arm"] == arm.Arm.Id).ToArray();
            own.Select(row => Number(row["day"])).ShouldBe(arm.Survival.Days.Select(Shown));
            own.Select(row => Number(row["undecided"])).ShouldBe(arm.Survival.Survival.Select(Shown));
            own.Select(row => Number(row["low"])).ShouldBe(arm.Survival.Low.Select(Shown));
            own.Select(row => Number(row["high"])).ShouldBe(arm.Survival.High.Select(Shown));
            own.Select(row => long.Parse(row["at_risk"], CultureInfo.InvariantCulture)).ShouldBe(arm.Survival.AtRisk);
        }

        foreach (var (row, comparison) in report.Csv("hazard-ratios-myanmar-2021").Zip(summary.Comparisons))
        {
            row["arm"].ShouldBe(comparison.Arm.Id);
            Number(row["hazard_ratio"]).ShouldBe(Shown(comparison.HazardRatio.Value));
            Number(row["low"]).ShouldBe(Shown(comparison.HazardRatio.Low));
            Number(row["high"]).ShouldBe(Shown(comparison.HazardRatio.High));
            Number(row["holm_p"]).ShouldBe(Shown(comparison.HolmP));
        }

        foreach (var row in report.Csv("frontier-myanmar-2021"))
        {
            var point = summary.Frontiers.Single(frontier => frontier.Measure.Name == row["measure"]).Points.Single(point => point.Arm.Id == row["arm"]);
            Number(row["mean"]).ShouldBe(Shown(point.Mean.Value));
            Number(row["value_p25"]).ShouldBe(Shown(point.Values.P25));
            Number(row["value_p50"]).ShouldBe(Shown(point.Values.P50));
            Number(row["days_p75"]).ShouldBe(Shown(point.Days.P75));
            Number(row["rmst_days"]).ShouldBe(Shown(point.RestrictedMeanDays.Value));
            row["dominated_by"].ShouldBe(string.Join(' ', point.DominatedBy.Select(arm => arm.Id)));
        }

        report.Csv("frontier-myanmar-2021").Select(row => row["measure"]).Distinct().ShouldBe(["agreement_index", "outvoted", "mean_shift", "min_utility"]);

        foreach (var row in report.Csv("outvoted-myanmar-2021"))
        {
            var member = summary.Arms.Single(arm => arm.Arm.Id == row["arm"]).Members.Single(member => member.Code == row["member"]);
            Number(row["outvoted"]).ShouldBe(Shown(member.Outvoted.Value));
            Number(row["decisive"]).ShouldBe(Shown(member.Decisive.Value));
        }
    }

    [Fact]
    public async Task What_is_drawn_over_worlds_is_the_headlines_and_that_of_the_exported_rows()
    {
        var report = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 400));
        var (summary, plan) = (report.Content.Summary, report.Content.Plan);
        var headline = summary.Headline.ShouldNotBeNull();

        var answer = report.Csv("answer").ShouldHaveSingleItem();
        (answer["baseline"], answer["rule"]).ShouldBe((plan.Arms[0].Rule, plan.Arms[1].Rule));
        Number(answer["earlier"]).ShouldBe(headline.Worlds.Earlier.Value);
        Number(answer["days_p50"]).ShouldBe(headline.Worlds.Days.P50);
        Number(answer["days_p95"]).ShouldBe(headline.Worlds.Days.P95);

        // Every rule's differences, and the histogram, from the rows as they are exported.
        await RowsExport.ToCsvAsync(plan, report.Folder, report.Folder.RunsTable);
        var lines = await File.ReadAllLinesAsync(report.Folder.RunsTable);
        var head = lines[0].Split(',');
        var rows = lines[1..].Select(line => head.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second)).ToArray();
        foreach (var row in report.Csv("rules-myanmar-2021"))
        {
            var differences = Differences(row["arm"], "days");
            Number(row["days_p50"])!.Value.ShouldBe((differences.Order().ElementAt(199) + differences.Order().ElementAt(200)) / 2, 0.5);
            Number(row["earlier"])!.Value.ShouldBe(differences.Count(days => days < 0) / 400.0, 1e-12);
        }

        foreach (var bars in report.Csv("worlds").GroupBy(row => row["measure"]))
        {
            var differences = Differences(plan.Arms[1].Id, bars.Key);
            bars.Sum(row => long.Parse(row["worlds"], CultureInfo.InvariantCulture)).ShouldBe(400);
            foreach (var row in bars)
            {
                var (from, to) = (Number(row["from"])!.Value, Number(row["to"])!.Value);
                var tolerance = bars.Key == "days" ? 0.01 : 0.00006;
                differences.Count(difference => from == to ? Math.Abs(difference - from) <= tolerance
                    : from < 0 ? difference >= from - tolerance && difference < to - tolerance
                    : difference > from + tolerance && difference <= to + tolerance).ShouldBe(int.Parse(row["worlds"], CultureInfo.InvariantCulture), $"{bars.Key} {from} {to}");
            }
        }

        double[] Differences(string arm, string column) =>
        [
            .. Values(arm, column).Zip(Values(plan.Arms[0].Id, column), (mine, baseline) => mine - baseline),
        ];

        double[] Values(string arm, string column) => [.. rows.Where(row => row["arm"] == arm).Select(row => Number(row[column])!.Value)];
    }

    [Fact]
    public async Task The_drivers_and_the_box_of_the_figures_are_the_headlines()
    {
        var report = await runs.WriteAsync(Reports.Plan("patience-and-silence", 200));
        var drivers = report.Content.Summary.Headline!.Drivers.ShouldNotBeNull();

        foreach (var (row, driver) in report.Csv("drivers").Zip(drivers.Drivers))
        {
            row["parameter"].ShouldBe(driver.Parameter);
            Number(row["rank_correlation"]).ShouldBe(driver.RankCorrelation.Value);
            Number(row["first_order_low"]).ShouldBe(driver.FirstOrder.Low);
        }

        report.Csv("drivers").Count.ShouldBe(drivers.Drivers.Length);
        var box = report.Csv("box");
        box.ShouldNotBeEmpty();
        box.Select(row => row["parameter"]).ShouldBe(drivers.Discovery.Limits.Select(limit => limit.Parameter));
        foreach (var row in box)
        {
            Number(row["density"]).ShouldBe(drivers.Discovery.Density);
            var (low, high) = (Number(row["low"]) ?? double.NegativeInfinity, Number(row["high"]) ?? double.PositiveInfinity);
            Math.Max(low, Number(row["range_low"])!.Value).ShouldBeLessThanOrEqualTo(Math.Min(high, Number(row["range_high"])!.Value));
        }
    }

    [Fact]
    public async Task The_outcomes_of_the_figure_are_those_of_the_exported_rows()
    {
        var report = await runs.WriteAsync(Reports.Plan("digital-economy-consensus-or-qmv", 150));
        await RowsExport.ToCsvAsync(report.Content.Plan, report.Folder, report.Folder.RunsTable);
        var lines = await File.ReadAllLinesAsync(report.Folder.RunsTable);
        var head = lines[0].Split(',');
        var rows = lines[1..].Select(line => head.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second)).ToArray();

        var steps = report.Csv("outcomes-digital-economy");
        steps.Sum(step => int.Parse(step["adopted"])).ShouldBe(rows.Count(row => row["decided"] == "true") * report.Content.Plan.Arms[0].Terms.Crisis.Issues.Length);
        foreach (var step in steps)
        {
            var own = rows.Where(row => row["arm"] == step["arm"]).ToArray();
            own.Count(row => row["decided"] == "true" && Number(row[$"outcome_{step["issue"]}"]) >= Number(step["text_from"]) && Number(row[$"outcome_{step["issue"]}"]) < Number(step["text_below"]))
                .ShouldBe(int.Parse(step["adopted"]));
            own.Count(row => row["decided"] == "false").ShouldBe(int.Parse(step["undecided"]));
        }
    }

    [Fact]
    public async Task Quantiles_of_outcomes_are_those_of_the_rows_to_the_width_of_a_bin()
    {
        var report = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 200).Only("asean-qmv"));
        await RowsExport.ToCsvAsync(report.Content.Plan, report.Folder, report.Folder.RunsTable);
        var lines = await File.ReadAllLinesAsync(report.Folder.RunsTable);
        var head = lines[0].Split(',');
        double[] texts = [.. lines[1..].Select(line => line.Split(',')).Where(cells => cells[Array.IndexOf(head, "decided")] == "true").Select(cells => Number(cells[Array.IndexOf(head, "outcome_intervention")])!.Value).Order()];

        foreach (var share in new[] { 0.05, 0.5, 0.95 })
        {
            report.Content.Outcomes.Single().Quantile(share).ShouldBe(texts[(int)Math.Ceiling(share * texts.Length) - 1], OutcomeCounts.Width);
        }
    }

    [Fact]
    public async Task Figures_name_what_they_show_in_text_that_the_font_can_draw_and_in_no_colour_but_the_palettes()
    {
        var report = await runs.WriteAsync(Reports.Plan("myanmar-consensus-or-qmv", 60));
        var rules = new[] { "Consensus", "Unanimity", "Qualified majority", "Consensus, then majority" };
        foreach (var name in report.Figures)
        {
            var svg = report.Svg(name);
            var texts = svg.Descendants(Reports.Svg + "text").ToArray();
            texts.ShouldNotBeEmpty(name);
            using var font = ChartFont.Of(12, bold: false);
            texts.ShouldAllBe(text => font.ContainsGlyphs(text.Value));
            svg.Root!.Attribute("font-family")!.Value.ShouldEndWith("sans-serif");
            texts.ShouldAllBe(text => text.Attribute("font-family") == null);
            foreach (var color in svg.Descendants().SelectMany(element => new[] { element.Attribute("fill"), element.Attribute("stroke") }).OfType<XAttribute>().Select(attribute => attribute.Value))
            {
                IsOfThePalette(color).ShouldBeTrue($"{name}: {color}");
            }

            foreach (var rule in rules.Where(_ => name.StartsWith("survival", StringComparison.Ordinal) || name.StartsWith("outcomes", StringComparison.Ordinal)))
            {
                texts.ShouldContain(text => text.Value == rule, $"{name}: {rule}");
            }
        }

        report.Svg("survival-myanmar-2021").Descendants(Reports.Svg + "path").Attributes("stroke-dasharray").Select(dash => dash.Value).Distinct().Count().ShouldBe(4, "three rules, and the end of observation");
    }

    [Fact]
    public void No_two_rules_look_alike_even_without_colour_and_every_colour_can_be_seen_on_white()
    {
        SeriesStyle[] looks = [.. Enumerable.Range(0, 25).Select(Palette.Of)];
        looks.Select(look => (look.Color, look.Line.Name)).ShouldBeUnique();
        looks.Take(5).Select(look => look.Line.Name).ShouldBeUnique();
        looks.Take(6).Select(look => look.Marker).ShouldBeUnique();
        looks.ShouldAllBe(look => Contrast(look.Color) >= 3);
        Contrast(Palette.Quiet).ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public void Numbers_on_every_tint_have_the_contrast_of_text()
    {
        foreach (var hue in new[] { Palette.Blue, Palette.Vermilion })
        {
            for (var strength = 0.0; strength <= 1; strength += 0.01)
            {
                var tint = Palette.Tint(hue, strength);
                var (a, b) = (Luminance(tint) + 0.05, Luminance(Palette.InkOn(tint)) + 0.05);
                (Math.Max(a, b) / Math.Min(a, b)).ShouldBeGreaterThanOrEqualTo(4.5 - 1e-9, $"{hue} at {strength}");
            }
        }
    }

    [Fact]
    public void A_picture_has_letters_whatever_fonts_the_machine_has()
    {
        ScottPlot.Fonts.GetTypeface("No Such Font", bold: false, italic: false).FamilyName.ShouldBe(ChartFont.Name);
        using var bare = new Canvas(60, 20);
        using var written = new Canvas(60, 20);
        written.Text("Days", 2, 2);
        written.Png(1).ShouldNotBe(bare.Png(1));
    }

    [Theory]
    [InlineData(0, 742, 8, "0 100 200 300 400 500 600 700")]
    [InlineData(0.4, 0.8, 5, "0.4 0.5 0.6 0.7 0.8")]
    [InlineData(-30, 12, 4, "−40 −20 0 20")]
    [InlineData(5, 5, 4, "4.6 4.8 5.0 5.2 5.4")]
    public void An_axis_has_round_ticks(double low, double high, int most, string labels) =>
        string.Join(' ', Axis.Round(low, high, most, exact: high > 700).Ticks.Select(tick => tick.Label)).ShouldBe(labels);

    private static bool IsOfThePalette(string color)
    {
        if (color == "none")
        {
            return true;
        }

        var own = color switch { "white" => ScottPlot.Colors.White, "black" => ScottPlot.Colors.Black, _ => new ScottPlot.Color(Long(color)) };
        return Palette.All.Any(known => Near(known, own)) || Enumerable.Range(0, 10001).Any(step => Near(Palette.Tint(Palette.Blue, step / 10000.0), own) || Near(Palette.Tint(Palette.Vermilion, step / 10000.0), own));

        static bool Near(ScottPlot.Color a, ScottPlot.Color b) => Math.Abs(a.R - b.R) <= 1 && Math.Abs(a.G - b.G) <= 1 && Math.Abs(a.B - b.B) <= 1;
        static string Long(string text) => text.Length == 4 ? $"#{text[1]}{text[1]}{text[2]}{text[2]}{text[3]}{text[3]}" : text;
    }

    private static double Contrast(ScottPlot.Color color) => 1.05 / (Luminance(color) + 0.05);

    // WCAG 2.2, relative luminance.
    private static double Luminance(ScottPlot.Color color)
    {
        return (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

        static double Linear(byte channel) => channel / 255.0 is <= 0.04045 and var dark ? dark / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);
    }

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static double? Shown(double value) => double.IsFinite(value) ? value : null;
}
