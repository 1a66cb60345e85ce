using System.Runtime.InteropServices;

namespace VotingSim.Statistics.Comparison;

/// <summary>How one rule differs from another, world by world: a tally of paired differences that does not grow with the number of worlds.</summary>
/// <remarks>
/// Differences are counted at the nearest multiple of a resolution. Whole days counted by the day are exact; of a measure counted by 1e-5 every
/// quantile is within half of that of the exact one. Which is lower and which higher is told before rounding. The order in which worlds come makes
/// no difference.
/// </remarks>
/// <param name="resolution">Width of a step. Unit: that of the differences. Range: &gt; 0; 1 for days.</param>
public sealed class WorldDifferences(double resolution)
{
    private readonly double _resolution = resolution;
    private readonly Dictionary<long, long> _counts = [];
    private long _lower;
    private long _same;
    private long _higher;
    private long _undefined;
    private long _censored;

    /// <summary>Adds the worlds of one difference.</summary>
    /// <param name="difference">One rule's value less the baseline's, in the same world. NaN where either is undefined.</param>
    /// <param name="tolerance">Differences of this size or less count as the same. Unit: that of the differences. Range: &gt;= 0.</param>
    /// <param name="count">How many such worlds.</param>
    public void Add(double difference, double tolerance = 0, long count = 1)
    {
        if (double.IsNaN(difference))
        {
            _undefined += count;
            return;
        }

        Count(difference, Math.Abs(difference) <= tolerance ? 0 : Math.Sign(difference), count);
    }

    /// <summary>Adds the worlds of two times to decision, days less baseline days, observed until the same horizon.</summary>
    /// <param name="days">Days until one rule's decision, or the horizon.</param>
    /// <param name="decided">Whether it decided.</param>
    /// <param name="baselineDays">Days until the baseline's decision, or the horizon.</param>
    /// <param name="baselineDecided">Whether the baseline decided.</param>
    /// <param name="horizon">End of observation. Unit: days. A decision after it is none.</param>
    /// <param name="count">How many such worlds.</param>
    /// <remarks>
    /// A decision is earlier than none, even on the last day; neither deciding is the same. An undecided rule has the days of the horizon in the
    /// difference, which is then a bound: the real one, had observation gone on, is at least as far from 0.
    /// </remarks>
    public void AddDays(double days, bool decided, double baselineDays, bool baselineDecided, double horizon, long count = 1)
    {
        (decided, baselineDecided) = (decided && days <= horizon, baselineDecided && baselineDays <= horizon);
        var difference = (decided ? days : horizon) - (baselineDecided ? baselineDays : horizon);
        _censored += decided == baselineDecided ? 0 : count;
        Count(difference, decided == baselineDecided ? Math.Sign(difference) : decided ? -1 : 1, count);
    }

    /// <summary>Adds the worlds of another tally of the same resolution.</summary>
    /// <exception cref="ArgumentException">The other one has another resolution.</exception>
    public void Add(WorldDifferences other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._resolution != _resolution)
        {
            throw new ArgumentException($"A tally by steps of {other._resolution} cannot be added to one by steps of {_resolution}.", nameof(other));
        }

        foreach (var (step, count) in other._counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, step, out _) += count;
        }

        (_lower, _same, _higher) = (_lower + other._lower, _same + other._same, _higher + other._higher);
        (_undefined, _censored) = (_undefined + other._undefined, _censored + other._censored);
    }

    /// <summary>The distribution over the worlds so far.</summary>
    public WorldDistribution Distribution()
    {
        var (values, ends) = Ordered();
        var worlds = _lower + _same + _higher;
        return new()
        {
            Worlds = worlds,
            Undefined = _undefined,
            Censored = _censored,
            Lower = Proportion.Wilson(_lower, worlds),
            Same = Proportion.Wilson(_same, worlds),
            Higher = Proportion.Wilson(_higher, worlds),
            P05 = Quantile(0.05),
            P25 = Quantile(0.25),
            P50 = Quantile(0.5),
            P75 = Quantile(0.75),
            P95 = Quantile(0.95),
        };

        double Quantile(double share)
        {
            if (worlds == 0)
            {
                return double.NaN;
            }

            var place = share * (worlds - 1);
            var below = (long)place;
            var (low, high) = (At(below), At(Math.Min(below + 1, worlds - 1)));
            return _resolution * (low + ((place - below) * (high - low)));
        }

        // The step of a world in rising order, from 0.
        long At(long world)
        {
            var index = Array.BinarySearch(ends, world + 1);
            return values[index < 0 ? ~index : index];
        }
    }

    // The steps in rising order, and how many worlds are at or below each.
    private (long[] Values, long[] Ends) Ordered()
    {
        long[] values = [.. _counts.Keys.Order()];
        var (ends, sum) = (new long[values.Length], 0L);
        for (var index = 0; index < values.Length; index++)
        {
            ends[index] = sum += _counts[values[index]];
        }

        return (values, ends);
    }

    private void Count(double difference, int sign, long count)
    {
        var step = (long)Math.Round(difference / _resolution, MidpointRounding.AwayFromZero);
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, step, out _) += count;
        _lower += sign < 0 ? count : 0;
        _same += sign == 0 ? count : 0;
        _higher += sign > 0 ? count : 0;
    }
}
