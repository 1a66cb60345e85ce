using System.Collections.Immutable;
using System.Globalization;
using ScottPlot;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>In which tenth of what a model said texts and times fell.</summary>
internal static class PitFigure
{
    /// <summary>The figure; null where nothing is known.</summary>
    public static Figure? Of(ScoredModel model)
    {
        (string Name, ImmutableArray<double> Shares)[] parts =
            [.. new[] { ("texts", model.OutcomePit), ("times", model.TimePit) }.Where(part => part.Item2.All(double.IsFinite))];
        return parts.Length == 0 ? null : new()
        {
            Name = $"pit-{model.Model.Name}",
            Title = $"Calibration: {model.Model.Title}",
            Description = string.Join(" ", parts.Select(part => $"Share of {part.Name} in each tenth of what was said, per cent: "
                + $"{string.Join(", ", part.Shares.Select(share => ReportNumbers.Text(share * 100, "0")))}.")),
            Caption = "In which tenth of the distribution that was said the record fell. Every bar at the broken line, a tenth, is right; high at both ends is too "
                + "sure, high in the middle not sure enough, high at one end off to one side. A case undecided is spread over all that was left.",
            Columns = ["part", "from", "to", "share"],
            Rows =
            [
                .. parts.SelectMany(part => part.Shares.Select((share, bin) => (ImmutableArray<string>)
                [
                    part.Name, ReportNumbers.Plain(bin / (double)ScoredModel.Bins), ReportNumbers.Plain((bin + 1) / (double)ScoredModel.Bins),
                    ReportNumbers.Plain(share),
                ])),
            ],
            Draw = narrow => Draw(parts, narrow),
        };
    }

    private static Canvas Draw((string Name, ImmutableArray<double> Shares)[] parts, bool narrow)
    {
        var (width, columns) = narrow ? (360f, 1) : (760f, 2);
        const float top = 34, high = 190, below = 54, left = 46, gap = 54;
        var wide = (width - left - 16 - (gap * (columns - 1))) / columns;
        var lines = (parts.Length + columns - 1) / columns;
        var canvas = new Canvas(width, lines * (top + high + below));
        var most = Math.Max(0.3, parts.Max(part => part.Shares.Max()));
        foreach (var (index, part) in parts.Index())
        {
            var (x, y) = (left + (index % columns * (wide + gap)), (index / columns * (top + high + below)) + top);
            var ticks = new Axis(0, 10, [.. Enumerable.Range(0, 6).Select(fifth => (2.0 * fifth, (fifth / 5.0).ToString("0.#", CultureInfo.InvariantCulture)))]);
            var panel = canvas.Panel(x, y, x + wide, y + high, ticks, Axis.Round(0, most, 4, scale: 100), verticalGrid: false);
            for (var bin = 0; bin < part.Shares.Length; bin++)
            {
                canvas.Rectangle(panel.X(bin) + 1.5f, panel.Y(part.Shares[bin]), panel.X(bin + 1) - 1.5f, panel.Y(0), Palette.Blue);
            }

            canvas.Line(panel.X(0), panel.Y(0.1), panel.X(10), panel.Y(0.1), Palette.Vermilion, 2.2f, Palette.Reference);
            canvas.Text($"{part.Name}, % of cases", x - 30, y - 26, Alignment.UpperLeft, bold: true);
            canvas.Text("place in what was said", x + wide, y + high + 24, Alignment.UpperRight, color: Palette.Quiet);
        }

        return canvas;
    }
}
