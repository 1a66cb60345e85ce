using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Calibration;

/// <summary>What consensus does to the cases at one draw of the parameters, compared with another rule in the same worlds.</summary>
/// <param name="LogRatio">Mean over cases and worlds of the log of the time under consensus over the time under the other rule in the same world. What
/// is undecided counts as decided at the horizon, so that where there is much of it the ratio is too near to 1.</param>
/// <param name="Distance">Mean over cases, issues and worlds that both rules decide of the distance between the two texts. Unit: issue scale.</param>
/// <param name="TowardsStatusQuo">The same of how much nearer the status quo the text of consensus lies.</param>
/// <param name="UndecidedByConsensus">Share of worlds that are undecided at the horizon under consensus.</param>
/// <param name="UndecidedByOther">The same under the other rule.</param>
internal readonly record struct RuleEffect(
    double LogRatio, double Distance, double TowardsStatusQuo, double UndecidedByConsensus, double UndecidedByOther)
{
    /// <summary>The effect on one case at each draw.</summary>
    /// <param name="consensus">Worlds under consensus.</param>
    /// <param name="other">The same worlds under the other rule.</param>
    /// <param name="statusQuo">The status quo on each issue.</param>
    /// <param name="perDraw">Worlds of a draw.</param>
    /// <param name="horizon">Unit: days.</param>
    public static RuleEffect[] Of(CaseWorlds consensus, CaseWorlds other, IReadOnlyList<double> statusQuo, int perDraw, double horizon)
    {
        return [.. Enumerable.Range(0, consensus.Count / perDraw).Select(draw => OfDraw(draw * perDraw))];

        RuleEffect OfDraw(int first)
        {
            var (logRatio, distance, towards, both) = (0.0, 0.0, 0.0, 0);
            var (undecided, undecidedByOther) = (0, 0);
            for (var world = first; world < first + perDraw; world++)
            {
                logRatio += Math.Log(Math.Min(horizon, consensus.Days[world]) / Math.Min(horizon, other.Days[world]));
                undecided += consensus.Decided[world] ? 0 : 1;
                undecidedByOther += other.Decided[world] ? 0 : 1;
                if (consensus.Decided[world] && other.Decided[world])
                {
                    both++;
                    for (var issue = 0; issue < statusQuo.Count; issue++)
                    {
                        var (here, there) = (consensus.Outcome[issue][world], other.Outcome[issue][world]);
                        distance += Math.Abs(here - there) / statusQuo.Count;
                        towards += (Math.Abs(there - statusQuo[issue]) - Math.Abs(here - statusQuo[issue])) / statusQuo.Count;
                    }
                }
            }

            return new(
                logRatio / perDraw, distance / both, towards / both, (double)undecided / perDraw, (double)undecidedByOther / perDraw);
        }
    }

    /// <summary>The mean over cases, or over draws.</summary>
    public static RuleEffect Mean(IReadOnlyCollection<RuleEffect> effects) => new(
        effects.Average(effect => effect.LogRatio),
        MeanWhereKnown(effects.Select(effect => effect.Distance)),
        MeanWhereKnown(effects.Select(effect => effect.TowardsStatusQuo)),
        effects.Average(effect => effect.UndecidedByConsensus),
        effects.Average(effect => effect.UndecidedByOther));

    /// <summary>As a row of a table.</summary>
    public double[] ToRow() => [LogRatio, Distance, TowardsStatusQuo, UndecidedByConsensus, UndecidedByOther];

    /// <summary>From a row of a table.</summary>
    public static RuleEffect OfRow(double[] row) => new(row[0], row[1], row[2], row[3], row[4]);

    // Where no world is decided by both rules there is no text to compare.
    private static double MeanWhereKnown(IEnumerable<double> values) =>
        values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
}
