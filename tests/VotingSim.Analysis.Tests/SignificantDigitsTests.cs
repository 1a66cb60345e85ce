using System.Globalization;
using CsCheck;

namespace VotingSim.Analysis.Tests;

public class SignificantDigitsTests
{
    [Theory]
    [InlineData(0, "0.000", "0.000")]
    [InlineData(0.1234, "0.000", "0.123")]
    [InlineData(0.00042, "0.000", "0.00042")]
    [InlineData(-0.00042, "0.000", "-0.00042")]
    [InlineData(0.0000123, "0.000", "1.2e-5")]
    [InlineData(1e-17, "0.000", "0.000")]
    [InlineData(-1e-17, "0.000", "0.000")]
    [InlineData(184.4, "N0", "184")]
    [InlineData(1234.6, "N0", "1,235")]
    [InlineData(2.42, "N0", "2")]
    [InlineData(0.64, "N0", "0.64")]
    [InlineData(3, "N0", "3")]
    [InlineData(0.0002, "F0", "0.0002")]
    [InlineData(1e308, "N1", "1e+308")]
    [InlineData(double.NaN, "N1", "-")]
    public void A_column_of_fixed_decimals_never_rounds_a_number_away_nor_fills_the_screen(double value, string format, string text) =>
        SignificantDigits.Text(value, format).ShouldBe(text);

    [Fact]
    public void Whatever_the_size_the_text_is_short_and_within_a_twentieth_of_the_number_or_half_a_unit_from_1_on() =>
        Gen.Select(Gen.Double[1, 10], Gen.Int[-8, 300], Gen.OneOf(Gen.Const("0.0"), Gen.Const("0.00"), Gen.Const("N0"), Gen.Const("N1"), Gen.Const("F3")))
            .Select((digits, power, format) => (Value: digits * Math.Pow(10, power), Format: format))
            .Sample(number =>
            {
                var text = SignificantDigits.Text(number.Value, number.Format);
                var back = double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
                return text.Length <= 15 && (Math.Abs(back - number.Value) <= number.Value / 20 || Math.Abs(back - number.Value) <= (number.Value < 1 ? 0.05 : 0.5));
            });

    [Theory]
    [InlineData(-0.25, -0.125, "0.12 to 0.25 days earlier")]
    [InlineData(-0.0004, 0, "0.0004 days earlier to the same day")]
    [InlineData(-61.2, -20.4, "20 to 61 days earlier")]
    [InlineData(1e12, 2e12, "1e+12 to 2e+12 days later")]
    public void Days_of_a_table_that_meets_by_the_hour_are_not_rounded_away(double low, double high, string text) =>
        AnswerSentence.Range(low, high).ShouldBe(text);
}
