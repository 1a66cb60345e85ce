using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Campaigns;

namespace VotingSim.Report;

/// <summary>The share of worlds in which a rule carries out fewer decisions, over two numbers of memory and compliance.</summary>
internal static class TurningFigure
{
    // Shares of fewer worlds than these are as good as luck.
    private const int FewWorlds = 10;

    /// <summary>The figure; null without two rules, or where none of these numbers is uncertain.</summary>
    public static Figure? Of(CampaignContent content)
    {
        if (content.Comparisons is not [{ Surface: { } surface } comparison, ..])
        {
            return null;
        }

        var (rule, baseline) = (content.Quoted(comparison.Arm), content.Quoted(comparison.Baseline));
        var cells = Cells(surface).ToArray();
        var told = cells.Where(cell => cell.Worlds >= FewWorlds).ToArray();
        var parameters = NamesOf(content, surface);
        return new()
        {
            Name = "turning",
            Title = $"In how many worlds {rule} carries out fewer decisions than {baseline}",
            Description = $"Share of the worlds by {ReportNumbers.List(parameters)}"
                + (told.Length == 0 ? $": of {cells.Sum(cell => cell.Worlds)} worlds none in sufficient number." : $": "
                + $"{Share(told.Min(cell => cell.Fewer))} to "
                    + $"{Share(told.Max(cell => cell.Fewer))} %."),
            Caption = $"In each cell, of the worlds in which {ReportNumbers.List(parameters)} {(parameters.Length == 1 ? "lies" : "lie")} in its "
                + $"range, the share in which {rule} carries out "
                + $"fewer decisions than {baseline} (%, darker is more); the heavy line parts cells above one half from the others. "
                + $"{(parameters.Length == 1
                    ? "It is the one number" : "These are the two "
                        + "numbers")} of memory and compliance on which that difference hangs most; each bin holds as many "
                + $"worlds. Cells of fewer than {FewWorlds} worlds are left empty. The record fixes none of them: that is why they vary.",
            Columns = ["arm", "baseline", "across", "across_from", "across_to", "up", "up_from", "up_to", "worlds", "fewer"],
            Rows =
            [
                .. cells.Select(cell => (ImmutableArray<string>)
                [
                    comparison.Arm.Arm.Id, comparison.Baseline.Arm.Id, surface.Parameters[0].Name, ReportNumbers.Plain(surface.Across[cell.Column]),
                    ReportNumbers.Plain(surface.Across[cell.Column + 1]), .. surface.Up.IsEmpty ? ["", "", ""] : new[]
                    {
                        surface.Parameters[1].Name, ReportNumbers.Plain(surface.Up[cell.Row]), ReportNumbers.Plain(surface.Up[cell.Row + 1]),
                    },
                    ReportNumbers.Whole(cell.Worlds), ReportNumbers.Plain(cell.Fewer),
                ]),
            ],
            Draw = narrow => Draw(surface, parameters, narrow),
        };
    }

    private static string[] NamesOf(CampaignContent content, TurningSurface surface) =>
        [.. surface.Parameters.Take(surface.Up.IsEmpty ? 1 : 2).Select(parameter => CampaignWords.NameOf(content, parameter.Name))];

    private static IEnumerable<(int Row, int Column, int Worlds, double Fewer)> Cells(TurningSurface surface) => surface.Worlds.SelectMany((row,
        index) =>
        row.Select((worlds, column) => (index, column, worlds, surface.Fewer[index][column])));

    private static string Share(double share) => ReportNumbers.Text(share * 100, "0");

    // A thousandth of the range is nothing.
    private static string EdgeOf(ImmutableArray<double> edges, int edge) =>
        ReportNumbers.Short(Math.Abs(edges[edge]) < (edges[^1] - edges[0]) / 1000 ? 0 : edges[edge]);

    private static Canvas Draw(TurningSurface surface, string[] parameters, bool narrow)
    {
        var (width, left, top) = (narrow ? 360f : 560f, narrow ? 50f : 64f, parameters.Length == 1 ? 8f : 26f);
        var (rows, columns) = (surface.Worlds.Length, surface.Across.Length - 1);
        var (wide, high) = ((width - left - 24) / columns, narrow ? 34f : 42f);
        var bottom = top + (high * rows);
        var canvas = new Canvas(width, bottom + 44);
        foreach (var (row, column, worlds, fewer) in Cells(surface))
        {
            var (x, y) = (left + (column * wide), bottom - ((row + 1) * high));
            var tint = worlds < FewWorlds ? Palette.White : Palette.Tint(Palette.Vermilion, 0.9 * fewer);
            canvas.Rectangle(x, y, x + wide, y + high, tint);
            if (worlds >= FewWorlds)
            {
                canvas.Text(Share(fewer), x + (wide / 2), y + (high / 2), Alignment.MiddleCenter, narrow ? 12 : 14, color: Palette.InkOn(tint));
            }
        }

        for (var edge = 0; edge <= columns; edge++)
        {
            canvas.Line(left + (edge * wide), top, left + (edge * wide), bottom, Palette.Grid);
            canvas.Text(EdgeOf(surface.Across, edge), left + (edge * wide), bottom + 5, Alignment.UpperCenter, 11, color: Palette.Quiet);
        }

        for (var edge = 0; edge <= rows; edge++)
        {
            var y = bottom - (edge * high);
            canvas.Line(left, y, left + (columns * wide), y, Palette.Grid);
            if (!surface.Up.IsEmpty)
            {
                canvas.Text(EdgeOf(surface.Up, edge), left - 6, y, Alignment.MiddleRight, 11, color: Palette.Quiet);
            }
        }

        foreach (var (row, column, _, _) in Cells(surface))
        {
            var (x, y) = (left + (column * wide), bottom - (row * high));
            if (column + 1 < columns && Parts((row, column), (row, column + 1)))
            {
                canvas.Line(x + wide, y - high, x + wide, y, Palette.Ink, 3);
            }

            if (row + 1 < rows && Parts((row, column), (row + 1, column)))
            {
                canvas.Line(x, y - high, x + wide, y - high, Palette.Ink, 3);
            }
        }

        canvas.Text($"{parameters[0]} →", left + (columns * wide), bottom + 24, Alignment.UpperRight, bold: true);
        if (parameters.Length > 1)
        {
            canvas.Text($"{parameters[1]} ↑", 0, top - 24, bold: true);
        }

        return canvas;

        bool Parts((int Row, int Column) one, (int Row, int Column) other) =>
            IsTold(one) && IsTold(other) && surface.Fewer[one.Row][one.Column] > 0.5 != surface.Fewer[other.Row][other.Column] > 0.5;

        bool IsTold((int Row, int Column) cell) => surface.Worlds[cell.Row][cell.Column] >= FewWorlds;
    }
}
