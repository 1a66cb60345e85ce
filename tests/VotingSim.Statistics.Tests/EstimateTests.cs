namespace VotingSim.Statistics.Tests;

public class EstimateTests
{
    [Fact]
    public void An_estimate_can_be_written_though_it_holds_its_own_negative() =>
        (new Estimate(1.5, -2, double.PositiveInfinity).ToString(), new Estimate(1, 0, 2).Negated).ShouldBe(("1.5 [-2, Infinity]", new(-1, -2, 0)));
}
