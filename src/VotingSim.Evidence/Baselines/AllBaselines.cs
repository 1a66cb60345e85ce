using System.Collections.Immutable;
using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>The baselines that a model is scored beside.</summary>
public static class AllBaselines
{
    private static readonly ImmutableArray<Baseline> Every =
    [
        new PlainMean(), new MedianMember(), new SalienceMean(withPowers: false), new SalienceMean(withPowers: true), new CompromiseModel(),
        new PulledMean(), new MostReluctant(), new NashBargaining(), new AgendaSetter(), new PositionLottery(), new StatusQuo(),
        new AlwaysTheMiddle(),
        new LognormalOfClass(), new SurvivalOfOthers(withinClass: true), new SurvivalOfOthers(withinClass: false),
        new GeometricMean(withinClass: true), new GeometricMean(withinClass: false), new Contest(),
        new AlwaysByConsent(), new SalienceDistance(),
    ];

    /// <summary>Those that say something of their own of some of the cases.</summary>
    /// <param name="cases">The cases.</param>
    public static ImmutableArray<Baseline> Of(IReadOnlyList<Case> cases) => Every.RemoveAll(baseline => !baseline.IsOf(cases));
}
