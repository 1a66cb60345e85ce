using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Calibration;

/// <summary>What consensus does to the cases, compared with another rule in the same worlds, as far as the record says.</summary>
/// <param name="TimeRatio">Time under consensus over time under the other rule: the geometric mean over cases and worlds.</param>
/// <param name="OutcomeDistance">Mean distance between the texts of both rules. Unit: issue scale.</param>
/// <param name="TowardsStatusQuo">By how much nearer the status quo the text of consensus lies. Unit: issue scale.</param>
/// <param name="UndecidedByConsensus">Share of worlds that are undecided at the horizon under consensus.</param>
/// <param name="UndecidedByOther">The same under the other rule.</param>
public sealed record EffectDocument(
    IntervalDocument TimeRatio,
    IntervalDocument OutcomeDistance,
    IntervalDocument TowardsStatusQuo,
    IntervalDocument UndecidedByConsensus,
    IntervalDocument UndecidedByOther)
{
    /// <summary>Of draws with weights.</summary>
    internal static EffectDocument Of(IReadOnlyList<(RuleEffect Effect, double Weight)> draws)
    {
        return new(
            Interval(effect => Math.Exp(effect.LogRatio)),
            Interval(effect => effect.Distance),
            Interval(effect => effect.TowardsStatusQuo),
            Interval(effect => effect.UndecidedByConsensus),
            Interval(effect => effect.UndecidedByOther));

        IntervalDocument Interval(Func<RuleEffect, double> of)
        {
            var known = draws.Select(draw => (Value: of(draw.Effect), draw.Weight)).Where(draw => !double.IsNaN(draw.Value) && draw.Weight > 0).ToArray();
            return IntervalDocument.Of(known.Length == 0 ? null
                : WeightedSample.Of([.. known.Select(draw => draw.Value)], [.. known.Select(draw => draw.Weight)]));
        }
    }
}
