using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>Who is outvoted, how often, under which rule.</summary>
internal static class OutvotedFigure
{
    /// <summary>The figure; null where nobody ever is.</summary>
    public static Figure? Of(ReportSection section)
    {
        var arms = section.Arms.Where(HasOutvoted).ToArray();
        if (arms.Length == 0)
        {
            return null;
        }

        var most = arms.Select(arm => (Arm: arm, Member: arm.Members.MaxBy(member => member.Outvoted.Value)!));
        return new()
        {
            Name = $"outvoted-{section.Id}",
            Title = $"Who is outvoted: {section.Title}",
            Description = $"Share of deliberations in which each member is bound by a text that it objected to. Most often: {string.Join("; "
                + "", most.Select(entry => $"{entry.Member.Code} under {section.Quoted(entry.Arm.Arm)}, "
                    + $"{ReportNumbers.Percent(entry.Member.Outvoted)}"))}.",
            Caption = $"Share of all deliberations in which a member is bound by an adopted text that it objected to. The lines are simulation "
                + $"error (95 %).{Nobody(section)}",
            Columns = ["arm", "rule", "member", "outvoted", "low", "high", "supported", "abstained", "objected", "opted_out", "decisive", "banzhaf"],
            Rows =
            [
                .. section.Arms.SelectMany(arm => arm.Members.Select(member => (ImmutableArray<string>)
                [
                    arm.Arm.Id, arm.Arm.Rule, member.Code, ReportNumbers.Plain(member.Outvoted.Value), ReportNumbers.Plain(member.Outvoted.Low),
                        ReportNumbers.Plain(member.Outvoted.High),
                    ReportNumbers.Plain(member.Supported.Value), ReportNumbers.Plain(member.Abstained.Value),
                        ReportNumbers.Plain(member.Objected.Value), ReportNumbers.Plain(member.OptedOut.Value),
                        ReportNumbers.Plain(member.Decisive.Value),
                    ReportNumbers.Plain(member.Banzhaf),
                ])),
            ],
            Draw = narrow => Draw(section, arms, narrow),
        };
    }

    /// <summary>The rules under which nobody is outvoted, as a sentence; empty where there are none.</summary>
    public static string Nobody(ReportSection section)
    {
        var names = section.Arms.Where(arm => !HasOutvoted(arm)).Select(arm => section.Quoted(arm.Arm)).ToArray();
        return names.Length == 0 ? "" : $" Under {ReportNumbers.List(names)} nobody ever was.";
    }

    private static bool HasOutvoted(ArmSummary arm) => arm.Members.Any(member => member.Outvoted.Value > 0);

    private static Canvas Draw(ReportSection section, ArmSummary[] arms, bool narrow)
    {
        var members = section.Baseline.Members;
        var most = arms.SelectMany(arm => arm.Members).Max(member => member.Outvoted.Value);
        var (width, columns) = narrow ? (360f, 2) : (760f, Math.Clamp(arms.Length, 2, 4));
        const float left = 48, gap = 16, row = 19, below = 58;
        var wide = (width - left - (gap * (columns - 1)) - 4) / columns;
        var more = TextLines.Beyond(arms.Select(arm => section.NameOf(arm.Arm)), wide + gap - 4, bold: true);
        var top = 30 + more;
        var high = row * members.Length;
        var lines = (arms.Length + columns - 1) / columns;
        var canvas = new Canvas(width, lines * (top + high + below));
        var shares = Axis.Round(0, Math.Min(1, most), narrow ? 2 : 3, scale: 100);
        const float numbers = 38;
        for (var index = 0; index < arms.Length; index++)
        {
            var (x, y) = (left + (index % columns * (wide + gap)), (index / columns * (top + high + below)) + top);
            var panel = canvas.Panel(x, y, x + wide - numbers, y + high, shares, Axis.Bare(0, members.Length), horizontalGrid: false);
            var look = section.LookOf(arms[index].Arm);
            canvas.Text(section.NameOf(arms[index].Arm), x, y - 20 - more, bold: true, room: wide + gap - 4);
            canvas.Text("outvoted, %", x + wide - numbers, y + high + 22, Alignment.UpperRight, color: Palette.Quiet);
            for (var seat = 0; seat < members.Length; seat++)
            {
                var middle = y + (row * (seat + 0.5f));
                var share = arms[index].Members[seat].Outvoted;
                if (index % columns == 0)
                {
                    canvas.Text(members[seat].Code, x - 12, middle, Alignment.MiddleRight);
                }

                Interval(canvas, panel, share, middle, look);
                canvas.Text(ReportNumbers.Value(share, "0.0", 100), panel.X(Math.Max(share.Value, double.IsFinite(share.High) ? share.High : 0)) + 8,
                    middle, Alignment.MiddleLeft, 11, color: Palette.Quiet);
            }
        }

        return canvas;
    }

    private static void Interval(Canvas canvas, Panel panel, Estimate share, float y, SeriesStyle look)
    {
        canvas.Line(panel.X(0), y, panel.X(share.Value), y, look.Color, 1);
        canvas.Line(panel.X(Math.Max(0, share.Low)), y, panel.X(share.High), y, look.Color, 3);
        canvas.Marker(panel.X(share.Value), y, look.Marker, look.Color, 7);
    }
}
