using System.Globalization;

namespace VotingSim.Analysis.Data;

/// <summary>Dates in a table.</summary>
internal static class Dates
{
    /// <summary>What a date looks like, for messages.</summary>
    public const string Expected = "a date such as 1987-07-01, 1987-07-01 12:30 or 31.12.1987";

    private static readonly string[] Formats =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "d.M.yyyy", "yyyy-M-d H:m", "yyyy-M-d H:m:ss", "yyyy-M-d H:m:ss.FFFFFFF",
        "yyyy-M-dTH:m", "yyyy-M-dTH:m:ss", "yyyy-M-dTH:m:ss.FFFFFFF",
        "yyyy-M-dTH:m:ssK", "yyyy-M-dTH:m:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date, with or without a time of day. Days and months that could be taken for one another, as in 3/4/1987, are no
    /// date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">Days since the beginning of year 1.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out double day)
    {
        var isDate = DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date);
        day = date.Ticks / (double)TimeSpan.TicksPerDay;
        return isDate;
    }
}
