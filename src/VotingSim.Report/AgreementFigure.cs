using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Report;

/// <summary>Who votes with whom: the agreement matrix as a heat map, under the baseline and under the rule with the least agreement.</summary>
internal static class AgreementFigure
{
    private const float LeastCellWithNumber = 21;

    /// <summary>The figure; null where there are no matrices.</summary>
    public static Figure? Of(ReportSection section)
    {
        if (section.Arms.Any(arm => arm.Agreement.Pairs.IsEmpty))
        {
            return null;
        }

        ArmSummary[] arms = [.. new[] { section.Baseline, section.Arms.MinBy(Mean)! }.DistinctBy(arm => arm.Arm.Index)];
        var half = ReportNumbers.Text(arms.SelectMany(arm => arm.Agreement.Pairs).Max(pair => pair.Agreement.High - pair.Agreement.Low) * 50, "0.0");
        return new()
        {
            Name = $"agreement-{section.Id}",
            Title = $"Who votes with whom: {section.Title}",
            Description = string.Join(" ", arms.Select(arm => Describe(section, arm))),
            Caption = "Share of deliberations, in per cent, in which two members cast the same last ballot "
                + "(support, abstention or objection); darker is more. "
                + $"The simulation error (95 %) is at most ± {half} points; it is in the file of numbers."
                + (section.Arms.Length > 2 ? " Shown are the baseline and the rule with the least agreement; all rules are in that file." : ""),
            Columns = ["arm", "rule", "member", "other", "agreement", "agreement_low", "agreement_high", "cohen_kappa", "cohen_kappa_low",
                "cohen_kappa_high"],
            Rows =
            [
                .. section.Arms.SelectMany(arm => arm.Agreement.Pairs.Select(pair => (ImmutableArray<string>)
                [
                    arm.Arm.Id, arm.Arm.Rule, Code(arm, pair.First), Code(arm, pair.Second), ReportNumbers.Plain(pair.Agreement.Value),
                        ReportNumbers.Plain(pair.Agreement.Low), ReportNumbers.Plain(pair.Agreement.High),
                    ReportNumbers.Plain(pair.CohenKappa.Value), ReportNumbers.Plain(pair.CohenKappa.Low), ReportNumbers.Plain(pair.CohenKappa.High),
                ])),
            ],
            Draw = narrow => Draw(section, arms, narrow),
        };
    }

    private static double Mean(ArmSummary arm) => arm.Agreement.Pairs.Average(pair => pair.Agreement.Value);

    private static string Code(ArmSummary arm, int seat) => arm.Arm.Terms.Roster.Members[seat].Code;

    private static string Describe(ReportSection section, ArmSummary arm)
    {
        var (most, least) = (arm.Agreement.Pairs.MaxBy(pair => pair.Agreement.Value)!, arm.Agreement.Pairs.MinBy(pair => pair.Agreement.Value)!);
        return $"Under {section.Quoted(arm.Arm)} two members cast the same ballot in {ReportNumbers.Text(Mean(arm) * 100, "0")} % of the "
            + $"deliberations on average, from {Both(least)} to {Both(most)}.";

        string Both(PairAgreement pair) => $"{Code(arm, pair.First)} and {Code(arm, pair.Second)} ({ReportNumbers.Percent(pair.Agreement)})";
    }

    private static Canvas Draw(ReportSection section, ArmSummary[] arms, bool narrow)
    {
        var seats = arms[0].Arm.Terms.Roster.Size;
        var (width, labels) = (narrow ? 360f : 760f, 38f);
        var columns = narrow ? 1 : 2;
        var room = (width - (30 * (columns - 1))) / columns;
        var cell = Math.Min(34, (room - labels) / (seats - 1));
        var side = cell * (seats - 1);
        var more = section.MoreForNames(room);
        var height = side + 62 + more;
        var canvas = new Canvas(width, (narrow ? arms.Length : 1) * height);
        for (var index = 0; index < arms.Length; index++)
        {
            var (x, y) = narrow ? (0f, index * height) : (index * (room + 30), 0f);
            canvas.Text(section.NameOf(arms[index].Arm), x, y + 2, bold: true, room: room);
            Draw(canvas, arms[index], x + labels, y + 28 + more, cell);
        }

        return canvas;
    }

    private static void Draw(Canvas canvas, ArmSummary arm, float left, float top, float cell)
    {
        var seats = arm.Arm.Terms.Roster.Size;
        var size = cell < LeastCellWithNumber ? Math.Max(7, cell * 0.62f) : 11.5f;
        for (var seat = 1; seat < seats; seat++)
        {
            canvas.Text(Code(arm, seat), left - 6, top + (cell * (seat - 0.5f)), Alignment.MiddleRight, size);
        }

        foreach (var pair in arm.Agreement.Pairs)
        {
            var (x, y, share) = (left + (cell * pair.First), top + (cell * (pair.Second - 1)), pair.Agreement.Value);
            var tint = Palette.Tint(Palette.Blue, share);
            canvas.Rectangle(x + 0.5f, y + 0.5f, x + cell - 0.5f, y + cell - 0.5f, tint);
            if (cell >= LeastCellWithNumber)
            {
                canvas.Text(ReportNumbers.Text(share * 100, "0"), x + (cell / 2), y + (cell / 2), Alignment.MiddleCenter, 11,
                    color: Palette.InkOn(tint));
            }
        }

        for (var other = 0; other < seats - 1; other++)
        {
            var x = left + (cell * (other + 0.5f));
            if (cell < LeastCellWithNumber + 6)
            {
                canvas.Text(Code(arm, other), x + (size / 2) - 1, top + (cell * (seats - 1)) + 6, Alignment.UpperRight, Math.Min(size, 11),
                    upwards: true);
            }
            else
            {
                canvas.Text(Code(arm, other), x, top + (cell * (seats - 1)) + 6, Alignment.UpperCenter, 11);
            }
        }
    }
}
