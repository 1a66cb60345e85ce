using ScottPlot;
using VotingSim.Crises;

namespace VotingSim.Report;

/// <summary>The scale of an issue in words.</summary>
internal static class IssueScale
{
    /// <summary>The name of an issue as a heading.</summary>
    public static string NameOf(Issue issue) => char.ToUpperInvariant(issue.Name[0]) + issue.Name[1..].Replace('-', ' ');

    /// <summary>Writes what the ends of a scale mean below it, on one line where both fit.</summary>
    public static void Ends(Canvas canvas, Issue issue, float left, float right, float y)
    {
        var (low, high) = ($"0: {issue.Low}", $"100: {issue.High}");
        var fits = ChartFont.Width(low, 11) + ChartFont.Width(high, 11) + 16 < right - left;
        canvas.Text(low, left, y, size: 11, color: Palette.Quiet);
        canvas.Text(high, right, fits ? y : y + 15, Alignment.UpperRight, 11, color: Palette.Quiet);
    }
}
