using System.Collections.Immutable;
using VotingSim.Crises;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Places on the scale of an issue in words, where its crisis names points on it.</summary>
public static class ScaleWords
{
    // As exact as anybody coded them.
    private const double At = 2;
    private const double Near = 0.25;

    /// <summary>Whether the crisis names points on the scale.</summary>
    public static bool Has(Issue issue) => !issue.Points.IsDefaultOrEmpty;

    /// <summary>The points with the ends, ascending; empty where there are no points.</summary>
    public static ImmutableArray<ScalePoint> Of(Issue issue) => Has(issue) ? With(issue.Points, issue.Low, issue.High) : [];

    /// <summary>A place in words: <c>just short of “an envoy with a deadline”</c>; empty where there are no points.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="place">Unit: issue scale, 0 to 100.</param>
    public static string Of(Issue issue, double place) => Has(issue) ? Of(Of(issue), place) : "";

    /// <summary>A place as number and words: <c>30 (“the Five-Point Consensus”)</c>; the number alone where there are no points.</summary>
    public static string Told(Issue issue, double place)
    {
        var words = Of(issue, place);
        return words.Length == 0 ? ClassroomWording.Scale(place) : $"{ClassroomWording.Scale(place)} ({words})";
    }

    /// <summary>A place among points that include both ends, in words.</summary>
    public static string Of(ImmutableArray<ScalePoint> points, double place)
    {
        var nearest = points.MinBy(point => Math.Abs(point.At - place));
        if (Math.Abs(nearest.At - place) <= At)
        {
            return Quoted(nearest);
        }

        var (below, above) = (points.Last(point => point.At < place), points.First(point => point.At > place));
        return ((place - below.At) / (above.At - below.At)) switch
        {
            <= Near => Tell($"a little beyond {Quoted(below)}"),
            >= 1 - Near => Tell($"just short of {Quoted(above)}"),
            _ => Tell($"between {Quoted(below)} and {Quoted(above)}"),
        };
    }

    private static ImmutableArray<ScalePoint> With(ImmutableArray<ScalePoint> points, string low, string high)
    {
        points = points[0].At > 0 ? points.Insert(0, new(0, low)) : points;
        return points[^1].At < 100 ? points.Add(new(100, high)) : points;
    }

    /// <summary>The words of a point as they stand in a sentence.</summary>
    public static string Quoted(ScalePoint point) => Tell($"“{Translated(point.Words)}”");
}
