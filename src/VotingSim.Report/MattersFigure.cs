using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Campaigns;

namespace VotingSim.Report;

/// <summary>Where the matters of a campaign go, as flows, an arm beside the other: how they end, and what is carried out.</summary>
internal static class MattersFigure
{
    private const float PixelsOfAll = 150;
    private const float Least = 15; // a line of text beside a node
    private const float Gap = 5;
    private const float Bar = 9;

    /// <summary>The ways in words.</summary>
    public static string WordsOf(string ending) => ending switch
    {
        "consent" => "by consent",
        "vote" => "by vote",
        "opt-out" => "some opt out",
        "minilateral" => "by the willing",
        "failed" => "failed",
        "undecided" => "undecided",
        _ => "open at the end",
    };

    /// <summary>The figure; null where no matter ever arises.</summary>
    public static Figure? Of(CampaignContent content) => content.Arms.All(arm => Arisen(arm) == 0) ? null : new()
    {
        Name = "matters",
        Title = "Where matters go",
        Description = string.Join(" ", content.Arms.Select(arm => $"{content.Quoted(arm)}: of {Number(Arisen(arm))} matters a campaign "
            + $"{ReportNumbers.List(
            [.. arm.Matters.Where(matter => matter.Count > 0).Select(matter => $"{Number(matter.Count)} "
                + $"{WordsOf(matter.Ending)}")])}; at least half of "
                + $"the members carry out {Number(Texts(arm).Sum(matter => matter.CarriedOut))}.")),
        Caption = $"Mean numbers of matters in a campaign of {content.Span}, drawn to one scale: what arises, how it ends, and whether at least "
            + $"half of "
            + "all members carry it out. Undecided is at the horizon and still open, failed at a horizon at which the matter dies, open what has its "
            + "horizon beyond the last day. Some opt out: adopted for the members that take part. Which matters arise is configured and the same for "
            + "all; what is carried out hangs on numbers that no record fixes.",
        Columns = ["arm", "rule", "ending", "matters", "carried_out_by_half"],
        Rows =
        [
            .. content.Arms.SelectMany(arm => arm.Matters.Select(matter => (ImmutableArray<string>)
                [arm.Arm.Id, arm.Arm.Rule, matter.Ending, ReportNumbers.Plain(matter.Count), ReportNumbers.Plain(matter.CarriedOut)])),
        ],
        Draw = narrow => Draw(content, narrow),
    };

    private static double Arisen(CampaignArm arm) => arm.Matters.Sum(matter => matter.Count);

    private static IEnumerable<MatterCount> Texts(CampaignArm arm) => arm.Matters.Where(matter => !double.IsNaN(matter.CarriedOut));

    // Means of counts: what is less than a tenth says so.
    private static string Number(double value) => value is > 0 and < 0.05 ? "< 0.1" : ReportNumbers.Text(value, "0.0");

    private static Canvas Draw(CampaignContent content, bool narrow)
    {
        var (width, columns) = (narrow ? 360f : 760f, narrow || content.Arms.Length == 1 ? 1 : 2);
        var wide = narrow ? width : (width - 36) / 2;
        var scale = PixelsOfAll / (float)content.Arms.Max(Arisen);
        var each = content.Arms.Max(arm => Height(arm, scale)) + 62;
        var canvas = new Canvas(width, (each * ((content.Arms.Length + columns - 1) / columns)) - 20);
        foreach (var (place, arm) in content.Arms.Index())
        {
            var (left, top) = (place % columns * (wide + 36), place / columns * each);
            var look = CampaignContent.LookOf(place);
            canvas.Marker(left + 5, top + 8, look.Marker, look.Color);
            canvas.Text(content.NameOf(arm), left + 15, top, bold: true, room: wide - 20);
            Draw(canvas, arm, scale, left, top + 42, wide);
        }

        return canvas;
    }

    private static float Height(CampaignArm arm, float scale) => Shown(arm).Sum(matter => Slot(matter, scale) + Gap);

    // What would round to nothing has no node.
    private static MatterCount[] Shown(CampaignArm arm) => [.. arm.Matters.Where(matter => matter.Count >= 0.005)];

    private static float Slot(MatterCount matter, float scale) => Math.Max(Least, (float)matter.Count * scale);

    private static void Draw(Canvas canvas, CampaignArm arm, float scale, float left, float top, float wide)
    {
        var (matters, all) = (Shown(arm), (float)Arisen(arm) * scale);
        var (middle, end) = (left + (wide * 0.34f), left + wide - 92);
        canvas.Text($"arise {Number(Arisen(arm))}", left, top - 18, size: 11.5f);
        canvas.Rectangle(left, top, left + Bar, top + all, Palette.Quiet);
        var kept = (float)Texts(arm).Sum(matter => matter.CarriedOut) * scale;
        var broken = (float)Texts(arm).Sum(matter => matter.Count - matter.CarriedOut) * scale;
        var below = top + Math.Max(kept, 32) + 14;
        var (source, slot, done, rest) = (top, top, top, below);
        foreach (var matter in matters)
        {
            var (color, high) = (ColorOf(matter.Ending), (float)matter.Count * scale);
            var node = slot + ((Slot(matter, scale) - high) / 2);
            canvas.Flow((left + Bar, source, source + high), (middle, node, node + high), color.WithOpacity(0.3));
            canvas.Rectangle(middle, node, middle + Bar, node + Math.Max(1, high), color);
            if (!double.IsNaN(matter.CarriedOut))
            {
                var (part, other) = ((float)matter.CarriedOut * scale, (float)(matter.Count - matter.CarriedOut) * scale);
                canvas.Flow((middle + Bar, node, node + part), (end, done, done + part), color.WithOpacity(0.3));
                canvas.Flow((middle + Bar, node + part, node + high), (end, rest, rest + other), color.WithOpacity(0.3));
                (done, rest) = (done + part, rest + other);
            }

            (source, slot) = (source + high, slot + Slot(matter, scale) + Gap);
            canvas.Text($"{WordsOf(matter.Ending)} {Number(matter.Count)}", middle + Bar + 5, node + (high / 2), Alignment.MiddleLeft, 11.5f);
        }

        Last(kept, top, "half or more", "carry out");
        Last(broken, below, "fewer", "carry out");

        void Last(float high, float y, string first, string second)
        {
            if (high > 0)
            {
                canvas.Rectangle(end, y, end + Bar, y + Math.Max(1, high), Palette.Ink);
                var center = y + Math.Max(high / 2, 8);
                canvas.Text(first, end + Bar + 5, center - 8, Alignment.MiddleLeft, 11.5f);
                canvas.Text($"{second} {Number(high / scale)}", end + Bar + 5, center + 8, Alignment.MiddleLeft, 11.5f);
            }
        }
    }

    private static Color ColorOf(string ending) => ending switch
    {
        "consent" => Palette.Blue,
        "vote" => Palette.Vermilion,
        "opt-out" => Palette.Of(3).Color,
        "minilateral" => Palette.Of(4).Color,
        _ => Palette.Quiet,
    };
}
