using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Campaigns;

namespace VotingSim.Report;

/// <summary>Goodwill of every member on the last day of campaigns, an arm beside the other.</summary>
internal static class MemberGoodwillFigure
{
    /// <summary>The figure.</summary>
    public static Figure Of(CampaignContent content)
    {
        return new()
        {
            Name = "goodwill-members",
            Title = "Goodwill by member on the last day",
            Description = string.Join(" ", content.Arms.Select(arm => $"{content.Quoted(arm)}: least contented on average "
                + $"{Describe(arm.Members.MinBy(Mean)!)}, "
                + $"most {Describe(arm.Members.MaxBy(Mean)!)}.")),
            Caption = $"The marker is the middle world, the pale bar the middle half of the worlds, the line nine in ten. "
                + $"{(content.Arms.Length > 1 ? $"The hollow ring repeats the middle world of {content.Quoted(content.Arms[0])}. " : "")}"
                + "Members are in the order of their mean under the first rule. What a member remembers, and for how long, is judgement.",
            Columns = ["arm", "rule", "member", "mean", "low", "high", "p05", "p25", "p50", "p75", "p95", "outvoted", "left_out"],
            Rows =
            [
                .. content.Arms.SelectMany(arm => arm.Members.Select(member => (ImmutableArray<string>)
                [
                    arm.Arm.Id, arm.Arm.Rule, member.Code, .. ReportNumbers.Plain(member.Goodwill[^1].Mean),
                    .. CampaignYearsFigure.Quantiles(member.Goodwill[^1].Spread).Select(ReportNumbers.Plain),
                    ReportNumbers.Plain(member.Outvoted), ReportNumbers.Plain(member.LeftOut),
                ])),
            ],
            Draw = narrow => Draw(content, narrow),
        };

        string Describe(CampaignMember member) => $"{NameOf(content, member)} {ReportNumbers.Text(Mean(member), "0.000")}";
    }

    /// <summary>A member in words.</summary>
    public static string NameOf(CampaignContent content, CampaignMember member) =>
        content.Arms[0].Arm.Terms.Roster.Members.First(state => state.Code == member.Code).Name;

    private static double Mean(CampaignMember member) => member.Goodwill[^1].Mean.Value;

    private static Canvas Draw(CampaignContent content, bool narrow)
    {
        int[] order = [.. content.Arms[0].Members.Select((member, seat) => (Mean(member), seat)).OrderByDescending(pair => pair.Item1).Select(pair =>
            pair.seat)];
        var (room, size) = (narrow ? 84f : 130f, narrow ? 11f : 12f);
        var names = order.Select(seat => NameOf(content, content.Arms[0].Members[seat])).ToArray();
        var (grid, row) = (new ArmGrid(content, room + 12, narrow), Math.Max(22, 10 + TextLines.Step + TextLines.Beyond(names, room, size)));
        var band = grid.Head + (row * order.Length) + 46;
        var canvas = new Canvas(grid.Width, (band * grid.Bands) - 12);
        var ends = content.Arms.SelectMany(arm => arm.Members).SelectMany(member =>
            CampaignYearsFigure.Quantiles(member.Goodwill[^1].Spread)).Append(0).ToArray();
        var x = Axis.Round(ends.Min(), ends.Max(), content.Arms.Length == 1 ? 5 : 3, exact: true);
        foreach (var (arm, place, at, left, right, isFirst) in grid.Panels())
        {
            var top = (at * band) + grid.Head;
            grid.Name(canvas, arm, place, left, at * band);
            var panel = canvas.Panel(left, top, right, top + (row * order.Length), x, Axis.Bare(0, order.Length), horizontalGrid: false);
            canvas.Line(panel.X(0), top, panel.X(0), top + (row * order.Length), Palette.Ink, 1.2f);
            foreach (var (index, seat) in order.Index())
            {
                var y = top + (row * (index + 0.5f));
                if (isFirst)
                {
                    canvas.Text(names[index], room, y, Alignment.MiddleRight, size, room: room);
                }

                var (spread, look) = (arm.Members[seat].Goodwill[^1].Spread, CampaignContent.LookOf(place));
                canvas.Rectangle(panel.X(spread.P25), y - 5, panel.X(spread.P75), y + 5, look.Color.WithOpacity(0.35));
                canvas.Line(panel.X(spread.P05), y, panel.X(spread.P95), y, look.Color, 1.4f);
                if (place > 0)
                {
                    canvas.Marker(panel.X(content.Arms[0].Members[seat].Goodwill[^1].Spread.P50), y, MarkerShape.OpenCircle, Palette.Ink, 10);
                }

                canvas.Marker(panel.X(spread.P50), y, look.Marker, look.Color, 6);
            }

            canvas.Text("goodwill", right, top + (row * order.Length) + 21, Alignment.UpperRight, 11.5f, color: Palette.Quiet);
        }

        return canvas;
    }
}
