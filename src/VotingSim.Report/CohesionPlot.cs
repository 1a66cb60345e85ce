using System.Globalization;
using VotingSim.Analysis;
using VotingSim.Statistics;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Report;

/// <summary>The agreement of members over time or over kinds of votes, of a user's own data.</summary>
public static class CohesionPlot
{
    private const int MostLabels = 9;

    /// <summary>Draws it to a file that ends in .svg or .png.</summary>
    /// <param name="path">The file.</param>
    /// <param name="by">Name of what the votes are put together by.</param>
    /// <param name="parts">The agreement over the votes of each part, in order.</param>
    /// <returns>A sentence on letters that no font of the machine has; empty where there are none.</returns>
    public static string Write(string path, string by, IReadOnlyList<(string Part, AgreementSummary Summary)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var isNumbered = parts.All(part => Number(part.Part) is not null);
        double[] places = [.. parts.Select((part, index) => isNumbered ? Number(part.Part)!.Value : index)];
        var every = ((parts.Count - 1) / MostLabels) + 1;
        var horizontal = isNumbered
            ? Axis.Round(places.Min(), places.Max(), 8, exact: true)
            : new Axis(
                -0.5,
                parts.Count - 0.5,
                [.. parts.Select((part, index) => ((double)index, part.Part)).Where((_, index) => index % every == 0)]);
        if (isNumbered)
        {
            // Years have no separators of thousands.
            horizontal = horizontal with
            {
                Ticks = [.. horizontal.Ticks.Select(tick => (tick.Position, SignificantDigits.Text(tick.Position)))],
            };
        }

        return new DataPlot
        {
            Title = $"Agreement by {by}",
            Description = $"Mean agreement index and mean Rice index by {by} with 95 % intervals. Agreement index: "
                + string.Join("; ", parts.Select(part => $"{part.Part} {ReportNumbers.Text(part.Summary.MeanAgreementIndex.Value, "0.00")}"))
                + ".",
            Values = "Mean over votes, 0 to 1",
            Over = by,
            Horizontal = horizontal,
            Vertical = Axis.Round(0, 1, 4, exact: true),
            Curves = [Curve("Agreement index", summary => summary.MeanAgreementIndex), Curve("Rice index", summary => summary.MeanRiceIndex)],
            AreSteps = false,
        }.Write(path);

        DataCurve Curve(string name, Func<AgreementSummary, Estimate> of)
        {
            var known = parts
                .Select((part, index) => (X: places[index], Y: of(part.Summary)))
                .Where(point => double.IsFinite(point.Y.Value))
                .ToArray();
            return new(
                name,
                [.. known.Select(point => point.X)],
                [.. known.Select(point => point.Y.Value)],
                [.. known.Select(point => Or(point.Y.Low, point.Y.Value))],
                [.. known.Select(point => Or(point.Y.High, point.Y.Value))]);
        }

        static double Or(double limit, double value) => double.IsFinite(limit) ? limit : value;

        static double? Number(string part) => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
