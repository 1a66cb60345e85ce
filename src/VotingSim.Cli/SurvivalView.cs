using System.Globalization;
using Spectre.Console;
using VotingSim.Analysis.Data;
using VotingSim.Analysis;
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
        var (data, decided) = (analysis.Data, analysis.Data.Spells?.Events ?? analysis.Groups.Sum(one => one.Curve.Decided));
        var rows = data.Spells is { } spells
            ? string.Create(CultureInfo.InvariantCulture, $"{data.Total:N0} rows of {spells.Subjects:N0} subjects: {decided:N0} decided")
            : string.Create(CultureInfo.InvariantCulture, $"{data.Total:N0} rows: {decided:N0} decided, {data.Total - decided:N0} censored");
        console.WriteLine($"{rows}. Times are in {time}, intervals are 95 %.");
        if (data.LeftOut > 0)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{data.LeftOut:N0} more with a missing value were left out."));
        }

        WriteGroups(console, analysis, group);
        console.WriteLine(data.Spells is null
            ? "A censored row was undecided when its observation ended: its time is at least that long. "
                + "It is at risk until then and never counted as a decision."
            : "A spell is at risk after its entry and up to its end; one that ends without a decision is not counted as one.");
        console.WriteLine(decided == 0
            ? "Nothing happened in any row: the share undecided stays at 1, and no time is known."
            : "A dash is a time that is not reached under observation.");
        console.WriteLine();
        if (analysis.LogRank is { } logRank)
        {
            console.WriteLine(
                $"Log-rank test of equal rates of deciding{(data.Strata > 1 ? $", within {data.Strata} strata" : "")}: "
                + $"{Text(logRank.Test)}{Verdict(logRank.Test, ": the groups differ.", ": no difference is shown.")}");
            console.WriteLine();
        }

        if (analysis.Cox is { } cox)
        {
            WriteModel(console, analysis, cox, group);
        }
        else if (analysis.Groups.Length > SurvivalAnalysis.MostGroupsInModel)
        {
            console.WriteLine(
                $"There is no hazard ratio for each of {analysis.Groups.Length} groups, "
                + $"only for up to {SurvivalAnalysis.MostGroupsInModel}.");
        }
        else
        {
            console.WriteLine(group is null
                ? "Without --group or --covariate nothing is compared."
                : $"All rows are of the group '{CsvFile.Quote(analysis.Groups[0].Name)}': nothing is compared.");
        }
    }

    private static void WriteGroups(IAnsiConsole console, SurvivalAnalysis analysis, string? group)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn(Markup.Escape(group ?? "")));
        string[] headings =
        [
            analysis.Data.Spells is null ? "n" : "rows",
            "decided",
            "a quarter by",
            "half by (median)",
            "three quarters by",
            $"mean up to {Number(analysis.Horizon)}",
        ];
        foreach (var heading in headings)
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

    private static void WriteModel(IAnsiConsole console, SurvivalAnalysis analysis, CoxModel cox, string? group)
    {
        string[] baselines =
        [
            .. analysis.Groups.Length > 1
                ? [analysis.Data.Covariates.IsEmpty
                    ? $"'{CsvFile.Quote(analysis.Groups[0].Name)}'"
                    : $"'{CsvFile.Quote($"{group}={analysis.Groups[0].Name}")}'"]
                : Array.Empty<string>(),
            .. analysis.Data.Covariates
                .Where(covariate => !covariate.Levels.IsEmpty)
                .Select(covariate => $"'{CsvFile.Quote($"{covariate.Column}={covariate.Levels[0]}")}'"),
        ];
        var relative = baselines.Length == 0
            ? "the rate of deciding per unit of each covariate"
            : $"the rate of deciding relative to {string.Join(", ", baselines)}"
                + (analysis.Data.Covariates.Any(covariate => covariate.Levels.IsEmpty) ? ", of numbers per unit" : "");
        console.WriteLine(
            $"Cox's proportional hazards, ties by {cox.Ties}"
            + $"{(analysis.Data.Strata > 1 ? $", a baseline for each of {analysis.Data.Strata} strata" : "")}: {relative}. "
            + "A hazard ratio above 1 decides faster.");
        if (analysis.Data.ClusterColumn is { } clusters)
        {
            console.WriteLine(
                $"Standard errors are robust: rows of one '{CsvFile.Quote(clusters)}' may depend on each other. "
                + "Curves, means and the log-rank test take rows to be independent.");
        }

        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn(analysis.Data.Covariates.IsEmpty ? "group" : "term"));
        string[] headings =
        [
            "coefficient", "standard error", "hazard ratio", "z", "p",
            .. analysis.Proportionality is null ? Array.Empty<string>() : ["p of drift"],
        ];
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(heading) { Alignment = Justify.Right });
        }

        foreach (var (coefficient, index) in cox.Coefficients.Select((coefficient, index) => (coefficient, index)))
        {
            string[] cells =
            [
                CsvFile.Quote(coefficient.Name),
                Number(coefficient.Value),
                Number(coefficient.StandardError),
                Ratio(coefficient.HazardRatio),
                Number(coefficient.Z),
                Probability(coefficient.P),
                .. analysis.Proportionality is { } own ? [Probability(own.Terms[index].P)] : Array.Empty<string>(),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        console.Write(table);
        WriteTests(console, analysis, cox);
    }

    private static void WriteTests(IAnsiConsole console, SurvivalAnalysis analysis, CoxModel cox)
    {
        if (cox.Status == CoxStatus.Converged)
        {
            var concordance = analysis.Concordance is { } order ? $" Concordance {Ratio(order.Interval)}." : "";
            console.WriteLine(
                $"Likelihood-ratio test: {Text(cox.LikelihoodRatio)}. Score test: {Text(cox.Score)}. "
                + $"Wald's test: {Text(cox.Wald)}.{concordance}");
            console.WriteLine(analysis.Proportionality is { } proportionality
                ? $"Test of hazard ratios that stay the same over time: {Text(proportionality.Global)}"
                    + Verdict(proportionality.Global, ": they drift; read each as an average over time, beside the means.", ": no drift is shown.")
                : $"Log-likelihood {SignificantDigits.Text(cox.NullLogLikelihood, "F3")} without effects, "
                    + $"{SignificantDigits.Text(cox.LogLikelihood, "F3")} with them. "
                    + "A ratio at a time t is exp(coefficient + coefficient of the product x ln t).");
            if (cox.Coefficients.Any(coefficient => double.IsNaN(coefficient.Value)))
            {
                console.WriteLine("A term with dashes depends on those before it and was left out.");
            }
        }
        else if (cox.Status == CoxStatus.Infinite)
        {
            console.WriteLine(
                "A hazard ratio of 0 or infinity has no interval: one of the groups never decides while the others do. "
                + $"Likelihood-ratio test: {Text(cox.LikelihoodRatio)}.");
        }
        else
        {
            console.WriteLine(cox.Status == CoxStatus.NoInformation
                ? "There is no hazard ratio: at no decision were two groups at risk."
                : "The hazard ratios could not be estimated: no maximum of the likelihood was found.");
        }
    }

    private static string Verdict(ChiSquareTest test, string against, string nothing) =>
        double.IsNaN(test.P) ? "" : test.P < Significant ? against : nothing;

    private static string Text(ChiSquareTest test) =>
        double.IsNaN(test.ChiSquare)
            ? "undefined"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"chi-square {Number(test.ChiSquare)}, df {test.DegreesOfFreedom}, p {(test.P < 0.001 ? "" : "= ")}{Probability(test.P)}");

    private static string Text(Estimate estimate) =>
        double.IsFinite(estimate.Low) || double.IsFinite(estimate.High)
            ? $"{Number(estimate.Value)} [{Number(estimate.Low)}, {Number(estimate.High)}]"
            : Number(estimate.Value);

    private static string Ratio(Estimate estimate)
    {
        return double.IsPositiveInfinity(estimate.Value) ? "infinite"
            : double.IsNaN(estimate.Low) ? Number(estimate.Value)
            : $"{Fixed(estimate.Value)} [{Fixed(estimate.Low)}, {Fixed(estimate.High)}]";

        static string Fixed(double value) => value is > 0.1 and < 10 ? SignificantDigits.Text(value, "F3") : Number(value);
    }

    private static string Probability(double p) => SignificantDigits.Probability(p);

    private static string Number(double value) => SignificantDigits.Text(value);
}
