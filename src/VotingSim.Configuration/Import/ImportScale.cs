using System.Globalization;

namespace VotingSim.Configuration.Import;

/// <summary>The scale that a table has its numbers on.</summary>
/// <param name="Low">What becomes 0.</param>
/// <param name="High">What becomes 100; not <paramref name="Low"/>, but it may be below it.</param>
public readonly record struct ImportScale(double Low, double High)
{
    private const int Digits = 10;

    /// <summary>The scale of the engine, 0 to 100.</summary>
    public static ImportScale Hundred => new(0, 100);

    /// <summary>Reads <c>1..10</c>; null where the text is no scale.</summary>
    public static ImportScale? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split("..");
        return ends.Length == 2 && Number(ends[0], out var low) && Number(ends[1], out var high) && low != high ? new(low, high) : null;
    }

    /// <summary>Whether a number is on the scale.</summary>
    public bool Includes(double number) => number >= Math.Min(Low, High) && number <= Math.Max(Low, High);

    /// <summary>A number as it is from 0 to 100.</summary>
    public double Map(double number) => this == Hundred ? number : Math.Round((number - Low) / (High - Low) * 100, Digits);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Low}..{High}");

    private static bool Number(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
