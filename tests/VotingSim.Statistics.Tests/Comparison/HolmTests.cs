using CsCheck;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Statistics.Tests.Comparison;

public class HolmTests
{
    // R 4.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.2), "holm") gives 0.040 0.090 0.090 0.025 0.200.
    [Fact]
    public void Adjusted_probabilities_are_those_of_R() => ShouldBe(Holm.Adjust([0.01, 0.04, 0.03, 0.005, 0.2]), [0.04, 0.09, 0.09, 0.025, 0.2]);

    [Fact]
    public void A_single_test_needs_no_correction_and_none_no_tests()
    {
        ShouldBe(Holm.Adjust([0.03]), [0.03]);
        Holm.Adjust([]).ShouldBeEmpty();
    }

    [Fact]
    public void What_could_not_be_tested_does_not_count() =>
        ShouldBe(Holm.Adjust([double.NaN, 0.03, double.NaN, 0.02]), [double.NaN, 0.04, double.NaN, 0.04]);

    // Holm (1979), sect. 2: reject in rising order while p <= alpha / (m - i + 1); stop at the first that is larger.
    [Fact]
    public void Rejections_are_those_of_the_sequential_procedure() =>
        Gen.Select(Gen.Double[0, 1].Select(x => x * x * x).Array[1, 12], Gen.Double[0.001, 0.5]).Sample((probabilities, alpha) =>
    {
        var rejected = new bool[probabilities.Length];
        var left = probabilities.Length;
        foreach (var index in Enumerable.Range(0, probabilities.Length).OrderBy(index => probabilities[index]))
        {
            if (probabilities[index] * left > alpha)
            {
                break;
            }

            rejected[index] = true;
            left--;
        }

        Holm.Adjust(probabilities).Select(adjusted => adjusted <= alpha).ShouldBe(rejected);
    });

    private static void ShouldBe(double[] actual, double[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        foreach (var (value, wanted) in actual.Zip(expected))
        {
            double.IsNaN(value).ShouldBe(double.IsNaN(wanted));
            if (!double.IsNaN(wanted))
            {
                value.ShouldBe(wanted, 1e-15);
            }
        }
    }
}
