using System.Globalization;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Tests;

/// <summary>The summary of a run against R's survival package on its rows. The script and its output are in the folder Oracle.</summary>
public class SummaryOracleTests(RunFixture runs)
{
    private const double Tolerance = 1e-6;

    [Fact]
    public async Task The_summary_is_what_R_makes_of_the_rows()
    {
        var plan = ExperimentReader.Read(RepositoryRoot.In("tests", "VotingSim.Analysis.Tests", "Oracle", "summary.yaml"), []);
        var summary = await SummaryReader.ReadAsync(plan, await runs.RunAsync(plan, new()));
        var checkedLines = 0;

        foreach (var words in Lines())
        {
            ArmSummary Arm() => summary.Arms.Single(arm => arm.Arm.Rule == words[1]);
            ArmComparison Comparison() => summary.Comparisons.Single(comparison => comparison.Arm.Rule == words[1]);
            CoxCoefficient Coefficient(IEnumerable<CoxCoefficient> all) => all.Single(coefficient => coefficient.Name == words[1].Replace('_', ' '));
            switch (words[0])
            {
                case "days":
                    // Where this fails the rows are not those that R saw: run the script again.
                    (Arm().RestrictedMeanDays.Value * 300).ShouldBe(Number(words[2]), Tolerance);
                    break;
                case "median":
                    ShouldBe(Arm().MedianDays, words[2..], words[1]);
                    break;
                case "survival":
                    var curve = Arm().Survival;
                    var step = curve.Days.ToList().FindLastIndex(day => day <= Number(words[2]));
                    ShouldBe(new(curve.Survival[step], curve.Survival[step] == 1 ? 1 : curve.Low[step], curve.Survival[step] == 1 ? 1 : curve.High[step]), words[3..], words[1]);
                    break;
                case "worlds":
                    ShouldBeSpread(Comparison(), words[2], words[3..]);
                    break;
                case "proportional":
                    ShouldBe(Comparison().ProportionalHazards.ChiSquare, words[2], words[1]);
                    break;
                case "halves":
                    ShouldBe(Comparison().EarlyHazardRatio, words[2], words[1]);
                    ShouldBe(Comparison().LateHazardRatio, words[3], words[1]);
                    break;
                case "hazard":
                    ShouldBe(Comparison().HazardRatio, words[2..], words[1]);
                    ShouldBe(Comparison().HazardRatioP, words[5], words[1]);
                    break;
                case "difference" when words[2] == "days":
                    ShouldBe(Comparison().RestrictedMeanDifference, words[3..], words[1]);
                    break;
                case "difference":
                    ShouldBe(Comparison().Difference(words[2]).Mean, words[3..], words[2]);
                    ShouldBe(Comparison().Difference(words[2]).P, words[6], words[2]);
                    break;
                default:
                    var coefficient = Coefficient(words[0] == "cox" ? summary.Cox.Single().Coefficients : summary.Cox.Single().TimeVarying);
                    ShouldBe(coefficient.HazardRatio, words[2..], words[1]);
                    ShouldBe(coefficient.Z, words[5], words[1]);
                    break;
            }

            checkedLines++;
        }

        checkedLines.ShouldBe(70);
    }

    private static void ShouldBeSpread(ArmComparison comparison, string measure, string[] expected)
    {
        var actual = measure == "days" ? comparison.Worlds.Days : comparison.Worlds.Measure(measure).ShouldNotBeNull();
        var quantiles = new[] { actual.P05, actual.P25, actual.P50, actual.P75, actual.P95 };
        for (var index = 0; index < quantiles.Length; index++)
        {
            quantiles[index].ShouldBe(Number(expected[index]), Tolerance, measure);
        }

        actual.Lower.Value.ShouldBe(Number(expected[5]), Tolerance, measure);
        actual.Higher.Value.ShouldBe(Number(expected[6]), Tolerance, measure);
    }

    private static void ShouldBe(Estimate actual, string[] expected, string what)
    {
        ShouldBe(actual.Value, expected[0], what);
        ShouldBe(actual.Low, expected[1], what);
        ShouldBe(actual.High, expected[2], what);
    }

    // NA is undefined; a limit beyond the end of observation is infinite here.
    private static void ShouldBe(double actual, string expected, string what)
    {
        if (expected == "NA")
        {
            double.IsFinite(actual).ShouldBeFalse(what);
            return;
        }

        actual.ShouldBe(Number(expected), Tolerance * Math.Abs(Number(expected)), what);
    }

    private static IEnumerable<string[]> Lines()
    {
        return File.ReadLines(RepositoryRoot.In("tests", "VotingSim.Analysis.Tests", "Oracle", "summary.txt")).Select(line => line.Split(' '));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
