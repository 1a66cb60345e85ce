using System.Globalization;

namespace VotingSim.Analysis;

/// <summary>Numbers of any size in a few digits that matter: the one way in which tables, sentences, report and figures round.</summary>
public static class SignificantDigits
{
    /// <summary>Stands for what is undefined or without end.</summary>
    public const string Dash = "-";

    // Below it lies what rounding leaves of 0 in measures of known size.
    private const double Noise = 1e-9;
    private const double Huge = 1e9;

    /// <summary>A few digits that matter and all before the decimal point, from a thousand million on and below a ten-thousandth with a power of
    /// ten; a dash where there is no number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many matter. Range: 1 to 4. Default: 4.</param>
    public static string Text(double value, int digits = 4) => !double.IsFinite(value) ? Dash : Math.Abs(value) switch
    {
        0 => "0",
        >= Huge or < 1e-4 => Rounded(value, digits).ToString("0.###e+0", CultureInfo.InvariantCulture),
        >= 1000 => value.ToString("0", CultureInfo.InvariantCulture),
        _ => Rounded(value, digits).ToString("0.#######", CultureInfo.InvariantCulture),
    };

    /// <summary>A number in a column of fixed decimals, where these show it. A number that they would round to 0, and one below 1 of a column
    /// of whole numbers, has two digits that matter; one from a thousand million on a power of ten.</summary>
    /// <param name="value">The number; a dash where there is none. What is below 1e-9 is 0.</param>
    /// <param name="format">The decimals, e.g. <c>0.000</c> or <c>N0</c>.</param>
    public static string Text(double value, string format)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= Huge)
        {
            return Text(value);
        }

        var text = (Math.Abs(value) < Noise ? 0 : value).ToString(format, CultureInfo.InvariantCulture);
        return Math.Abs(value) >= Noise && (!HasDigits(text) || IsCoarse(value, format)) ? Text(value, digits: 2)
            : HasDigits(text) ? text : text.TrimStart('-');
    }

    /// <summary>A number of days: whole from 1 on, below that with two digits that matter. Unit: days.</summary>
    public static double Days(double days) => IsCoarse(days, "N0") ? Rounded(days, 2) : Math.Round(days);

    /// <summary>The probability of a test in three decimals, or that it is below the least of them; a dash where there is none.</summary>
    public static string Probability(double p) => double.IsNaN(p) ? Dash : p < 0.001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    // Days are whole as a rule; those of a table that meets by the hour are not.
    private static bool IsCoarse(double value, string format) =>
        format is "N0" or "F0" && Math.Abs(value) is >= Noise and < 0.995 && Math.Abs(value - Math.Round(value)) > 1e-6;

    private static bool HasDigits(string text) => text.Any(letter => letter is > '0' and <= '9');

    private static double Rounded(double value, int digits) =>
        double.Parse(value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
