using System.Collections.Immutable;
using VotingSim.Analysis.Data;
using VotingSim.Configuration;
using VotingSim.Statistics.Survival;

namespace VotingSim.Report;

/// <summary>The share undecided over time of a user's own data.</summary>
public static class SurvivalPlot
{
    private const int MostSteps = 2_000;

    /// <summary>Draws it to a file that ends in .svg or .png.</summary>
    /// <param name="path">The file.</param>
    /// <param name="analysis">The curves.</param>
    /// <param name="time">Name of the times.</param>
    /// <param name="group">Name of the groups; null without.</param>
    /// <exception cref="ConfigurationException">There are more curves than can be told apart.</exception>
    /// <returns>A sentence on letters that no font of the machine has; empty where there are none.</returns>
    public static string Write(string path, SurvivalAnalysis analysis, string time, string? group)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        if (analysis.Groups.Length > DataPlot.MostCurves)
        {
            throw new ConfigurationException(
            [
                new(
                    "--plot",
                    0,
                    0,
                    "",
                    $"{analysis.Groups.Length} groups; expected at most {DataPlot.MostCurves}, whose curves can be told apart"),
            ]);
        }

        var first = Math.Min(0, analysis.Groups.Min(one => one.Curve.Steps.IsEmpty ? 0 : one.Curve.Steps[0].Time));
        var last = analysis.Groups.Max(one => one.Curve.Steps.IsEmpty ? 0 : one.Curve.Steps[^1].Time);
        return new DataPlot
        {
            Title = group is null ? "Share undecided over time" : $"Share undecided over time by {group}",
            Description = "Kaplan and Meier's share undecided with its pointwise 95 % intervals. Times by which half have decided: "
                + string.Join(
                    "; ",
                    analysis.Groups.Select(one => $"{(group is null ? "all" : one.Name)} "
                        + (double.IsFinite(one.Median.Value) ? ReportNumbers.Plain(one.Median.Value) : "not reached")))
                + ".",
            Values = "Still undecided, %",
            Over = time,
            Horizontal = Axis.Round(first, last > first ? last : first + 1, 8, exact: true, least: 0),
            Vertical = Axis.Round(0, 1, 4, exact: true, scale: 100),
            Curves = [.. analysis.Groups.Select(one => Curve(one, first))],
            AreSteps = true,
        }.Write(path);
    }

    private static DataCurve Curve(SurvivalGroup group, double first)
    {
        // Of many steps those that the eye could tell apart, and the last.
        var all = group.Curve.Steps;
        var every = 1 + (all.Length / MostSteps);
        var kept = all
            .Where((_, index) => index % every == 0 || index == all.Length - 1)
            .Prepend(new SurvivalStep(first, 0, 0, 0, 1, 0, double.NaN, double.NaN))
            .ToArray();
        return new(
            group.Name,
            [.. kept.Select(step => step.Time)],
            [.. kept.Select(step => step.Survival)],
            Or(step => step.Low),
            Or(step => step.High));

        ImmutableArray<double> Or(Func<SurvivalStep, double> limit) =>
            [.. kept.Select(step => double.IsNaN(limit(step)) ? step.Survival : limit(step))];
    }
}
