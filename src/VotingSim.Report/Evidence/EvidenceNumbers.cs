using VotingSim.Evidence.Calibration;
using VotingSim.Statistics;

namespace VotingSim.Report.Evidence;

/// <summary>How numbers are written on the page on evidence.</summary>
internal static class EvidenceNumbers
{
    /// <summary>A number; a dash where there is none.</summary>
    public static string Text(double value, string format = "0.00") => double.IsFinite(value) ? ReportNumbers.Text(value, format) : "-";

    /// <summary>A number with its interval.</summary>
    public static string Text(Estimate estimate, string format = "0.00") => double.IsNaN(estimate.Value) ? "-"
        : $"{Text(estimate.Value, format)} [{Text(estimate.Low, format)}, {Text(estimate.High, format)}]";

    /// <summary>A middle with its 90 % interval.</summary>
    public static string Text(IntervalDocument interval, string format = "0.00") => double.IsNaN(interval.Median) ? "-"
        : $"{Text(interval.Median, format)} [{Text(interval.Low, format)}, {Text(interval.High, format)}]";

    /// <summary>A share in whole percent.</summary>
    public static string Percent(double share) => Text(100 * share, "0");
}
