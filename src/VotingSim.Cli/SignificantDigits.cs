using System.Globalization;

namespace VotingSim.Cli;

/// <summary>Numbers of any size in a few digits that matter.</summary>
internal static class SignificantDigits
{
    /// <summary>Four digits that matter and all before the decimal point, from a thousand million on and below a ten-thousandth with a power of
    /// ten; a dash where there is no number.</summary>
    public static string Text(double value) => !double.IsFinite(value) ? "-" : Math.Abs(value) switch
    {
        0 => "0",
        >= 1e9 or < 1e-4 => value.ToString("0.###e+0", CultureInfo.InvariantCulture),
        >= 1000 => value.ToString("0", CultureInfo.InvariantCulture),
        _ => double.Parse(value.ToString("E3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .ToString("0.#######", CultureInfo.InvariantCulture),
    };
}
