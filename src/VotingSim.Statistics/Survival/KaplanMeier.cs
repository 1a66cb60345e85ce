using System.Collections.Immutable;

namespace VotingSim.Statistics.Survival;

/// <summary>The share still undecided as a function of time, estimated from times of which some are censored.</summary>
/// <remarks>
/// S(t) = Π (1 - d/n) over the times up to t with d decisions among n at risk (Kaplan &amp; Meier 1958, J. Am. Stat. Assoc. 53(282), 457-481,
/// doi:10.1080/01621459.1958.10501452). Assumes that censoring tells nothing about the time that would have followed.
/// </remarks>
public sealed record KaplanMeier
{
    // A share that should be a quantile's is so to within rounding only.
    private const double Tolerance = 1.5e-8;

    /// <summary>The curve, a step for every time at which somebody decided or was censored.</summary>
    public required ImmutableArray<SurvivalStep> Steps { get; init; }

    /// <summary>Number of deliberations.</summary>
    public required long Total { get; init; }

    /// <summary>Number that decided.</summary>
    public required long Decided { get; init; }

    /// <summary>The time by which half have decided.</summary>
    public Estimate Median => Quantile(0.5);

    /// <summary>The largest time for which the restricted mean is known: the last observation, or no limit where nobody was undecided then.</summary>
    public double LargestHorizon => Steps.IsEmpty ? 0 : Steps[^1].Survival == 0 ? double.PositiveInfinity : Steps[^1].Time;

    /// <summary>Estimates the curve.</summary>
    public static KaplanMeier Of(DurationCounts durations)
    {
        var steps = ImmutableArray.CreateBuilder<SurvivalStep>(durations.ByTime.Length);
        var (survival, variance) = (1.0, 0.0);
        foreach (var count in durations.ByTime)
        {
            if (count.Decided > 0)
            {
                var (decided, atRisk) = ((double)count.Decided, (double)count.AtRisk);
                survival = count.Decided == count.AtRisk ? 0 : survival * (1 - (decided / atRisk));
                variance += decided / (atRisk * (atRisk - decided));
            }

            steps.Add(Step(count, survival, variance));
        }

        return new() { Steps = steps.MoveToImmutable(), Total = durations.Total, Decided = durations.Decided };
    }

    /// <summary>The time by which a share has decided, with Brookmeyer and Crowley's interval.</summary>
    /// <param name="share">The share. Range: between 0 and 1.</param>
    /// <returns>NaN where fewer decide under observation; a limit beyond the observation is +infinity. Undefined for nobody.</returns>
    /// <remarks>
    /// The interval is of the times at which the log-log interval of S contains 1 - share (Brookmeyer &amp; Crowley 1982, Biometrics 38(1), 29-41,
    /// doi:10.2307/2530286). Where S stays exactly at 1 - share, the middle of that stretch. Where S has fallen to 0 the log-log interval is
    /// undefined; its place is taken by 0 and the upper limit before, times the exact binomial limit 1 - 0.025^(1/n) for n decisions of n at risk.
    /// </remarks>
    public Estimate Quantile(double share)
    {
        if (share is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile is of a share between 0 and 1.");
        }

        var (value, low, high) = (new Crossing(1 - share), new Crossing(1 - share), new Crossing(1 - share));
        var before = 1.0;
        foreach (var step in Steps)
        {
            value.Pass(step.Time, step.Survival);
            low.Pass(step.Time, step.Survival == 0 ? 0 : step.Low);
            high.Pass(step.Time, step.Survival == 0 && step.Decided > 0 ? before * (1 - Math.Pow(0.025, 1.0 / step.AtRisk)) : step.High);
            before = double.IsNaN(step.High) ? before : step.High;
        }

        return Total == 0 ? Estimate.Undefined : new(value.Time, OrBeyond(low.Time), OrBeyond(high.Time));

        static double OrBeyond(double time) => double.IsNaN(time) ? double.PositiveInfinity : time;
    }

    /// <summary>The mean time until the decision or the horizon, whichever is first: the area under the curve up to the horizon.</summary>
    /// <param name="horizon">The horizon. Range: &gt;= 0; the mean is undefined beyond <see cref="LargestHorizon"/>.</param>
    /// <remarks>
    /// Variance Σ A² d/(n(n - d)), A the area from each time to the horizon (Klein &amp; Moeschberger 2003, Survival Analysis, 2nd ed., sect. 4.5);
    /// what it means for a comparison: Royston &amp; Parmar (2013), BMC Med. Res. Methodol. 13, 152, doi:10.1186/1471-2288-13-152. The interval is
    /// the normal one; undefined for fewer than two deliberations.
    /// </remarks>
    public RestrictedMean RestrictedMean(double horizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        if (Total == 0 || horizon > LargestHorizon)
        {
            return new(horizon, double.NaN, double.NaN);
        }

        var (area, variance) = (0.0, 0.0);
        var (right, index) = (horizon, Steps.Length - 1);
        for (; index >= 0; index--)
        {
            var step = Steps[index];
            if (step.Time >= horizon)
            {
                continue;
            }

            area += (right - step.Time) * step.Survival;
            right = step.Time;
            if (step.Decided > 0 && step.Decided < step.AtRisk)
            {
                variance += area * area * step.Decided / ((double)step.AtRisk * (step.AtRisk - step.Decided));
            }
        }

        return new(horizon, area + right, Total < 2 ? double.NaN : Math.Sqrt(variance));
    }

    // Greenwood's variance, and the interval on the scale of ln(-ln S).
    private static SurvivalStep Step(DurationCount count, double survival, double variance)
    {
        if (survival is 0 or 1)
        {
            return new(count.Time, count.AtRisk, count.Decided, count.Censored, survival, survival == 1 ? 0 : double.NaN, double.NaN, double.NaN);
        }

        var error = Math.Sqrt(variance);
        var (centre, half) = (Math.Log(-Math.Log(survival)), Distributions.NormalQuantile975 * error / Math.Log(survival));
        return new(count.Time, count.AtRisk, count.Decided, count.Censored, survival, survival * error,
            Math.Exp(-Math.Exp(centre - half)), Math.Exp(-Math.Exp(centre + half)));
    }

    /// <summary>Where a falling curve meets a level: the first time at or below it, or the middle between that and the first time below where it
    /// rests on it.</summary>
    private struct Crossing(double level)
    {
        private double _at = double.NaN;
        private double _below = double.NaN;
        private double _last = double.NaN;

        public readonly double Time => double.IsNaN(_at) ? double.NaN : (_at / 2) + ((double.IsNaN(_below) ? _last : _below) / 2);

        public void Pass(double time, double survival)
        {
            _last = time;
            if (double.IsNaN(_at) && survival <= level + Tolerance)
            {
                _at = time;
            }

            if (double.IsNaN(_below) && survival < level - Tolerance)
            {
                _below = time;
            }
        }
    }
}

/// <summary>A step of the curve: what holds from this time until the next.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">Number undecided and under observation just before.</param>
/// <param name="Decided">Number that decided then.</param>
/// <param name="Censored">Number whose observation ended then.</param>
/// <param name="Survival">Share still undecided. Range: 0 to 1.</param>
/// <param name="StandardError">Its standard error (Greenwood 1926). NaN where the share is 0.</param>
/// <param name="Low">Lower limit of its log-log interval. NaN where the share is 0 or 1.</param>
/// <param name="High">Upper limit. NaN where the share is 0 or 1.</param>
public readonly record struct SurvivalStep(
    double Time, long AtRisk, long Decided, long Censored, double Survival, double StandardError, double Low, double High);
