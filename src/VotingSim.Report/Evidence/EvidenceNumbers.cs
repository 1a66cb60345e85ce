using System.Globalization;
using VotingSim.Evidence.Calibration;
using VotingSim.Statistics;

namespace VotingSim.Report.Evidence;

/// <summary>How numbers are written on the page on evidence.</summary>
internal static class EvidenceNumbers
{
    /// <summary>A number; a dash where it is not defined.</summary>
    public static string Text(double? value, string format = "0.00") =>
        value is { } known && double.IsFinite(known) ? Zero(known.ToString(format, CultureInfo.InvariantCulture)) : "-";

    /// <summary>A number with its interval.</summary>
    public static string Text(Estimate estimate, string format = "0.00") => double.IsNaN(estimate.Value) ? "-"
        : $"{Text(estimate.Value, format)} [{Text(estimate.Low, format)}, {Text(estimate.High, format)}]";

    /// <summary>A middle with its 90 % interval.</summary>
    public static string Text(IntervalDocument interval, string format = "0.00") => double.IsNaN(interval.Median) ? "-"
        : $"{Text(interval.Median, format)} [{Text(interval.Low, format)}, {Text(interval.High, format)}]";

    /// <summary>A share in whole percent.</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "-" : (100 * share).ToString("0", CultureInfo.InvariantCulture);

    private static string Zero(string text) => text is "-0" or "-0.0" or "-0.00" ? text[1..] : text;
}
