using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests.Survival;

public class TiedSumsTests
{
    [Theory]
    [InlineData(1, 3, 1)]
    [InlineData(2, 2, 2)]
    [InlineData(127, 500, 127)]
    [InlineData(128, 128, 128)]
    [InlineData(129, 1e6, 3)]
    [InlineData(1000, 1000, 1000)]
    [InlineData(4097, 1e-5, 0.99e-5)]
    [InlineData(65535, 65535, 65535)]
    [InlineData(1_000_003, 2e6, 1_000_003)]
    [InlineData(1_000_003, 1_000_003, 1_000_003)]
    [InlineData(1_000_003, 1e12, 0.001)]
    public void Blocks_give_the_sums_of_the_single_terms(int decided, double s, double d)
    {
        // Plainly, with compensation for rounding (Neumaier 1974).
        Span<double> sums = stackalloc double[6];
        Span<double> lost = stackalloc double[6];
        for (var l = 0; l < decided; l++)
        {
            var u = (double)l / decided;
            var rest = s - (d * u);
            ReadOnlySpan<double> terms = [1 / rest, u / rest, 1 / rest / rest, u / rest / rest, u * u / rest / rest, Math.Log(rest)];
            for (var k = 0; k < 6; k++)
            {
                var sum = sums[k] + terms[k];
                lost[k] += Math.Abs(sums[k]) >= Math.Abs(terms[k]) ? sums[k] - sum + terms[k] : terms[k] - sum + sums[k];
                sums[k] = sum;
            }
        }

        var actual = TiedSums.Of(decided, s, d);

        double[] values = [actual.Inverse, actual.InverseU, actual.Square, actual.SquareU, actual.SquareUU, actual.Logarithm];
        for (var k = 0; k < 6; k++)
        {
            var expected = sums[k] + lost[k];
            values[k].ShouldBe(expected, 1e-12 * Math.Abs(expected), $"sum {k}");
        }
    }
}
