using System.Globalization;
using VotingSim.Analysis;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>Numbers as the report writes them: with their unit and interval, a true minus sign, and words where there is no number.</summary>
internal static class ReportNumbers
{
    /// <summary>Stands for what is undefined.</summary>
    public const string Undefined = "not defined";

    /// <summary>A number in a format, with a true minus sign and no negative zero.</summary>
    public static string Text(double value, string format) => double.IsNaN(value) ? Undefined
        : double.IsInfinity(value) ? value > 0 ? "∞" : "−∞"
        : Signed(SignificantDigits.Text(value, format));

    /// <summary>The estimate without its interval.</summary>
    public static string Value(Estimate estimate, string format, double scale = 1) => Text(estimate.Value * scale, format);

    /// <summary>The interval in brackets; empty where it is undefined.</summary>
    public static string Interval(Estimate estimate, string format, double scale = 1) => double.IsNaN(estimate.Low) && double.IsNaN(estimate.High)
        ? "" : $"[{Text(estimate.Low * scale, format)}, {Text(estimate.High * scale, format)}]";

    /// <summary>The estimate with its interval in brackets.</summary>
    public static string Full(Estimate estimate, string format, double scale = 1) =>
        $"{Value(estimate, format, scale)} {Interval(estimate, format, scale)}".TrimEnd();

    /// <summary>A share in per cent, with its interval.</summary>
    public static string Percent(Estimate share) => double.IsNaN(share.Value) ? Undefined
        : $"{Value(share, "N1", 100)} % {Interval(share, "N1", 100)}".TrimEnd();

    /// <summary>A hazard ratio in three significant digits, with its interval.</summary>
    public static string Ratio(Estimate ratio) => double.IsNaN(ratio.Value) ? "cannot be estimated"
        : double.IsNaN(ratio.Low) || double.IsNaN(ratio.High) ? Ratio(ratio.Value)
            : $"{Ratio(ratio.Value)} [{Ratio(ratio.Low)}, {Ratio(ratio.High)}]";

    /// <summary>A probability of a test.</summary>
    public static string Probability(double p) => double.IsNaN(p) ? Undefined : SignificantDigits.Probability(p);

    /// <summary>A number for a file: the shortest that reads back as the same; empty where undefined.</summary>
    public static string Plain(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>An estimate and its interval for a file.</summary>
    public static IEnumerable<string> Plain(Estimate estimate) => [Plain(estimate.Value), Plain(estimate.Low), Plain(estimate.High)];

    /// <summary>A whole number for a file.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in three significant digits.</summary>
    public static string Short(double value) => double.IsFinite(value) && value != 0
        ? Text(value, Math.Abs(value) >= 100 ? "N0" : Math.Abs(value) >= 10 ? "0.#" : Math.Abs(value) >= 1 ? "0.##" : Math.Abs(value) >= 0.01
            ? "0.###" : "0.#####")
        : Text(value, "0");

    /// <summary>A whole number with thousands separated.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A list in words: a, b and c.</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    /// <summary>A written number with a true minus sign, and 0 without one.</summary>
    public static string Signed(string text) => text.StartsWith('-') ? text.Any(letter => letter is > '0' and <= '9') ? $"−{text[1..]}" : text[1..]
        : text;

    /// <summary>A ratio in three significant digits.</summary>
    public static string Ratio(double value) => double.IsNaN(value) ? Undefined
        : Text(value, !double.IsFinite(value) || Math.Abs(value) >= 100 ? "N0" : Math.Abs(value) >= 10 ? "0.0" : "0.00");
}
