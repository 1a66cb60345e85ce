using System.Globalization;

namespace VotingSim.Classroom.Deliberations;

/// <summary>How far a lever can be moved.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Key">Its name in an address.</param>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The highest value that is taken from an address; a slider may end before it.</param>
/// <param name="Shown">Where the slider ends, unless the shipped value lies beyond.</param>
/// <param name="Step">The step of the slider.</param>
/// <param name="Expected">What is expected in an address, in words.</param>
public sealed record LeverRange(Lever Lever, string Key, double Low, double High, double Shown, double Step, string Expected)
{
    private static readonly LeverRange[] Known =
    [
        new(Lever.Urgency, "urgency", 0, 1, 0.5, 0.01, "what no decision costs at first, a number from 0 to 1"),
        new(Lever.Growth, "growth", 0, 2, 1, 0.02, "the growth of that cost in 30 days, a number from 0 to 2"),
        new(Lever.Quota, "quota", 0.5, 1, 1, 0.01, "a share from 0.5 to 1"),
        new(Lever.Patience, "patience", 0, 3650, 365, 1, "a number of days from 0 to 3650"),
        new(Lever.Shadow, "shadow", 0, 20, 5, 0.1, "the strength of the shadow, a number from 0 to 20"),
        new(Lever.Position, "position", 0, 100, 100, 1, "the code of a member, a colon and a place from 0 to 100, e.g. IDN:70"),
    ];

    /// <summary>All levers in the order in which they are shown.</summary>
    public static IReadOnlyList<LeverRange> All => Known;

    /// <summary>The range of a lever.</summary>
    public static LeverRange Of(Lever lever) => Known[(int)lever];

    /// <summary>A value as an address says it.</summary>
    public static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Reads a value; null where it is no number, or beyond the range.</summary>
    public double? Read(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= Low && value <= High
            ? value
            : null;
}
