using System.Globalization;
using System.Text.RegularExpressions;

namespace VotingSim.Cli.CommandLine;

/// <summary>Whole numbers as people write them: <c>10000</c>, <c>10_000</c> or <c>1e4</c>. Nothing is rounded.</summary>
internal static partial class WholeNumber
{
    private const int MostLetters = 28; // a decimal holds as many digits

    /// <summary>The number, or null where the text is none.</summary>
    public static decimal? Parse(string text) =>
        text.Length <= MostLetters
        && Form().IsMatch(text)
        && decimal.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number)
            ? decimal.Truncate(number) : null;

    [GeneratedRegex(
        @"^[+-]?[0-9]+(_[0-9]+)*(\.[0-9]+)?([eE]\+?[0-9]{1,2})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
