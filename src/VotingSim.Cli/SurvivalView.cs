using System.Globalization;
using Spectre.Console;
using VotingSim.Analysis.Data;
using VotingSim.Configuration;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Cli;

/// <summary>A survival analysis on the console: the groups, their comparison, and how to read it.</summary>
internal static class SurvivalView
{
    private const double Significant = 0.05;

    public static void Write(IAnsiConsole console, SurvivalAnalysis analysis, string time, string? group)
    {
        var (total, decided) = (analysis.Groups.Sum(one => one.Curve.Total), analysis.Groups.Sum(one => one.Curve.Decided));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{total:N0} rows: {decided:N0} decided, {total - decided:N0} censored. Times are in the unit of '{time}', intervals are 95 %."));
        WriteGroups(console, analysis, group);
        console.WriteLine("A censored row was undecided when its observation ended: its time is at least that long. It is at risk until then and "
            + "never counted as a decision.");
        console.WriteLine("A dash is a time that is not reached under observation.");
        console.WriteLine();
        if (analysis is { LogRank: { } logRank, Cox: { } cox, Proportionality: { } proportionality })
        {
            WriteComparison(console, analysis.Groups[0].Name, logRank, cox, proportionality);
        }
        else
        {
            console.WriteLine(group is null ? "Without --group nothing is compared."
                : $"All rows are of the group '{CsvFile.Quote(analysis.Groups[0].Name)}': nothing is compared.");
        }
    }

    private static void WriteGroups(IAnsiConsole console, SurvivalAnalysis analysis, string? group)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn(Markup.Escape(group ?? "")));
        foreach (var heading in new[] { "n", "decided", "a quarter by", "half by (median)", "three quarters by",
            $"mean up to {Number(analysis.Horizon)}" })
        {
            table.AddColumn(new TableColumn(Markup.Escape(heading)) { Alignment = Justify.Right });
        }

        foreach (var one in analysis.Groups)
        {
            table.AddRow(
            [
                .. new[]
                {
                    group is null ? "all" : CsvFile.Quote(one.Name),
                    one.Curve.Total.ToString("N0", CultureInfo.InvariantCulture),
                    one.Curve.Decided.ToString("N0", CultureInfo.InvariantCulture),
                    Text(one.Curve.Quantile(0.25)),
                    Text(one.Median),
                    Text(one.Curve.Quantile(0.75)),
                    Text(one.RestrictedMean.Interval),
                }.Select(Markup.Escape),
            ]);
        }

        console.Write(table);
    }

    private static void WriteComparison(IAnsiConsole console, string baseline, LogRank logRank, CoxModel cox, Proportionality proportionality)
    {
        console.WriteLine($"Log-rank test of equal rates of deciding: {Text(logRank.Test)}{Verdict(logRank.Test, ": the groups differ.", ": no "
            + "difference is shown.")}");
        console.WriteLine();
        console.WriteLine($"Cox's proportional hazards, ties by {cox.Ties}: the rate of deciding relative to '{CsvFile.Quote(baseline)}'. A hazard "
            + "ratio above 1 decides faster.");
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("group"));
        foreach (var heading in new[] { "hazard ratio", "z", "p" })
        {
            table.AddColumn(new TableColumn(heading) { Alignment = Justify.Right });
        }

        foreach (var coefficient in cox.Coefficients)
        {
            table.AddRow([.. new[] { CsvFile.Quote(coefficient.Name), Ratio(coefficient.HazardRatio), Number(coefficient.Z),
                Probability(coefficient.P) }.Select(Markup.Escape)]);
        }

        console.Write(table);
        if (cox.Status == CoxStatus.Converged)
        {
            console.WriteLine($"Likelihood-ratio test: {Text(cox.LikelihoodRatio)}. Score test: {Text(cox.Score)}. Wald's test: {Text(cox.Wald)}. "
                + $"Concordance {Ratio(cox.Concordance().Interval)}.");
            console.WriteLine($"Test of hazard ratios that stay the same over time: {Text(proportionality.Global)}"
                + Verdict(proportionality.Global, ": they drift; read each as an average over time, beside the means.", ": no drift is shown."));
        }
        else if (cox.Status == CoxStatus.Infinite)
        {
            console.WriteLine($"A hazard ratio of 0 or infinity has no interval: one of the groups never decides while the others do. "
                + $"Likelihood-ratio test: {Text(cox.LikelihoodRatio)}.");
        }
        else
        {
            console.WriteLine(cox.Status == CoxStatus.NoInformation ? "There is no hazard ratio: at no decision were two groups at risk."
                : "The hazard ratios could not be estimated: no maximum of the likelihood was found.");
        }
    }

    private static string Verdict(ChiSquareTest test, string against, string nothing) => double.IsNaN(test.P) ? "" : test.P < Significant ? against
        : nothing;

    private static string Text(ChiSquareTest test) =>
        double.IsNaN(test.ChiSquare) ? "undefined"
            : string.Create(CultureInfo.InvariantCulture,
            $"chi-square {Number(test.ChiSquare)}, df {test.DegreesOfFreedom}, p {(test.P < 0.001 ? "" : "= ")}{Probability(test.P)}");

    private static string Text(Estimate estimate) =>
        double.IsFinite(estimate.Low) || double.IsFinite(estimate.High)
            ? $"{Number(estimate.Value)} [{Number(estimate.Low)}, {Number(estimate.High)}]" : Number(estimate.Value);

    private static string Ratio(Estimate estimate)
    {
        return double.IsPositiveInfinity(estimate.Value) ? "infinite" : double.IsNaN(estimate.Low) ? Number(estimate.Value)
            : $"{Fixed(estimate.Value)} [{Fixed(estimate.Low)}, {Fixed(estimate.High)}]";

        static string Fixed(double value) => value.ToString(value < 10 ? "F3" : value < 100 ? "F2" : "F1", CultureInfo.InvariantCulture);
    }

    private static string Probability(double p) => double.IsNaN(p) ? "-" : p < 0.001 ? "< 0.001" : p.ToString("F3", CultureInfo.InvariantCulture);

    // Four digits that matter.
    private static string Number(double value) => !double.IsFinite(value) ? "-" : Math.Abs(value) switch
    {
        >= 1000 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
