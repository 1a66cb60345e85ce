using System.Globalization;

namespace VotingSim.Classroom.Components;

/// <summary>Numbers as style sheets and drawings read them; for people there is <see cref="Deliberations.ClassroomWording"/>.</summary>
public static class Drawing
{
    /// <summary>A place on an axis from 0 to 100.</summary>
    public static string At(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");

    /// <summary>A place, or a length, as a share of the axis.</summary>
    public static string Share(double share) => At(100 * share);

    /// <summary>What lies between two places on an axis from 0 to 100.</summary>
    public static string Span(double low, double high) =>
        string.Create(CultureInfo.InvariantCulture, $"left:{low:0.##}%;width:{high - low:0.##}%");

    /// <summary>A whole number, as a field of a form holds it.</summary>
    public static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A coordinate of a drawing that is one unit high.</summary>
    public static string Coordinate(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
