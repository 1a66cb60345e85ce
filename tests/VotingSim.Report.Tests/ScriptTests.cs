using System.Xml.Linq;
using ScottPlot;
using SkiaSharp;
using VotingSim.Experiments.Plan;

namespace VotingSim.Report.Tests;

/// <summary>Letters that the font of the figures lacks. Those of a font are tried with two that <c>tests/run.sh</c> installs: Thai and Burmese.</summary>
public sealed class ScriptTests(RunFixture runs) : IDisposable
{
    private const string Thai = "ฉันทามติ";
    private const string Burmese = "အများစု သဘော";
    private const string Khmer = "ឯកច្ឆន្ទ";
    private const string Chinese = "先协商一致，后特定多数表决：这是一个很长的规则名称，用来检验换行是否正确";
    private static readonly MachineFonts Machine = new();

    public void Dispose() => ChartFont.Others = new MachineFonts();

    [Fact]
    public void Letters_are_drawn_with_a_font_that_has_them()
    {
        foreach (var text in new[] { Thai, Burmese, $"{Thai} (consensus)", $"Rule {Burmese}, 2/3" })
        {
            foreach (var bold in new[] { false, true })
            {
                var typeset = TypesetText.Of(text, ChartFont.Face(bold), bold, Machine);

                typeset.Missing.ShouldBeEmpty();
                typeset.Glyphs().ShouldNotContain(0u, text);
                string.Concat(typeset.Pieces.Select(piece => piece.Text)).ShouldBe(text);
                foreach (var piece in typeset.Pieces.Where(piece => piece.Text.Any(char.IsAsciiLetter)))
                {
                    piece.Face.FamilyName.ShouldBe(ChartFont.Name);
                }
            }
        }
    }

    // Unicode 16, chapter 16.3: the vowel sign E, U+1031, is written before the consonant that it is spoken after.
    [Fact]
    public void Letters_are_shaped_as_their_script_has_them()
    {
        var face = TypesetText.Of("သေ", ChartFont.Face(false), bold: false, Machine).Pieces.ShouldHaveSingleItem().Face;

        TypesetText.Of("သေ", ChartFont.Face(false), bold: false, Machine).Glyphs()[^1].ShouldBe(face.GetGlyph('သ'));
        // A mark above takes no room of its own.
        Width("ก่").ShouldBe(Width("ก"), 0.01f);

        static float Width(string text) => TypesetText.Of(text, ChartFont.Face(false), bold: false, Machine).Width(12, bold: false);
    }

    [Fact]
    public void A_picture_shows_the_letters_instead_of_boxes()
    {
        ChartFont.Others = Machine;
        var letters = Picture(Thai);
        ChartFont.Others = new NoFonts();
        var boxes = Picture(Thai);

        letters.ShouldNotBe(boxes);
        Picture("ฉฉฉฉฉ").ShouldBe(Picture("กกกกก")); // a box is a box: without a font letters cannot be told apart
        ChartFont.Others = Machine;
        Picture("ฉฉฉฉฉ").ShouldNotBe(Picture("กกกกก"));
    }

    [Fact]
    public void An_svg_keeps_every_text_whole_whatever_fonts_there_are()
    {
        foreach (var fonts in new IFontSource[] { Machine, new NoFonts() })
        {
            ChartFont.Others = fonts;
            using var canvas = new Canvas(400, 200);
            canvas.Text(Thai, 10, 10);
            canvas.Text(Burmese, 390, 40, Alignment.UpperRight);
            canvas.Text(Khmer, 200, 70, Alignment.MiddleCenter, bold: true);
            canvas.Text("‖0‖", 10, 100);
            canvas.Text("Consensus", 10, 130);

            var texts = XDocument.Parse(canvas.Svg("any", "", "")).Descendants(Reports.Svg + "text").ToArray();

            texts.Select(text => text.Value).ShouldBe([Thai, Burmese, Khmer, "‖0‖", "Consensus"]);
            texts.Select(text => text.Attribute("text-anchor")?.Value).ShouldBe([null, "end", "middle", null, null]);
            texts.Select(text => text.Attribute("textLength") is not null).ShouldBe([false, false, false, false, true]);
        }
    }

