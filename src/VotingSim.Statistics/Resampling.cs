using System.Runtime.Intrinsics;
using VotingSim.Randomness;

namespace VotingSim.Statistics;

/// <summary>The random numbers of a bootstrap, from counters: the same seed gives the same interval, whatever else is computed.</summary>
/// <remarks>Key: the seed. Counter: (attempt, resample, unit, purpose), with purposes that neither a deliberation nor the sampling of a design
/// uses.</remarks>
/// <param name="seed">Seed of the draws.</param>
/// <param name="purpose">What they are for: a constant of this class.</param>
internal sealed class Resampling(ulong seed, uint purpose)
{
    /// <summary>Weights of votes in the interval of an agreement coefficient.</summary>
    public const uint Votes = 201;

    /// <summary>Blocks of a Saltelli design.</summary>
    public const uint Blocks = 202;

    /// <summary>Trajectories of a Morris design.</summary>
    public const uint Trajectories = 203;

    /// <summary>Where the trajectories of a Morris design begin, and which way they go.</summary>
    public const uint TrajectoryDesign = 204;

    /// <summary>Worlds behind indices from given data.</summary>
    public const uint GivenData = 205;

    /// <summary>Clusters of cases behind a mean of scores.</summary>
    public const uint Clusters = 206;

    /// <summary>Worlds behind what is estimated from all of them together.</summary>
    public const uint Worlds = 207;

    private const double Unit = 1.1102230246251565e-16; // 2^-53

    // What a first attempt at a gamma number needs of luck is the same for all arms of a run, and kept for the last seed. Whoever has begun with it
    // holds on to it: two runs of different seeds side by side would else take it from one another at every number.
    private const int UnitsKept = 128;
    private const double LargestSqueezed = 1e6;

    private static volatile Kept? _kept;

    private readonly ulong[] _schedule = Philox.Schedule(seed);
    private Kept? _held;

    /// <summary>Number of resamples behind an interval.</summary>
    public static int Resamples => 1000;

    /// <summary>A uniform number in (0, 1).</summary>
    public double Uniform(int resample, int unit) => Draw(0, resample, unit).First;

    /// <summary>A unit of <paramref name="count"/>, from 0, each as likely as the others to within 2^-53.</summary>
    public int Index(int resample, int unit, int count) => Math.Min(count - 1, (int)(Uniform(resample, unit) * count));

    /// <summary>Draws as many units as there are, with replacement: indices from 0.</summary>
    public void Choose(int resample, Span<int> chosen)
    {
        for (var first = 0; first < chosen.Length; first += 8)
        {
            // Four counters, two units from each.
            var (w0, w1, w2, w3) =
                Philox.Draw(_schedule, Vector256.Create((ulong)first) + Vector256.Create(0UL, 1, 2, 3), (uint)resample, 0, purpose);
            var (even, odd) = (Vector256.ShiftLeft(w0, 32) | w1, Vector256.ShiftLeft(w2, 32) | w3);
            for (var place = 0; place < Math.Min(8, chosen.Length - first); place++)
            {
                chosen[first + place] = (int)Math.BigMul(place < 4 ? even[place] : odd[place - 4], (ulong)chosen.Length, out _);
            }
        }
    }

    /// <summary>A gamma number of scale 1.</summary>
    /// <param name="shape">Range: &gt;= 1.</param>
    /// <param name="resample">The resample.</param>
    /// <param name="unit">What the number is for.</param>
    /// <remarks>Rejection from the cube of a normal number (Marsaglia &amp; Tsang 2000, ACM Trans. Math. Softw. 26(3), 363-372,
    /// doi:10.1145/358407.358414).</remarks>
    public double Gamma(double shape, int resample, int unit)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        for (var attempt = 0; ; attempt++)
        {
            var (x, uniform) = attempt == 0 && unit < UnitsKept ? First(resample, unit) : Attempt(attempt, resample, unit);
            var root = 1 + (c * x);
            var v = root * root * root;
            // Most are accepted by the squeeze of the same paper, at some distance from its edge so that rounding cannot matter.
            if (v > 0 && d < LargestSqueezed && uniform < 1 - (0.0331 * x * x * x * x) - 1e-6)
            {
                return d * v;
            }

            if (v > 0 && Elementary.Log(uniform) < (x * x / 2) + d - (d * v) + (d * Elementary.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>The middle 95 % of resampled values, with the estimate that they are resamples of.</summary>
    /// <remarks>The percentile interval (Efron &amp; Tibshirani 1993, An Introduction to the Bootstrap, ch. 13), quantiles interpolated between
    /// order statistics.</remarks>
    /// <param name="estimate">The estimate.</param>
    /// <param name="resampled">The values; their order is lost. An undefined one leaves the limits undefined.</param>
    public static Estimate Interval(double estimate, double[] resampled)
    {
        if (double.IsNaN(estimate) || Array.Exists(resampled, double.IsNaN))
        {
            return new(estimate, double.NaN, double.NaN);
        }

        Array.Sort(resampled);
        return new(estimate, Quantile(0.025), Quantile(0.975));

        double Quantile(double share)
        {
            var place = share * (resampled.Length - 1);
            var below = (int)place;
            var above = resampled[Math.Min(below + 1, resampled.Length - 1)];
            return place == below || above == resampled[below] ? resampled[below] // two infinities have no difference
                : resampled[below] + ((place - below) * (above - resampled[below]));
        }
    }

    // A normal number, and a uniform one.
    private (double Normal, double Uniform) Attempt(int attempt, int resample, int unit)
    {
        var (u1, u2, u3) = Draw(attempt, resample, unit);
        return (Math.Sqrt(-2 * Elementary.Log(u1)) * Elementary.CosOfTurns(u2), u3);
    }

    private (double Normal, double Uniform) First(int resample, int unit)
    {
        var kept = _held ??= Share();
        // Two threads may both compute them, to the same numbers.
        var numbers = kept.Units[unit] ??= [.. Enumerable.Range(0, Resamples).Select(each => Attempt(0, each, unit))];
        return numbers[resample];
    }

    private Kept Share()
    {
        var kept = _kept;
        if (kept is null || kept.Seed != seed || kept.Purpose != purpose)
        {
            _kept = kept = new(seed, purpose, new (double, double)[UnitsKept][]);
        }

        return kept;
    }

    private (double First, double Second, double Third) Draw(int attempt, int resample, int unit)
    {
        var (w0, w1, w2, w3) =
            Philox.Draw(_schedule, Vector256.Create(2UL * (ulong)attempt) + Vector256.Create(0UL, 1, 0, 0), (uint)resample, (uint)unit, purpose);
        return (ToUnit(w0[0], w1[0]), ToUnit(w2[0], w3[0]), ToUnit(w0[1], w1[1]));

        static double ToUnit(ulong high, ulong low) => Math.Min((((high << 32 | low) >> 11) + 0.5) * Unit, 1 - Unit);
    }

    private sealed record Kept(ulong Seed, uint Purpose, (double Normal, double Uniform)[][] Units);
}
