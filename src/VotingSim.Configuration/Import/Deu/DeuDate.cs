using System.Globalization;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>A day as a table of decisions has it, and what it was read as.</summary>
/// <remarks>
/// Days are written dd-mm-yy or dd-mm-yyyy. A spreadsheet took some of the first form for yy-mm-dd and wrote the year out: 15-03-01, which is
/// 15 March 2001, became 2015-03-01, and 30-05-01 became 1930-05-01. So of a year in front the last two digits are the day, and the day at the end
/// is the year.
/// </remarks>
/// <param name="Written">As it is written.</param>
/// <param name="Day">The day; null where it is missing or doubtful.</param>
/// <param name="State">How it was read.</param>
/// <param name="Reason">Why it was not simply read; empty where it was.</param>
internal readonly record struct DeuDate(string Written, DateOnly? Day, DeuDateState State, string Reason)
{
    private const int FirstYear = 1985;
    private const int LastYear = 2021;
    private const int Century = 100;
    private const int LatestOfThisCentury = 50; // a year of two digits below it is 20yy

    /// <summary>What a text says.</summary>
    public static DeuDate Of(string written)
    {
        if (written == "999" || CsvFile.IsMissing(written))
        {
            return new(written, null, DeuDateState.Missing, "not given");
        }

        var parts = written.Split('-');
        if (parts.Length != 3 || !Array.TrueForAll(parts, part => part.Length is > 0 and <= 4 && part.All(char.IsAsciiDigit)))
        {
            return Doubt(written, "no day as dd-mm-yy or dd-mm-yyyy");
        }

        var numbers = Array.ConvertAll(parts, part => int.Parse(part, CultureInfo.InvariantCulture));
        var isTurned = parts[0].Length > 2;
        var (day, month, year) = isTurned ? (numbers[0] % Century, numbers[1], numbers[2]) : (numbers[0], numbers[1], numbers[2]);
        year += year >= Century ? 0 : year < LatestOfThisCentury ? 2000 : 1900;
        return day == 0 || month == 0 ? Doubt(written, "the day is 00, which is not known")
            : month > 12 || year > 9999 || day > DateTime.DaysInMonth(year, month) ? Doubt(written, "there is no such day")
            : year is < FirstYear or > LastYear ? Doubt(written, FormattableString.Invariant($"the year {year} is none of these decisions"))
            : isTurned ? new(written, new(year, month, day), DeuDateState.Repaired, "day and year changed places")
            : new(written, new(year, month, day), DeuDateState.Plain, "");
    }

    /// <summary>The same, not to be relied on.</summary>
    public DeuDate Doubted(string reason) => Day is null ? this : Doubt(Written, reason);

    private static DeuDate Doubt(string written, string reason) => new(written, null, DeuDateState.Doubtful, reason);
}
