using VotingSim.Deliberation;
using VotingSim.Evidence.Calibration;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Tests.Calibration;

public class RuleEffectTests
{
    [Fact]
    public void Times_and_texts_are_compared_world_by_world()
    {
        var consensus = Worlds([40, 90, double.PositiveInfinity, 100], [30, 20, 10, 50]);
        var other = Worlds([10, 90, 250, double.PositiveInfinity], [50, 20, 70, 10]);

        var effects = RuleEffect.Of(consensus, other, [10], perDraw: 2, horizon: 1000);

        effects.Length.ShouldBe(2);
        Math.Exp(effects[0].LogRatio).ShouldBe(2, 1e-12); // the geometric mean of 4 and 1
        (effects[0].Distance, effects[0].TowardsStatusQuo).ShouldBe((10, 10));
        Math.Exp(effects[1].LogRatio).ShouldBe(Math.Sqrt(1000.0 / 250 * 100 / 1000), 1e-12); // undecided counts with the horizon
        effects[1].Distance.ShouldBe(double.NaN);
        (effects[1].UndecidedByConsensus, effects[1].UndecidedByOther).ShouldBe((0.5, 0.5));
        var mean = RuleEffect.Mean(effects);
        mean.Distance.ShouldBe(10);
        RuleEffect.OfRow(mean.ToRow()).ShouldBe(mean);
    }

    private static CaseWorlds Worlds(double[] days, double[] outcome) => new()
    {
        Decided = Array.ConvertAll(days, double.IsFinite),
        Endings = Array.ConvertAll(days, day => double.IsFinite(day) ? Ending.Consent : Ending.Open),
        Days = days,
        Outcome = [outcome],
        Supporters = new ulong[days.Length],
        Objectors = new ulong[days.Length],
    };
}
