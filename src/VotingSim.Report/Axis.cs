using System.Globalization;
using VotingSim.Analysis;

namespace VotingSim.Report;

/// <summary>An axis: its ends and its ticks.</summary>
/// <param name="Low">Value at the left or lower end; its logarithm to base 10 on a logarithmic axis.</param>
/// <param name="High">Value at the other end.</param>
/// <param name="Ticks">Positions and labels.</param>
internal sealed record Axis(double Low, double High, IReadOnlyList<(double Position, string Label)> Ticks)
{
    /// <summary>An axis without ticks.</summary>
    public static Axis Bare(double low, double high) => new(low, high, []);

    /// <summary>An axis in round steps.</summary>
    /// <param name="low">Least value to be shown.</param>
    /// <param name="high">Greatest value to be shown.</param>
    /// <param name="most">Most steps.</param>
    /// <param name="exact">Whether the axis ends at the values instead of at round ones.</param>
    /// <param name="scale">Factor of the labels, e.g. 100 for per cent.</param>
    /// <param name="least">Width below which values are the same.</param>
    public static Axis Round(double low, double high, int most, bool exact = false, double scale = 1, double least = 1e-9)
    {
        if (high - low < least || high == low)
        {
            (low, high) = (low - Math.Max(0.01, Math.Abs(low) * 0.05), high + Math.Max(0.01, Math.Abs(high) * 0.05));
        }

        var rough = (high - low) / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * power).First(candidate => candidate >= rough * (1 - 1e-9));
        var (first, last) = exact ? (Math.Ceiling((low / step) - 1e-9), Math.Floor((high / step) + 1e-9))
            : (Math.Floor((low / step) + 1e-9), Math.Ceiling((high / step) - 1e-9));
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step * scale) + 1e-9));
        if (Math.Abs((step * scale * Math.Pow(10, decimals)) - Math.Round(step * scale * Math.Pow(10, decimals))) > 1e-6)
        {
            decimals++;
        }

        var ticks = Enumerable.Range(0, (int)(last - first) + 1)
            .Select(index => (first + index) * step)
            .Select(position => (position, Label(position * scale, step * scale, decimals)));
        return exact ? new(low, high, [.. ticks]) : new(first * step, last * step, [.. ticks]);
    }

    // Ticks of a huge or tiny step would be longer than the figure.
    private static string Label(double value, double step, int decimals) => ReportNumbers.Signed(step is >= 1e8 or < 1e-5
        ? SignificantDigits.Text(Math.Abs(value) < step / 2 ? 0 : value) : value.ToString($"N{decimals}", CultureInfo.InvariantCulture));

    /// <summary>An axis of ratios, on a logarithmic scale.</summary>
    public static Axis Ratios(double low, double high, int most)
    {
        var (from, to) = (Math.Log10(low), Math.Log10(high));
        double[][] choices = [[1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];
        foreach (var choice in choices)
        {
            var ticks = Enumerable.Range((int)Math.Floor(from), (int)Math.Ceiling(to) - (int)Math.Floor(from) + 1)
                .SelectMany(power => choice.Select(factor => factor * Math.Pow(10, power)))
                .Where(value => Math.Log10(value) >= from - 1e-9 && Math.Log10(value) <= to + 1e-9)
                .Select(value => (Math.Log10(value), SignificantDigits.Text(value)))
                .ToArray();
            if (ticks.Length <= most || choice.Length == 1)
            {
                return new(from, to, ticks.Length <= most ? ticks : [.. ticks.Where((_, index) => index % ((ticks.Length / most) + 1) == 0)]);
            }
        }

        return Bare(from, to);
    }
}
