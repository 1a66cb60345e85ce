using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Experiments.Results;

namespace VotingSim.Experiments.Report;

/// <summary>Who votes with whom: the agreement matrix as a heat map, under the baseline and under the rule with the least agreement.</summary>
internal static class AgreementFigure
{
    private const float LeastCellWithNumber = 21;

    /// <summary>The figure; null where there are no matrices.</summary>
    public static Figure? Of(ReportSection section)
    {
        if (section.Arms.Any(arm => arm.Agreement.Pairs.Length < 2))
        {
            return null;
        }

        ArmSummary[] arms = [.. new[] { section.Baseline, section.Arms.MinBy(Mean)! }.DistinctBy(arm => arm.Arm.Index)];
        var least = Numbers.Text(98 / Math.Sqrt(section.Baseline.Replications), "0.0");
        return new()
        {
            Name = $"agreement-{section.Crisis.Name}",
            Title = $"Who votes with whom: {section.Title}",
            Description = string.Join(" ", arms.Select(arm => Describe(section, arm))),
            Caption = $"Share of deliberations, in per cent, in which two members cast the same last ballot (support, abstention or objection); darker is more. Each has a 95 % interval of at most ± {least} points. {(section.Arms.Length > 2 ? "Shown are the baseline and the rule with the least agreement; all rules are in the file of numbers." : "")}".TrimEnd(),
            Columns = ["arm", "rule", "member", "other", "agreement", "cohen_kappa"],
            Rows =
            [
                .. section.Arms.SelectMany(arm => Pairs(arm).Select(pair => (ImmutableArray<string>)
                [
                    arm.Arm.Id, arm.Arm.Rule, Code(arm, pair.Other), Code(arm, pair.Seat), Numbers.Plain(arm.Agreement.Pairs[pair.Seat][pair.Other]), Numbers.Plain(arm.Agreement.Kappas[pair.Seat][pair.Other]),
                ])),
            ],
            Draw = narrow => Draw(section, arms, narrow),
        };
    }

    private static IEnumerable<(int Seat, int Other)> Pairs(ArmSummary arm) =>
        Enumerable.Range(0, arm.Agreement.Pairs.Length).SelectMany(seat => Enumerable.Range(0, seat).Select(other => (seat, other)));

    private static double Mean(ArmSummary arm) => Pairs(arm).Average(pair => arm.Agreement.Pairs[pair.Seat][pair.Other]);

    private static string Code(ArmSummary arm, int seat) => arm.Arm.Terms.Roster.Members[seat].Code;

    private static string Describe(ReportSection section, ArmSummary arm)
    {
        var pairs = Pairs(arm).Select(pair => (pair.Seat, pair.Other, Share: arm.Agreement.Pairs[pair.Seat][pair.Other])).ToArray();
        var (most, least) = (pairs.MaxBy(pair => pair.Share), pairs.MinBy(pair => pair.Share));
        return $"Under {section.NameOf(arm.Arm)} two members cast the same ballot in {Numbers.Text(Mean(arm) * 100, "0")} % of the deliberations on average, from {Code(arm, least.Other)} and {Code(arm, least.Seat)} ({Numbers.Text(least.Share * 100, "0")} %) to {Code(arm, most.Other)} and {Code(arm, most.Seat)} ({Numbers.Text(most.Share * 100, "0")} %).";
    }

    private static Canvas Draw(ReportSection section, ArmSummary[] arms, bool narrow)
    {
        var seats = arms[0].Agreement.Pairs.Length;
        var (width, labels) = (narrow ? 360f : 760f, 38f);
        var columns = narrow ? 1 : 2;
        var room = (width - (30 * (columns - 1))) / columns;
        var cell = Math.Min(34, (room - labels) / (seats - 1));
        var side = cell * (seats - 1);
        var height = side + 62;
        var canvas = new Canvas(width, (narrow ? arms.Length : 1) * height);
        for (var index = 0; index < arms.Length; index++)
        {
            var (x, y) = narrow ? (0f, index * height) : (index * (room + 30), 0f);
            Draw(canvas, section, arms[index], x + labels, y + 28, cell);
        }

        return canvas;
    }

    private static void Draw(Canvas canvas, ReportSection section, ArmSummary arm, float left, float top, float cell)
    {
        var seats = arm.Agreement.Pairs.Length;
        var size = cell < LeastCellWithNumber ? Math.Max(7, cell * 0.62f) : 11.5f;
        canvas.Text(section.NameOf(arm.Arm), left - 38, top - 26, bold: true);
        for (var seat = 1; seat < seats; seat++)
        {
            var y = top + (cell * (seat - 1));
            canvas.Text(Code(arm, seat), left - 6, y + (cell / 2), Alignment.MiddleRight, size);
            for (var other = 0; other < seat; other++)
            {
                var (share, x) = (arm.Agreement.Pairs[seat][other], left + (cell * other));
                var tint = Palette.Tint(Palette.Blue, share);
                canvas.Rectangle(x + 0.5f, y + 0.5f, x + cell - 0.5f, y + cell - 0.5f, tint);
                if (cell >= LeastCellWithNumber)
                {
                    canvas.Text(Numbers.Text(share * 100, "0"), x + (cell / 2), y + (cell / 2), Alignment.MiddleCenter, 11, color: Palette.InkOn(tint));
                }
            }
        }

        for (var other = 0; other < seats - 1; other++)
        {
            var x = left + (cell * (other + 0.5f));
            if (cell < LeastCellWithNumber + 6)
            {
                canvas.Text(Code(arm, other), x + (size / 2) - 1, top + (cell * (seats - 1)) + 6, Alignment.UpperRight, Math.Min(size, 11), upwards: true);
            }
            else
            {
                canvas.Text(Code(arm, other), x, top + (cell * (seats - 1)) + 6, Alignment.UpperCenter, 11);
            }
        }
    }
}
