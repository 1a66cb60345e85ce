using VotingSim.Statistics.Comparison;

namespace VotingSim.Statistics.Tests.Comparison;

public class DominanceTests
{
    [Theory]
    [InlineData(-9, -1, 0.01, 0.09, true)] // faster and more cohesive
    [InlineData(-9, -1, -0.01, 0.09, false)] // faster; in cohesion nothing is shown
    [InlineData(-9, 1, 0.01, 0.09, false)] // more cohesive; in speed nothing is shown
    [InlineData(-9, -1, -0.09, -0.01, false)] // faster and less cohesive
    [InlineData(1, 9, 0.01, 0.09, false)] // slower and more cohesive
    [InlineData(-9, -1, 0, 0, true)] // faster and in cohesion the same throughout
    [InlineData(0, 0, 0.01, 0.09, true)] // the same throughout in speed and more cohesive
    [InlineData(0, 0, 0, 0, false)] // the same
    [InlineData(-9, 0, 0.01, 0.09, false)] // an interval that touches 0 does not exclude it
    [InlineData(double.NaN, double.NaN, 0.01, 0.09, false)]
    public void A_rule_dominates_where_the_intervals_show_it(double daysLow, double daysHigh, double cohesionLow, double cohesionHigh,
        bool dominates) =>
        Dominance.Holds(new((daysLow + daysHigh) / 2, daysLow, daysHigh), new((cohesionLow + cohesionHigh) / 2, cohesionLow, cohesionHigh))
            .ShouldBe(dominates);
}