    [Fact]
    public void No_font_is_asked_for_where_the_own_one_has_all_letters()
    {
        ChartFont.Others = new Forbidden();

        Picture("Đồng thuận, mufakat, ≥ 2/3 − ½ → Ελλάδα").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_missing_is_said_with_the_packages_that_bring_it()
    {
        ChartFont.Others = new NoFonts();
        var plan = Titled(Reports.Plan("myanmar-consensus-or-qmv", 20), "consensus", Thai, "asean-qmv", Burmese);

        var report = await runs.WriteAsync(plan);

        const string advice = "No font of this machine has the letters of Burmese and Thai: they are empty boxes in PNG figures; SVG figures keep the text. "
            + "On Debian and Ubuntu, apt-get install fonts-sil-padauk fonts-thai-tlwg brings them; then draw them again.";
        report.Text.ShouldContain(advice);
        report.Page.Descendants(Reports.Svg + "text").Select(text => text.Value).ShouldContain(Thai);
        (await ReportFiles.CommitAsync(report.Content, report.Folder)).ShouldBe(advice);
        ChartFont.Others = Machine;
        (await ReportFiles.CommitAsync(report.Content, report.Folder)).ShouldBeEmpty();
        (await File.ReadAllTextAsync(report.Folder.Report)).ShouldNotContain("No font of this machine");
    }

    [Theory]
    [InlineData("A qualified majority of the members with two thirds of the population and a blocking minority of four", 120f)]
    [InlineData(Chinese, 90f)]
    [InlineData("ស្តេចត្រាញ់នៃព្រះរាជាណាចក្រកម្ពុជាដែលមានឈ្មោះវែងណាស់", 60f)]
    [InlineData("การตัดสินใจโดยฉันทามติของประเทศสมาชิกทั้งหมดในภูมิภาค", 60f)]
    [InlineData("Hottentottenstottertrottelmutterbeutelrattenlattengitter", 50f)]
    public void Long_titles_are_broken_into_lines_that_fit(string text, float room)
    {
        ChartFont.Others = new NoFonts();

        var lines = TextLines.Of(text, room, 12, bold: true);

        lines.Length.ShouldBeGreaterThan(1);
        lines.ShouldAllBe(line => ChartFont.Width(line, 12, true) <= room);
        string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).ShouldBe(text.Replace(" ", "", StringComparison.Ordinal));

        // No line begins with a mark or a vowel of the line before, nor ends with one of the next.
        lines.ShouldAllBe(line => !"\u0E31\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39\u0E47\u0E48\u0E49\u0E4C\u0E30\u0E32\u0E33\u17B6\u17D2\u17C1\u17B7\u17C2\u17C7，".Contains(line[0], StringComparison.Ordinal));
        lines.ShouldAllBe(line => !"\u0E40\u0E41\u0E42\u0E43\u0E44\u17D2".Contains(line.Last(), StringComparison.Ordinal));
        TextLines.Of(text, 10_000, 12, bold: true).ShouldBe([text]);
    }

    [Fact]
    public async Task Long_titles_stay_within_their_figures()
    {
        var plan = Titled(
            Reports.Plan("myanmar-consensus-or-qmv", 20),
            "consensus", "Consensus of all members after consultations that go on until nobody objects any more, as the Charter has it",
            "asean-qmv", "A qualified majority of the members with two thirds of the population and a blocking minority of at least four");

        var report = await runs.WriteAsync(plan);

        foreach (var figure in report.Page.Descendants(Reports.Svg + "svg").Where(figure => !figure.Attribute("aria-labelledby")!.Value.StartsWith("answer", StringComparison.Ordinal)))
        {
            var width = float.Parse(figure.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture);
            foreach (var text in figure.Descendants(Reports.Svg + "text").Where(text => text.Value.Split(' ').Any(word => word is "members" or "blocking" or "Charter" or "consultations")))
            {
                Length(text).ShouldBeLessThanOrEqualTo(width, $"{figure.Attribute("aria-labelledby")!.Value}: {text.Value}");
            }
        }

        static float Length(XElement text) => float.Parse(text.Attribute("textLength")!.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static ExperimentPlan Titled(ExperimentPlan plan, params string[] titles)
    {
        var configuration = plan.Configuration.DeepClone();
        foreach (var rule in configuration["rules"]!.AsArray())
        {
            var place = Array.IndexOf(titles, rule!["rule"]!.GetValue<string>());
            if (place >= 0)
            {
                rule["title"] = titles[place + 1];
            }
        }

        return plan with { Configuration = configuration.AsObject() };
    }

    private static byte[] Picture(string text)
    {
        using var canvas = new Canvas(300, 40);
        canvas.Text(text, 10, 10);
        return canvas.Png(2);
    }

    private sealed class NoFonts : IFontSource
    {
        public SKTypeface? Find(Script script, IReadOnlyList<int> letters, bool bold) => null;
    }

    private sealed class Forbidden : IFontSource
    {
        public SKTypeface? Find(Script script, IReadOnlyList<int> letters, bool bold) => throw new InvalidOperationException($"{script.Name}");
    }
}
